import { createHash } from 'node:crypto'
import type pg from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { pool } from '../../db/client'
import { networkOf } from '../address/came-from'
import { type Refusal, Refused } from '../refusal'

const quarterOfAnHour = 15 * 60

type Limits = Record<
  | 'device'
  | 'network'
  | 'pair'
  | 'email'
  | 'guess'
  | 'code'
  | 'resetsFrom'
  | 'resetsOf'
  | 'links'
  | 'reports'
  | 'reportMails'
  | 'follows'
  | 'followMails',
  RateLimiterPostgres
>
const made = new WeakMap<pg.Pool, Limits>()

/** One attempt: for which e-mail, from which network address, and the mark that browser was given for this e-mail. */
export type Attempt = { email: string; address: string; mark: string | null }

/**
 * Counts one attempt to sign in; refuses when its network has had too many, alone or for this e-mail, and when the
 * e-mail has had too many from anywhere. A browser in which its owner has signed in before is counted by itself:
 * whoever attacks an e-mail locks out themselves and other strangers, not its owner (OWASP: device cookies).
 */
export async function countAttempt({ email, address, mark }: Attempt): Promise<void> {
  const limits = limitsOn(pool())
  if (mark) return consume(limits.device, mark)
  await consume(limits.network, networkOf(address))
  await consume(limits.pair, pairOf(email, address))
  await consume(limits.email, email)
}

/** Counts one sign-in that an identity provider vouches for: nothing is guessed there, but a network may ask too often. */
export async function countVouched(address: string): Promise<void> {
  await consume(limitsOn(pool()).network, networkOf(address))
}

/** Forgets the attempts that stood in an owner's own way, who has just shown the right password. */
export async function forgetAttempts({ email, address, mark }: Attempt): Promise<void> {
  const limits = limitsOn(pool())
  if (mark) return void (await limits.device.delete(hashed(mark)))
  await limits.pair.delete(hashed(pairOf(email, address)))
  await limits.email.delete(hashed(email))
}

/** Counts one code of a second step; strangers share a bound for each person, or half a million guesses would find one. */
export async function countCodeFrom(attempt: Attempt): Promise<void> {
  const limits = limitsOn(pool())
  if (attempt.mark) return consume(limits.device, attempt.mark)
  await consume(limits.pair, pairOf(attempt.email, attempt.address))
  await countCode(attempt.email)
}

/** Counts one code for whom it is tried. */
export async function countCode(who: string): Promise<void> {
  await consume(limitsOn(pool()).code, who)
}

/** Counts one guess at the current password of somebody signed in: a stolen session must not find it out. */
export async function countGuess(personId: string): Promise<void> {
  await consume(limitsOn(pool()).guess, personId)
}

/** Forgets the guesses at a person's password: its owner has just shown the right one. */
export async function forgetGuesses(personId: string): Promise<void> {
  await limitsOn(pool()).guess.delete(hashed(personId))
}

/** Counts one request for, or use of, a link to a new password; refuses a network that has had too many. */
export async function countResetAsked(address: string): Promise<void> {
  await consume(limitsOn(pool()).resetsFrom, networkOf(address))
}

/** Counts one link to a new password for an address; false when it has been sent enough of them. */
export function isResetFree(email: string): Promise<boolean> {
  return isFree(limitsOn(pool()).resetsOf, email)
}

/** Counts one mail about a report to an address; false when it has been sent enough of them. */
export function isReportMailFree(email: string): Promise<boolean> {
  return isFree(limitsOn(pool()).reportMails, email)
}

async function isFree(limit: RateLimiterPostgres, who: string): Promise<boolean> {
  try {
    await limit.consume(hashed(who))
    return true
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason
    return false
  }
}

/** Counts one report of a reader; refuses a network that sends too many. */
export async function countReport(address: string): Promise<void> {
  await consume(limitsOn(pool()).reports, networkOf(address), 'report-too-often')
}

/** Counts one wish of a reader to follow something; refuses a network that has too many. */
export async function countFollow(address: string): Promise<void> {
  await consume(limitsOn(pool()).follows, networkOf(address), 'report-too-often')
}

/** Counts one mail that asks an address whether it wants to follow; false when it was asked enough for a day. */
export function isFollowMailFree(email: string): Promise<boolean> {
  return isFree(limitsOn(pool()).followMails, email)
}

/** Counts one address of ours, as of a guest or a report, that leads nowhere. */
export async function countUnknownLink(address: string): Promise<void> {
  await limitsOn(pool()).links.penalty(hashed(networkOf(address)))
}

/** Why a network may not try secret addresses now: too many that it tried led nowhere. */
export async function whyNotTryLinks(address: string): Promise<Refusal | null> {
  const { links } = limitsOn(pool())
  const tried = await links.get(hashed(networkOf(address)))
  return tried && tried.consumedPoints >= links.points ? tooOften(tried) : null
}

type TooOften = 'sign-in-too-often' | 'report-too-often'

const tooOften = ({ msBeforeNext }: RateLimiterRes, code: TooOften = 'sign-in-too-often'): Refusal => ({
  code,
  values: { minutes: Math.max(1, Math.ceil(msBeforeNext / 60_000)) },
})

const pairOf = (email: string, address: string) => `${networkOf(address)} ${email}`

async function consume(limit: RateLimiterPostgres, who: string, code?: TooOften): Promise<void> {
  try {
    await limit.consume(hashed(who))
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason
    throw new Refused(tooOften(reason, code))
  }
}

function limitsOn(storeClient: pg.Pool): Limits {
  const limits = made.get(storeClient) ?? {
    device: limit(storeClient, 'device', 10),
    network: limit(storeClient, 'network', 100),
    pair: limit(storeClient, 'pair', 10),
    email: limit(storeClient, 'email', 100),
    guess: limit(storeClient, 'guess', 10),
    code: limit(storeClient, 'code', 10),
    resetsFrom: limit(storeClient, 'resets from', 30),
    resetsOf: limit(storeClient, 'resets of', 3),
    links: limit(storeClient, 'guest links', 30),
    reports: limit(storeClient, 'reports', 10),
    reportMails: limit(storeClient, 'report mails', 3),
    follows: limit(storeClient, 'follows', 10),
    followMails: limit(storeClient, 'follow mails', 10, 24 * 60 * 60),
  }
  made.set(storeClient, limits)
  return limits
}

function limit(
  storeClient: pg.Pool,
  keyPrefix: string,
  points: number,
  duration = quarterOfAnHour,
): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient,
    storeType: 'pool',
    tableName: 'attempts',
    tableCreated: true,
    keyPrefix,
    points,
    duration,
  })
}

// People type passwords into the e-mail field: what they typed is not kept.
function hashed(who: string): string {
  return createHash('sha256').update(who).digest('hex')
}
