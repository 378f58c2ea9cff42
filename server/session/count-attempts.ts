import { createHash } from 'node:crypto'
import type pg from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { pool } from '../../db/client'
import { Refused } from '../refusal'

const quarterOfAnHour = 15 * 60

type Limits = { email: RateLimiterPostgres; address: RateLimiterPostgres }
const made = new WeakMap<pg.Pool, Limits>()

/** Counts one attempt to sign in; refuses when the e-mail or the network address has had too many. */
export async function countAttempt(email: string, address: string): Promise<void> {
  const limits = limitsOn(pool())
  await consume(limits.address, address)
  await consume(limits.email, email)
}

/** Counts one guess at the current password of somebody signed in: a stolen session must not find it out. */
export async function countGuess(personId: string): Promise<void> {
  await consume(limitsOn(pool()).email, personId)
}

/** Forgets the attempts on an e-mail, or the guesses at a person's password: its owner has just shown the right password. */
export async function forgetAttempts(who: string): Promise<void> {
  await limitsOn(pool()).email.delete(hashed(who))
}

async function consume(limit: RateLimiterPostgres, who: string): Promise<void> {
  try {
    await limit.consume(hashed(who))
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason
    throw new Refused({
      code: 'sign-in-too-often',
      values: { minutes: Math.max(1, Math.ceil(reason.msBeforeNext / 60_000)) },
    })
  }
}

function limitsOn(storeClient: pg.Pool): Limits {
  const limits = made.get(storeClient) ?? {
    email: limit(storeClient, 'email', 10),
    address: limit(storeClient, 'address', 100),
  }
  made.set(storeClient, limits)
  return limits
}

function limit(storeClient: pg.Pool, keyPrefix: string, points: number): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient,
    storeType: 'pool',
    tableName: 'attempts',
    tableCreated: true,
    keyPrefix,
    points,
    duration: quarterOfAnHour,
  })
}

// People type passwords into the e-mail field: what they typed is not kept.
function hashed(who: string): string {
  return createHash('sha256').update(who).digest('hex')
}
