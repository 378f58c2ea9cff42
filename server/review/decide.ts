import { v7 as uuid } from 'uuid'
import { db, type Transaction } from '../../db/client'
import { reviews } from '../../db/schema'
import type { Decision } from '../../db/vocabulary'
import { changeDue } from '../assignment/due/change-due'
import { notify } from '../channel/notify'
import { whyNotTicked } from '../check-list/check-list'
import { readChecks } from '../check-list/read-check-list'
import { whyNotCleared } from '../clearance/clearance'
import { readClearances } from '../clearance/read-clearances'
import { holdArticle } from '../deleted/lock-article'
import type { Member } from '../member/member'
import { keepEvent } from '../notice/event/keep-event'
import { tellMembers } from '../notice/tell-members'
import { whyNotDissent } from '../own-verdict/own-verdict'
import { readSigned } from '../own-verdict/read-dissent'
import { readLogKey } from '../publication/log/read-log-key'
import { readAhead } from '../publication/next/read-ahead'
import { publish } from '../publication/publish'
import { type Refusal, Refused, refuseIf } from '../refusal'
import { readWhyNotSeconded } from '../second-verdict/read-second-verdicts'
import { readWhyGoneNow } from './facts/read-gone'
import { type OpenedSubmission, openSubmission } from './open-submission'
import { planRelease } from './release/plan-release'
import { decisionOf, whyNotDecide, whyNotNote } from './submission'

type DecideRequest = {
  member: Member
  submissionId: string
  decision: Decision
  note: string
  /** When it shall go out, as the desk's clock will show; left out to publish at once. */
  publishAt?: string | null
  /** The own verdict of a member that is published beside it; left out for none. */
  dissentId?: string | null
}
export type Decided = { publication: { number: number; version: number; path: string } | null }

/** Records an editor's decision; the approval that suffices publishes the frozen copy in the same transaction. */
export async function decide(request: DecideRequest): Promise<Decided> {
  const { member, submissionId, decision, note, publishAt = null, dissentId = null } = request
  // Read inside, it would want a second connection while every first one may be taken by others who want it, too.
  await readLogKey()
  if (decision === 'approved') await readAhead(submissionId)
  return db().transaction(async (tx) => {
    const submission = await openSubmission(tx, submissionId, member)
    if (!submission) throw new Refused({ code: 'submission-unknown' })
    refuseIf(whyNotDecide(submission, member) ?? whyNotNote(decision, note))
    if (decision === 'approved') refuseIf(await whyNotApprove(tx, submission))
    if (dissentId) refuseIf(await whyNotBeside(tx, submission, { decision, dissentId }))
    await holdArticle(tx, member, submission.articleId)
    if (decision === 'approved') refuseIf(await readWhyGoneNow(tx, submission))
    const at = new Date()
    const review = { editorId: member.id, decision }
    await tx
      .insert(reviews)
      .values({ id: uuid(), submissionId, ...review, dissentId, note: note.trim(), decidedAt: at })
    const decided = decisionOf({ ...submission, reviews: [...submission.reviews, review] })
    refuseIf(publishAt !== null && decided !== 'approved' ? { code: 'release-not-last' } : null)
    if (publishAt !== null) await planRelease(tx, { submissionId, editor: member, publishAt, now: at })
    const isDue = decided === 'approved' && publishAt === null
    const publication = isDue ? await publish(tx, { submission, editor: member, at }) : null
    if (decided === 'returned') {
      await tellReturned(tx, submission, member)
      await changeDue(tx, { by: member, claimId: submission.claimId, stage: 'returned', at })
    }
    await notify(tx, 'rows_changed', { articleId: submission.articleId })
    return { publication }
  })
}

async function tellReturned(tx: Transaction, submission: OpenedSubmission, by: Member): Promise<void> {
  const { id: subjectId, deskId, articleId, claimId, authors: to } = submission
  const returned = { kind: 'returned', subjectId, articleId, claimId } as const
  await tellMembers(tx, { ...returned, by, to })
  await keepEvent(tx, { ...returned, deskId, version: null })
}

/** Why it cannot be approved yet: this very submission was not cleared, not judged by who was asked, or not checked. */
async function whyNotApprove(tx: Transaction, submission: OpenedSubmission): Promise<Refusal | null> {
  const { id, deskId, frozen, claimId } = submission
  const { checks, isDemanded } = await readChecks({ id, deskId, kind: frozen.kind }, tx)
  return (
    whyNotTicked(checks, { isDemanded }) ??
    (await readWhyNotSeconded(submission, tx)) ??
    whyNotCleared(await readClearances(claimId, tx), submission)
  )
}

/** Why this own verdict cannot be published beside the submission. */
async function whyNotBeside(
  tx: Transaction,
  { claimId, kind, hash, frozen: { verdict } }: OpenedSubmission,
  { decision, dissentId }: { decision: Decision; dissentId: string },
): Promise<Refusal | null> {
  if (decision !== 'approved' || kind === 'retraction') return { code: 'dissent-beside-nothing' }
  return whyNotDissent(await readSigned(tx, claimId, dissentId), { hash, verdict })
}
