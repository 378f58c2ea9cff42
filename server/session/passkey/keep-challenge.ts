import { and, eq, gt, isNull, lt } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '../../../db/client'
import { passkeyChallenges } from '../../../db/schema'
import { Refused } from '../../refusal'
import { challengeMinutes } from './passkey'

/** Keeps what a device is asked to sign; `personId` is null where a passkey is used. Old ones are taken away. */
export async function keepChallenge(challenge: string, personId: string | null): Promise<void> {
  const now = Date.now()
  await db()
    .delete(passkeyChallenges)
    .where(lt(passkeyChallenges.expiresAt, new Date(now)))
  const expiresAt = new Date(now + challengeMinutes * 60_000)
  await db().insert(passkeyChallenges).values({ challenge, personId, expiresAt })
}

/**
 * Takes away the challenge that a device says it has signed and returns it: it is answered once, whatever becomes of
 * the answer. Refuses one that is not open, or that somebody else was given.
 */
export async function takeChallenge(clientDataJSON: string, personId: string | null): Promise<string> {
  const challenge = challengeIn(clientDataJSON)
  const isTheirs = personId ? eq(passkeyChallenges.personId, personId) : isNull(passkeyChallenges.personId)
  const isOpen = and(
    eq(passkeyChallenges.challenge, challenge),
    gt(passkeyChallenges.expiresAt, new Date()),
    isTheirs,
  )
  const taken = await db().delete(passkeyChallenges).where(isOpen).returning()
  if (taken.length === 0) throw new Refused({ code: 'passkey-too-late' })
  return challenge
}

const signedShape = z.object({ challenge: z.string() })

function challengeIn(clientDataJSON: string): string {
  try {
    return signedShape.parse(JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString())).challenge
  } catch {
    // No browser of ours wrote it.
    throw new Refused({ code: 'passkey-wrong' })
  }
}
