import { and, eq, gt } from 'drizzle-orm'
import { type Database, db, type Transaction } from '../../db/client'
import { follows } from '../../db/schema'
import { keptHash } from '../form/sign-form'
import { confirmWithin, type Followed } from './follow'

/** What a link that confirms is about; null when it is none, was used, or is too old. */
export async function readWish(
  secret: string,
  now: Date,
  at: Database | Transaction = db(),
): Promise<(Followed & { id: string }) | null> {
  const since = new Date(now.getTime() - confirmWithin)
  const [wish] = await at
    .select({ id: follows.id, kind: follows.kind, thing: follows.thing })
    .from(follows)
    .where(and(eq(follows.secretHash, keptHash(secret)), gt(follows.askedAt, since)))
  return wish ?? null
}
