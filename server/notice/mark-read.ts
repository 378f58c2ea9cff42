import { and, eq, inArray, isNull } from 'drizzle-orm'
import { db } from '../../db/client'
import { notices } from '../../db/schema'
import type { Member } from '../member/member'

/** Marks notices of the member as read: those that are named, or all. Others' are left as they are. */
export async function markRead({ member, ids }: { member: Member; ids: string[] | 'all' }): Promise<void> {
  const named = ids === 'all' ? undefined : inArray(notices.id, ids)
  await db()
    .update(notices)
    .set({ readAt: new Date() })
    .where(and(eq(notices.memberId, member.id), isNull(notices.readAt), named))
}
