import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import { db, type Transaction } from '../../db/client'
import { followers, follows, mails } from '../../db/schema'
import { confirmWithin, mailKey } from './follow'

/** Ends one thing that a follower follows, or all; with the last of them the address is deleted. */
export async function endFollow(followerId: string, followId: string | null): Promise<void> {
  await db().transaction(async (tx) => {
    if (!(await isLocked(tx, followerId))) return
    const isOne = followId ? eq(follows.id, followId) : undefined
    await tx.delete(follows).where(and(eq(follows.followerId, followerId), isOne))
    await removeIdle(tx, followerId)
  })
}

/** Deletes wishes that nobody confirmed in time, and the addresses of those who follow nothing any more; how many. */
export async function endExpired(now: Date): Promise<number> {
  const before = new Date(now.getTime() - confirmWithin)
  await db()
    .delete(follows)
    .where(and(isNull(follows.confirmedAt), lt(follows.askedAt, before)))
  const idle = await db().select({ id: followers.id }).from(followers).where(followsNothing)
  for (const { id } of idle)
    await db().transaction(async (tx) => {
      if (await isLocked(tx, id)) await removeIdle(tx, id)
    })
  return idle.length
}

const followsNothing = sql`not exists (select from ${follows} where ${follows.followerId} = ${followers.id})`

/** Locks a follower before their things, as every act does; false when they are gone. */
async function isLocked(tx: Transaction, followerId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: followers.id })
    .from(followers)
    .where(eq(followers.id, followerId))
    .for('update')
  return rows.length > 0
}

/** With the address goes every mail that was written to it, sent or not. */
async function removeIdle(tx: Transaction, followerId: string): Promise<void> {
  const [gone] = await tx
    .delete(followers)
    .where(and(eq(followers.id, followerId), followsNothing))
    .returning({ id: followers.id })
  if (gone) await tx.delete(mails).where(sql`starts_with(${mails.key}, ${mailKey(followerId, '')})`)
}
