import { Secret, TOTP } from 'otpauth'
import type { Refusal } from '../../refusal'

/** How long one code of an app stands, in seconds (RFC 6238). */
const period = 30

/** How many recovery codes somebody gets. */
export const recoveryCodes = 10

/** The clock of an app that shares this secret. Every app knows SHA-1 with six digits. */
function clockOf(secret: string, label = ''): TOTP {
  return new TOTP({
    ...{ issuer: 'Proofroom', label, algorithm: 'SHA1', digits: 6, period },
    secret: Secret.fromBase32(secret),
  })
}

/** The address by which an app takes a secret over, as its QR code holds it. */
export function appAddress(secret: string, email: string): string {
  return clockOf(secret, email).toString()
}

/** What the app of a secret shows at a moment. */
export function codeAt(secret: string, now: Date): string {
  return clockOf(secret).generate({ timestamp: now.getTime() })
}

/**
 * The step of time whose code this is, one step early or late allowed; null when it is none, or when that step or a
 * later one was used before: a code that somebody looked over a shoulder for opens nothing twice.
 */
export function stepOf(code: string, { secret, lastStep, now }: Asked): number | null {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const timestamp = now.getTime()
  const delta = clockOf(secret).validate({ token, timestamp, window: 1 })
  const step = delta === null ? null : Math.floor(timestamp / 1000 / period) + delta
  return step !== null && (lastStep === null || step > lastStep) ? step : null
}

type Asked = { secret: string; lastStep: number | null; now: Date }

/** A recovery code as it is compared: however it was typed. */
export function plainCode(typed: string): string {
  return typed.toLowerCase().replace(/[^a-z0-9]/g, '')
}

/** Why somebody may not give up their second factor: a desk asks for one. */
export function whyNotRemoveFactor(desksThatAsk: string[]): Refusal | null {
  const [desk] = desksThatAsk
  return desk === undefined ? null : { code: 'factor-asked-for', values: { desk } }
}

/** Why an admin may not take a colleague's second factor away: it also guards desks where they are no admin. */
export function whyNotReset(desksOfColleague: string[], desksOfAdmin: string[]): Refusal | null {
  const isOurs = desksOfColleague.every((desk) => desksOfAdmin.includes(desk))
  return isOurs ? null : { code: 'factor-guards-others' }
}
