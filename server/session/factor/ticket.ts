import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** How long somebody has for the second step of signing in, in minutes. */
export const ticketMinutes = 5

/** The cookie of a browser that keeps a ticket, where the first step ended at somebody else's page. */
export const ticketCookie = 'proofroom-ticket'

/** What the first step of signing in found: who, until when, and by which password. */
export type Ticket = { personId: string; until: number; passwordHash: string }

/** What a browser shows in the second step instead of the password; useless after a new password. */
export function writeTicket({ personId, until, passwordHash }: Ticket, key: string): string {
  const said = `${personId}.${until}`
  return `${said}.${bytesToHex(hmac(sha256, utf8ToBytes(key), utf8ToBytes(`${said} ${passwordHash}`)))}`
}

/** Whom a ticket says it is about, before it is believed; null for what is no ticket. */
export function personIn(ticket: string): string | null {
  return /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\.\d{1,15}\.[\da-f]{64}$/.exec(ticket)?.[1] ?? null
}

/** Whether a ticket is ours, for this person with this password, and still holds. */
export function doesHold(ticket: string, { passwordHash, key, now }: Believed): boolean {
  const [personId = '', until = ''] = ticket.split('.')
  if (!(Number(until) > now.getTime())) return false
  return isSame(ticket, writeTicket({ personId, until: Number(until), passwordHash }, key))
}

type Believed = { passwordHash: string; key: string; now: Date }

// As long for a wrong one whose beginning is right.
function isSame(given: string, right: string): boolean {
  if (given.length !== right.length) return false
  let difference = 0
  for (let at = 0; at < right.length; at += 1) difference |= given.charCodeAt(at) ^ right.charCodeAt(at)
  return difference === 0
}
