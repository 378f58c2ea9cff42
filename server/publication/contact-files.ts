type Place = { contacts: string[]; origin: string }

/** What an installation says of whom it belongs to, beside how it is reached. */
export type Trust = Place & { belongsTo: string[]; controlledBy: string | null; social: string[] }

/** Who answers for what is published, by whom they are known and where else they speak (JournalList, trust.txt); null where nobody is named. */
export function trustText({ contacts, origin, belongsTo, controlledBy, social }: Trust): string | null {
  if (contacts.length === 0) return null
  return lines([
    ...belongsTo.map((address) => `belongto=${address}`),
    ...(controlledBy ? [`controlledby=${controlledBy}`] : []),
    ...social.map((address) => `social=${address}`),
    ...contacts.map((contact) => `contact=${contact.replace(/^(mailto|tel):/, '')}`),
    `disclosure=${origin}/about`,
  ])
}

const monthsGood = 6

/** Whom to tell of a hole (RFC 9116), good for half a year from the day it is asked for; null where nobody is named. */
export function securityText({ contacts, origin }: Place, today: Date): string | null {
  if (contacts.length === 0) return null
  const expires = new Date(
    Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + monthsGood, today.getUTCDate()),
  )
  return lines([
    ...contacts.map((contact) => `Contact: ${contact}`),
    `Expires: ${expires.toISOString().replace('.000Z', 'Z')}`,
    `Canonical: ${origin}/.well-known/security.txt`,
  ])
}

const lines = (all: string[]) => all.map((line) => `${line}\n`).join('')
