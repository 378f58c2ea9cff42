import { and, asc, eq, gt, inArray, lte, min, type SQL, sql } from 'drizzle-orm'
import { db, type Transaction } from '../../../db/client'
import { members, people, publications, releaseOutcomes, releases, underReview } from '../../../db/schema'
import { done } from '../../audit/audit'
import { keepEntry } from '../../audit/keep-entry'
import { notify } from '../../channel/notify'
import { whyNotCleared } from '../../clearance/clearance'
import { readClearances } from '../../clearance/read-clearances'
import { holdArticle } from '../../deleted/lock-article'
import { may } from '../../member/member'
import { keepEvent } from '../../notice/event/keep-event'
import { tellMembers } from '../../notice/tell-members'
import { readLogKey } from '../../publication/log/read-log-key'
import { readAhead } from '../../publication/next/read-ahead'
import { publish } from '../../publication/publish'
import { type Refusal, Refused } from '../../refusal'
import { readWhyGoneNow } from '../facts/read-gone'
import { type OpenedSubmission, openSubmission } from '../open-submission'
import { whyNotPublishNow } from './release'

const liesAhead: SQL = sql`not exists (
  select from ${releaseOutcomes} where ${releaseOutcomes.releaseId} = ${releases.id})`

/** Publishes everything whose time has come, each in a transaction of its own; says when the next one is due. */
export async function publishDue(now: Date = new Date()): Promise<Date | null> {
  await readLogKey()
  const due = await db()
    .select({ id: releases.id, submissionId: releases.submissionId })
    .from(releases)
    .where(and(lte(releases.publishAt, now), liesAhead))
    .orderBy(asc(releases.publishAt), asc(releases.id))
  const failures: unknown[] = []
  // One that fails must not keep the others from their readers; it is tried again next time.
  for (const release of due) await publishOne(release, now).catch((error) => failures.push(error))
  if (failures.length) throw new AggregateError(failures, 'something due could not be published')
  const [next] = await db()
    .select({ at: min(releases.publishAt) })
    .from(releases)
    .where(liesAhead)
  return next?.at ?? null
}

/** Every process may come here at the same moment: under the claim's lock only the first one finds no outcome. */
async function publishOne(
  { id: releaseId, submissionId }: Pick<typeof releases.$inferSelect, 'id' | 'submissionId'>,
  now: Date,
): Promise<void> {
  await readAhead(submissionId)
  await db().transaction(async (tx) => {
    const [release] = await tx.select().from(releases).where(eq(releases.id, releaseId))
    if (!release) return
    const submission = await openSubmission(tx, release.submissionId, null)
    if (!submission || submission.release?.outcome) return
    const refusal = await whyNotNow(tx, submission, release)
    const outcome = { releaseId, memberId: null, note: '', endedAt: now }
    await tx.insert(releaseOutcomes).values({ ...outcome, refusal, end: refusal ? 'refused' : 'published' })
    if (refusal) await tellOfReturn(tx, submission, release)
    else {
      const editor = { id: release.editorId, name: submission.release?.editor ?? '' }
      await publish(tx, { submission, editor, at: now })
    }
    await keepOutcome(tx, submission, { editorId: release.editorId, refusal })
    await notify(tx, 'rows_changed', { articleId: submission.articleId })
  })
}

/** In the audit it is the decision of whoever gave it its time, which takes effect now, or no more. */
async function keepOutcome(
  tx: Transaction,
  { id: submissionId, deskId }: OpenedSubmission,
  { editorId, refusal }: { editorId: string; refusal: Refusal | null },
): Promise<void> {
  const [editor] = await tx
    .select({ personId: members.personId })
    .from(members)
    .where(eq(members.id, editorId))
  await keepEntry(tx, {
    ...{ deskId, memberId: editorId, personId: editor?.personId ?? null },
    ...{ act: 'decide on submissions', way: 'release', outcome: refusal?.code ?? done },
    ...{ things: { submissionId }, words: { decision: 'approved' } },
  })
}

/**
 * Whoever approved it and whoever wrote it are told, by the name of the one who asked for approval, that it came back;
 * so is everybody who hears of what is returned, unless newer words of the claim are in review by now.
 */
async function tellOfReturn(
  tx: Transaction,
  submission: OpenedSubmission,
  { id, editorId }: typeof releases.$inferSelect,
): Promise<void> {
  const { articleId, claimId, authors, deskId } = submission
  const about = { kind: 'release-held' as const, subjectId: id, articleId, claimId }
  await tellMembers(tx, { ...about, by: { id: editorId, deskId }, to: authors })
  const to = [editorId, ...approversOf(submission)]
  await tellMembers(tx, { ...about, by: { id: submission.submittedBy, deskId }, to })
  if (submission.isSuperseded) return
  const returned = { kind: 'returned', subjectId: submission.id, deskId, articleId, claimId } as const
  await keepEvent(tx, { ...returned, version: null })
}

const approversOf = ({ reviews }: OpenedSubmission) =>
  reviews.filter(({ decision }) => decision === 'approved').map(({ editorId }) => editorId)

async function whyNotNow(
  tx: Transaction,
  submission: OpenedSubmission,
  { editorId, plannedAt }: typeof releases.$inferSelect,
): Promise<Refusal | null> {
  const shut = await whyShut(tx, submission, editorId)
  if (shut) return shut
  const editors = await tx
    .select({ id: members.id, role: members.role, removedAt: members.removedAt })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(inArray(members.id, approversOf(submission)))
  const isEditor = (member: (typeof editors)[number]) =>
    member.removedAt === null && may(member, 'decide on submissions')
  const [doubted] = await tx
    .select({ id: underReview.id })
    .from(underReview)
    .innerJoin(publications, eq(publications.id, underReview.publicationId))
    .where(and(eq(publications.claimId, submission.claimId), gt(underReview.putAt, plannedAt)))
    .limit(1)
  return whyNotPublishNow({
    isSuperseded: submission.isSuperseded,
    isGone: (await readWhyGoneNow(tx, submission)) !== null,
    authors: submission.authors,
    approvers: editors.map((member) => ({ id: member.id, isEditor: isEditor(member) })),
    isDoubtedSince: doubted !== undefined,
    notCleared: whyNotCleared(await readClearances(submission.claimId, tx), submission),
  })
}

/**
 * The refusal that its article was deleted meanwhile, or is not open any more to whoever planned it; it is asked before
 * anything is written.
 */
async function whyShut(
  tx: Transaction,
  { deskId, articleId }: OpenedSubmission,
  editorId: string,
): Promise<Refusal | null> {
  try {
    await holdArticle(tx, { id: editorId, deskId }, articleId)
    return null
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return error.refusal.code === 'article-deleted' ? error.refusal : { code: 'release-approver-left' }
  }
}
