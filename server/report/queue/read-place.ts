import { and, eq } from 'drizzle-orm'
import { db } from '../../../db/client'
import { reports } from '../../../db/schema'
import { isOpenTo } from '../../deleted/read-removal'
import type { Member } from '../../member/member'
import { Refused } from '../../refusal'

/** Where on the desk the work on a report is done; `articleId` is null for one that is about no article. */
export async function readPlace({ id, deskId }: Member, reportId: string) {
  const [report] = await db()
    .select({
      articleId: reports.articleId,
      claimId: reports.claimId,
      isOpen: isOpenTo(reports.articleId, id),
    })
    .from(reports)
    .where(and(eq(reports.id, reportId), eq(reports.deskId, deskId)))
  if (!report || (report.articleId && !report.isOpen)) throw new Refused({ code: 'report-unknown' })
  return { articleId: report.articleId, claimId: report.claimId }
}
