import { v7 as uuid } from 'uuid'
import { db } from '../../db/client'
import { reviews } from '../../db/schema'
import type { Decision } from '../../db/vocabulary'
import { holdArticle } from '../deleted/lock-article'
import type { Member } from '../member/member'
import { notify } from '../notify'
import { publish } from '../publication/publish'
import { Refused, refuseIf } from '../refusal'
import { openSubmission } from './open-submission'
import { isDecided, whyNotDecide, whyNotNote } from './submission'

type DecideRequest = { member: Member; submissionId: string; decision: Decision; note: string }
export type Decided = { publication: { number: number; version: number; path: string } | null }

/** Records an editor's decision; the approval that suffices publishes the frozen copy in the same transaction. */
export async function decide({ member, submissionId, decision, note }: DecideRequest): Promise<Decided> {
  return db().transaction(async (tx) => {
    const submission = await openSubmission(tx, submissionId)
    if (!submission) throw new Refused({ code: 'submission-unknown' })
    refuseIf(whyNotDecide(submission, member) ?? whyNotNote(decision, note))
    await holdArticle(tx, member, submission.articleId)
    const at = new Date()
    const review = { editorId: member.id, decision }
    await tx.insert(reviews).values({ id: uuid(), submissionId, ...review, note: note.trim(), decidedAt: at })
    const isApproved =
      decision === 'approved' && isDecided({ ...submission, reviews: [...submission.reviews, review] })
    const publication = isApproved ? await publish(tx, { submission, editor: member, at }) : null
    await notify(tx, 'rows_changed', { articleId: submission.articleId })
    return { publication }
  })
}
