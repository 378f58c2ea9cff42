import { eq, sql } from 'drizzle-orm'
import { db } from '../../db/client'
import { threads } from '../../db/schema'
import type { Member } from '../member/member'
import { notify } from '../notify'
import { refuseIf } from '../refusal'
import { openThread } from './open-thread'
import { whyNotSettle } from './thread'

type Named = { member: Member; threadId: string }

/** Deletes a thread with all that was said in it, until somebody brings it back. */
export async function removeThread({ member, threadId }: Named): Promise<void> {
  await db().transaction(async (tx) => {
    const thread = await openThread(tx, member, threadId)
    refuseIf(whyNotSettle(thread, member))
    await tx
      .update(threads)
      .set({ removedBy: member.id, removedAt: sql`clock_timestamp()` })
      .where(eq(threads.id, threadId))
    await notify(tx, 'rows_changed', { articleId: thread.articleId })
  })
}

/** Brings a deleted thread back as it was; anybody who talks may, as with claims. */
export async function bringBackThread({ member, threadId }: Named): Promise<void> {
  await db().transaction(async (tx) => {
    const thread = await openThread(tx, member, threadId, true)
    await tx.update(threads).set({ removedBy: null, removedAt: null }).where(eq(threads.id, threadId))
    await notify(tx, 'rows_changed', { articleId: thread.articleId })
  })
}
