import { sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { db } from '../../db/client'
import { resolutions } from '../../db/schema'
import { notify } from '../channel/notify'
import type { Member } from '../member/member'
import { refuseIf } from '../refusal'
import { openThread } from './open-thread'
import { tellTalkers } from './tell-talkers'
import { type Resolution, whyNotDecline, whyNotSettle } from './thread'

type Settled = { member: Member; threadId: string } & Pick<Resolution, 'isResolved' | 'isDeclined' | 'reason'>

/**
 * Resolves a thread, or opens it again; one that is so already stays as it is. Where the answer is no, the reason is
 * demanded, and all who talked in the thread are told.
 */
export async function resolveThread({ member, threadId, ...settled }: Settled): Promise<void> {
  const { isResolved, isDeclined } = settled
  refuseIf(whyNotDecline(settled))
  await db().transaction(async (tx) => {
    const thread = await openThread(tx, member, threadId)
    refuseIf(whyNotSettle(thread, member))
    if (thread.isResolved === isResolved) return
    const id = newId()
    // Two may follow each other in one transaction's time.
    await tx
      .insert(resolutions)
      .values({ ...settled, id, threadId, memberId: member.id, at: sql`clock_timestamp()` })
    if (isDeclined) await tellTalkers(tx, { member, thread, subjectId: id })
    await notify(tx, 'rows_changed', { articleId: thread.articleId })
  })
}
