import { createHash } from 'node:crypto'
import type pg from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { pool } from '../../db/client'
import { Refused } from '../refusal'

const quarterOfAnHour = 15 * 60

type Limits = Record<'address' | 'pair' | 'email' | 'guess', RateLimiterPostgres>
const made = new WeakMap<pg.Pool, Limits>()

/**
 * Counts one attempt to sign in; refuses when the network address has had too many, alone or for this e-mail. For an
 * e-mail from everywhere the bound is far looser, or anybody could lock its owner out.
 */
export async function countAttempt(email: string, address: string): Promise<void> {
  const limits = limitsOn(pool())
  await consume(limits.address, address)
  await consume(limits.pair, pairOf(email, address))
  await consume(limits.email, email)
}

/** Forgets the attempts on an e-mail: its owner has just shown the right password from this address. */
export async function forgetAttempts(email: string, address: string): Promise<void> {
  const limits = limitsOn(pool())
  await limits.pair.delete(hashed(pairOf(email, address)))
  await limits.email.delete(hashed(email))
}

/** Counts one guess at the current password of somebody signed in: a stolen session must not find it out. */
export async function countGuess(personId: string): Promise<void> {
  await consume(limitsOn(pool()).guess, personId)
}

/** Forgets the guesses at a person's password: its owner has just shown the right one. */
export async function forgetGuesses(personId: string): Promise<void> {
  await limitsOn(pool()).guess.delete(hashed(personId))
}

const pairOf = (email: string, address: string) => `${address} ${email}`

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
    address: limit(storeClient, 'address', 100),
    pair: limit(storeClient, 'pair', 10),
    email: limit(storeClient, 'email', 100),
    guess: limit(storeClient, 'guess', 10),
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
