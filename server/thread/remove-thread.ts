import { eq, sql } from 'drizzle-orm'
import { db, type Transaction } from '../../db/client'
import { claims, threads } from '../../db/schema'
import { notify } from '../channel/notify'
import { whyNotBringBack } from '../deleted/deleted'
import type { Member } from '../member/member'
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

/** Brings a deleted thread back as it was; anybody who talks may, as with claims. A deleted claim comes back first. */
export async function bringBackThread({ member, threadId }: Named): Promise<void> {
  await db().transaction(async (tx) => {
    const thread = await openThread(tx, member, threadId, true)
    const isGone = await isClaimDeleted(tx, thread.claimId)
    refuseIf(whyNotBringBack({ kind: 'thread', isArticleDeleted: false, isClaimDeleted: isGone }, member))
    await tx.update(threads).set({ removedBy: null, removedAt: null }).where(eq(threads.id, threadId))
    await notify(tx, 'rows_changed', { articleId: thread.articleId })
  })
}

async function isClaimDeleted(tx: Transaction, claimId: string | null): Promise<boolean> {
  if (claimId === null) return false
  const [claim] = await tx.select({ isDeleted: claims.isDeleted }).from(claims).where(eq(claims.id, claimId))
  return claim?.isDeleted ?? false
}
