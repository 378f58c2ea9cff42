import { and, eq } from 'drizzle-orm'
import { db } from '../../../db/client'
import { openings, submissions } from '../../../db/schema'
import { isOpenTo, refuseAbsent } from '../../deleted/read-removal'
import type { Member } from '../../member/member'
import { Refused } from '../../refusal'

/** Signs that an editor has a submission open before them; the first time is the one that is kept. */
export async function keepOpening({ member, submissionId }: { member: Member; submissionId: string }) {
  const [submission] = await db()
    .select({ articleId: submissions.articleId })
    .from(submissions)
    .where(
      and(
        eq(submissions.id, submissionId),
        eq(submissions.deskId, member.deskId),
        isOpenTo(submissions.articleId, member.id),
      ),
    )
  if (!submission) throw new Refused({ code: 'submission-unknown' })
  await refuseAbsent(member, submission.articleId)
  await db().insert(openings).values({ submissionId, memberId: member.id }).onConflictDoNothing()
}
