import { sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { db } from '../../db/client'
import { resolutions } from '../../db/schema'
import { notify } from '../channel/notify'
import type { Member } from '../member/member'
import { refuseIf } from '../refusal'
import { openThread } from './open-thread'
import { whyNotSettle } from './thread'

type Settled = { member: Member; threadId: string; isResolved: boolean; reason: string }

/** Resolves a thread, or opens it again; one that is so already stays as it is. */
export async function resolveThread({ member, threadId, isResolved, reason }: Settled): Promise<void> {
  await db().transaction(async (tx) => {
    const thread = await openThread(tx, member, threadId)
    refuseIf(whyNotSettle(thread, member))
    if (thread.isResolved === isResolved) return
    await tx.insert(resolutions).values({
      ...{ id: newId(), threadId, memberId: member.id, isResolved, reason },
      // Two may follow each other in one transaction's time.
      at: sql`clock_timestamp()`,
    })
    await notify(tx, 'rows_changed', { articleId: thread.articleId })
  })
}
