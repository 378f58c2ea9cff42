import { and, eq, isNull, or } from 'drizzle-orm'
import { db } from '../../../db/client'
import { reportBlocks, reports } from '../../../db/schema'
import { isOpenTo } from '../../deleted/read-removal'
import type { Member } from '../../member/member'
import { Refused } from '../../refusal'

type Asked = { member: Member; reportId: string; isBlocked: boolean }

/** Takes nothing more from the network that a report came from, or takes it again. Done twice, it is done once. */
export async function changeBlock({ member, reportId, isBlocked }: Asked): Promise<void> {
  await db().transaction(async (tx) => {
    const isOpen = or(isNull(reports.articleId), isOpenTo(reports.articleId, member.id))
    const [report] = await tx
      .select({ senderHash: reports.senderHash })
      .from(reports)
      .where(and(eq(reports.id, reportId), eq(reports.deskId, member.deskId), isOpen))
    if (!report) throw new Refused({ code: 'report-unknown' })
    const { senderHash } = report
    const block = { deskId: member.deskId, senderHash, blockedBy: member.id }
    if (isBlocked) return void (await tx.insert(reportBlocks).values(block).onConflictDoNothing())
    const same = and(eq(reportBlocks.deskId, member.deskId), eq(reportBlocks.senderHash, senderHash))
    await tx.delete(reportBlocks).where(same)
  })
}
