import { eq } from 'drizzle-orm'
import { db } from '../../db/client'
import { submissions } from '../../db/schema'
import { notify } from '../channel/notify'
import { holdArticle } from '../deleted/lock-article'
import type { Member } from '../member/member'
import { Refused, refuseIf } from '../refusal'
import { openSubmission } from './open-submission'
import { whyNotWithdraw } from './submission'

/** Takes an open submission back; only the one who made it may. */
export async function withdraw({ member, submissionId }: { member: Member; submissionId: string }) {
  await db().transaction(async (tx) => {
    const submission = await openSubmission(tx, submissionId, member)
    if (!submission) throw new Refused({ code: 'submission-unknown' })
    refuseIf(whyNotWithdraw(submission, member))
    await holdArticle(tx, member, submission.articleId)
    await tx.update(submissions).set({ withdrawnAt: new Date() }).where(eq(submissions.id, submissionId))
    await notify(tx, 'rows_changed', { articleId: submission.articleId })
  })
}
