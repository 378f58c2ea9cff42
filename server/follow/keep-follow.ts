import { and, eq } from 'drizzle-orm'
import { db } from '../../db/client'
import { follows } from '../../db/schema'
import { keptHash } from '../form/sign-form'
import type { Followed } from './follow'
import { readWish } from './read-wish'

/** Confirms what a link is about, once; null when it leads nowhere. */
export async function keepFollow(secret: string, now: Date): Promise<Followed | null> {
  return db().transaction(async (tx) => {
    const wish = await readWish(secret, now, tx)
    if (!wish) return null
    // Of two that press at once, the second waits here and finds the link used.
    const [kept] = await tx
      .update(follows)
      .set({ confirmedAt: now, secretHash: null })
      .where(and(eq(follows.id, wish.id), eq(follows.secretHash, keptHash(secret))))
      .returning({ id: follows.id })
    return kept ? wish : null
  })
}
