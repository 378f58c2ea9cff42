import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** What one process says of a browser whose socket it passes on: its network address and its cookie. */
export type Passed = { from: string; cookie: string | undefined }

/** Carries the time, the browser's address and a signature over both and the cookie. */
export const passedHeader = 'x-proofroom-passed-on'

/** How far the clocks of two machines may differ, and how long a socket may be under way, in ms. */
const tolerance = 60_000

/** Headers by which another process knows that one of ours asks, and that the browser came from our own page. */
export function signPassing(
  { from, cookie }: Passed,
  secret: string,
  at = Date.now(),
): Record<string, string> {
  const signature = signatureOf({ from, cookie }, secret, at)
  return { [passedHeader]: `${at} ${from} ${signature}`, ...(cookie ? { cookie } : {}) }
}

/** What such headers say; null when they were not signed by one of ours just now. */
export function readPassing(headers: IncomingHttpHeaders, secret: string, now = Date.now()): Passed | null {
  const [at = '', from = '', signature = ''] = String(headers[passedHeader] ?? '').split(' ')
  const passed = { from, cookie: headers.cookie }
  const expected = Buffer.from(signatureOf(passed, secret, Number(at)))
  const given = Buffer.from(signature)
  const isOurs = given.length === expected.length && timingSafeEqual(given, expected)
  return isOurs && Math.abs(now - Number(at)) <= tolerance ? passed : null
}

function signatureOf({ from, cookie }: Passed, secret: string, at: number): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify([at, from, cookie ?? null]))
    .digest('base64url')
}
