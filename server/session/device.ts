import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** The cookie of a browser in which somebody has signed in: one mark for each address, the newest first. */
export const deviceCookie = 'proofroom-device'

/** How long a browser stays known, in seconds. */
export const deviceSeconds = 365 * 24 * 60 * 60

/** How many people's marks one browser keeps. */
const mostMarks = 5

/** What a browser keeps to show that an address has signed in there (OWASP: device cookies). It opens nothing. */
export function markFor(email: string, { nonce, key }: { nonce: string; key: string }): string {
  return `${nonce}.${bytesToHex(hmac(sha256, utf8ToBytes(key), utf8ToBytes(`${nonce} ${email}`)))}`
}

/** The mark that this browser was given for an address; null when it has none, or one that is not ours. */
export function markIn(cookie: string | null, email: string, key: string): string | null {
  const marks = (cookie ?? '').split('~').slice(0, mostMarks)
  return marks.find((mark) => isSame(mark, markFor(email, { nonce: mark.split('.')[0] ?? '', key }))) ?? null
}

/** The cookie with one more mark in it. */
export function withMark(cookie: string | null, mark: string): string {
  const others = (cookie ?? '').split('~').filter((other) => /^[\w-]{1,50}\.[\da-f]{64}$/.test(other))
  return [mark, ...others.filter((other) => other !== mark)].slice(0, mostMarks).join('~')
}

// As long for a wrong mark whose beginning is right.
function isSame(given: string, right: string): boolean {
  if (given.length !== right.length) return false
  let difference = 0
  for (let at = 0; at < right.length; at += 1) difference |= given.charCodeAt(at) ^ right.charCodeAt(at)
  return difference === 0
}
