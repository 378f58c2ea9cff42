import { and, asc, eq, isNotNull } from 'drizzle-orm'
import { db } from '../../db/client'
import { follows } from '../../db/schema'
import type { Followed } from './follow'

/** All that a follower has confirmed, in the order they did. */
export function readFollows(followerId: string): Promise<(Followed & { id: string })[]> {
  return db()
    .select({ id: follows.id, kind: follows.kind, thing: follows.thing })
    .from(follows)
    .where(and(eq(follows.followerId, followerId), isNotNull(follows.confirmedAt)))
    .orderBy(asc(follows.confirmedAt))
}
