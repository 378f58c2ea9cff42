import { eq } from 'drizzle-orm'
import { db } from '../../db/client'
import { members, noticeSettings } from '../../db/schema'
import { noticeKinds } from '../../db/vocabulary'
import type { Member } from '../member/member'
import { refuseIf } from '../refusal'
import { isSameSettings, type NoticeSettings } from './notice'
import { readNoticeSettings } from './read-notices'

type Changed = { member: Member; was: NoticeSettings; to: NoticeSettings }

/** Changes what a member is told from now on; refused where another window of theirs was faster. */
export async function changeNoticeSettings({ member, was, to }: Changed): Promise<void> {
  await db().transaction(async (tx) => {
    await tx.select({ id: members.id }).from(members).where(eq(members.id, member.id)).for('update')
    const now = await readNoticeSettings(member.id, tx)
    if (isSameSettings(now, to)) return
    refuseIf(isSameSettings(now, was) ? null : { code: 'setting-changed' })
    const kept = { ...to, known: [...noticeKinds] }
    await tx
      .insert(noticeSettings)
      .values({ memberId: member.id, ...kept })
      .onConflictDoUpdate({ target: noticeSettings.memberId, set: kept })
  })
}
