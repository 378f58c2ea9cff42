import type { FollowedKind } from '../../db/vocabulary'
import { emailShape } from '../member/member'
import { namedPath } from '../publication/named/named'
import { deskPath, followPath, type PublicDesk } from '../publication/publication'
import type { Refusal } from '../refusal'

/** What somebody can follow: a published claim, a checked article, a published dossier, a topic or a desk, by its public number or slug. */
export type Followed = { kind: FollowedKind; thing: string }

/** The same with what readers call it and where they read it; `deskId` is null for a topic, which desks share. */
export type Followable = Followed & { desk: PublicDesk; deskId: string | null; name: string; page: string }

/** What a path of a form is about, whether or not that is there; null for any other path. */
export function followedAt(path: string): (Followed & { isAsked: boolean }) | null {
  const [, page, asked] = /^(\/.+)\/follow(\/asked)?$/.exec(path) ?? []
  const [, start, thing] =
    /^\/(c|a|d)\/(\d{1,9})$/.exec(page ?? '') ??
    /^\/(desks)\/([a-z0-9-]{1,80})$/.exec(page ?? '') ??
    /^\/(topics)\/([^/]{1,800})$/.exec(page ?? '') ??
    []
  if (!start || !thing) return null
  return { kind: kinds[start] ?? 'topic', thing: decoded(thing), isAsked: asked !== undefined }
}

const kinds: Record<string, FollowedKind> = {
  ...{ c: 'claim', a: 'article', d: 'dossier', desks: 'desk', topics: 'topic' },
}

function decoded(words: string): string {
  try {
    return decodeURIComponent(words)
  } catch {
    // Half a letter, as %ff: it names nothing.
    return ''
  }
}

/** Where the form about something is. */
export const formPathOf = ({ kind, thing }: Followed): string => {
  const pages = {
    ...{ claim: `/c/${thing}`, article: `/a/${thing}`, dossier: `/d/${thing}`, desk: deskPath(thing) },
  }
  return followPath(kind === 'topic' ? namedPath('topic', thing) : pages[kind])
}

/** Why an address cannot be written to. */
export function whyNotEmail(typed: string): Refusal | null {
  if (!typed) return { code: 'follow-email-missing' }
  return emailShape.safeParse(typed).success ? null : { code: 'follow-email-wrong' }
}

/** How long a link that confirms is good, in ms; then the address is deleted. */
export const confirmWithin = 72 * 60 * 60_000

/** How soon another link is sent for the same thing, in ms: who presses twice gets one. */
export const askedAgainAfter = 60_000

/** The secret in a link that confirms: 32 bytes in base64url. */
export const confirmPath = (secret: string) => `/follows/confirm/${secret}`

/** Where somebody leaves: their id, and what only a mail to them has. */
export const leavePath = (followerId: string, secret: string) => `/follows/leave/${followerId}.${secret}`

/** How the keys of all mails to one follower begin: by it they are found when the address is deleted. */
export const mailKey = (followerId: string, about: string) => `follow ${followerId} ${about}`
