import { and, asc, eq, gt, inArray, lte, min, type SQL, sql } from 'drizzle-orm'
import { db, type Transaction } from '../../../db/client'
import { members, people, publications, releaseOutcomes, releases, underReview } from '../../../db/schema'
import { notify } from '../../channel/notify'
import { whyNotCleared } from '../../clearance/clearance'
import { readClearances } from '../../clearance/read-clearances'
import { holdArticle } from '../../deleted/lock-article'
import { may } from '../../member/member'
import { tellMembers } from '../../notice/tell-members'
import { readLogKey } from '../../publication/log/read-log-key'
import { publish } from '../../publication/publish'
import { type Refusal, Refused } from '../../refusal'
import { readWhyGone } from '../facts/read-gone'
import { type OpenedSubmission, openSubmission } from '../open-submission'
import { whyNotPublishNow } from './release'

const liesAhead: SQL = sql`not exists (
  select from ${releaseOutcomes} where ${releaseOutcomes.releaseId} = ${releases.id})`

/** Publishes everything whose time has come, each in a transaction of its own; says when the next one is due. */
export async function publishDue(now: Date = new Date()): Promise<Date | null> {
  await readLogKey()
  const due = await db()
    .select({ id: releases.id })
    .from(releases)
    .where(and(lte(releases.publishAt, now), liesAhead))
    .orderBy(asc(releases.publishAt), asc(releases.id))
  const failures: unknown[] = []
  // One that fails must not keep the others from their readers; it is tried again next time.
  for (const { id } of due) await publishOne(id, now).catch((error) => failures.push(error))
  if (failures.length) throw new AggregateError(failures, 'something due could not be published')
  const [next] = await db()
    .select({ at: min(releases.publishAt) })
    .from(releases)
    .where(liesAhead)
  return next?.at ?? null
}

/** Every process may come here at the same moment: under the claim's lock only the first one finds no outcome. */
async function publishOne(releaseId: string, now: Date): Promise<void> {
  await db().transaction(async (tx) => {
    const [release] = await tx.select().from(releases).where(eq(releases.id, releaseId))
    if (!release) return
    const outcome = { releaseId, memberId: null, note: '', endedAt: now }
    const submission = await openSubmission(tx, release.submissionId, { id: release.editorId })
    // The article was limited to others since: whoever planned it may not see it any more.
    if (!submission) return keepShutOut(tx, outcome)
    if (submission.release?.outcome) return
    const refusal = await whyNotNow(tx, submission, release)
    await tx.insert(releaseOutcomes).values({ ...outcome, refusal, end: refusal ? 'refused' : 'published' })
    if (refusal) await tellOfReturn(tx, submission, release)
    else {
      const editor = { id: release.editorId, name: submission.release?.editor ?? '' }
      await publish(tx, { submission, editor, at: now })
    }
    await notify(tx, 'rows_changed', { articleId: submission.articleId })
  })
}

/** Who planned it and whoever wrote it are told, by the name of the one who asked for approval, that it came back. */
async function tellOfReturn(
  tx: Transaction,
  submission: OpenedSubmission,
  { id, editorId }: typeof releases.$inferSelect,
): Promise<void> {
  const { articleId, claimId, authors, deskId } = submission
  const about = { kind: 'release-held' as const, subjectId: id, articleId, claimId }
  await tellMembers(tx, { ...about, by: { id: editorId, deskId }, to: authors })
  await tellMembers(tx, { ...about, by: { id: submission.submittedBy, deskId }, to: [editorId] })
}

type Outcome = Omit<typeof releaseOutcomes.$inferInsert, 'end' | 'refusal'>

async function keepShutOut(tx: Transaction, outcome: Outcome): Promise<void> {
  const refusal: Refusal = { code: 'release-approver-left' }
  await tx
    .insert(releaseOutcomes)
    .values({ ...outcome, refusal, end: 'refused' })
    .onConflictDoNothing()
}

async function whyNotNow(
  tx: Transaction,
  submission: OpenedSubmission,
  { editorId, plannedAt }: typeof releases.$inferSelect,
): Promise<Refusal | null> {
  const gone = await whyGone(tx, submission, editorId)
  if (gone) return gone
  const approvers = submission.reviews
    .filter(({ decision }) => decision === 'approved')
    .map(({ editorId }) => editorId)
  const editors = await tx
    .select({ id: members.id, role: members.role, removedAt: members.removedAt })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(inArray(members.id, approvers))
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
    isGone: (await readWhyGone(submission, tx)) !== null,
    authors: submission.authors,
    approvers: editors.map((member) => ({ id: member.id, isEditor: isEditor(member) })),
    isDoubtedSince: doubted !== undefined,
    notCleared: whyNotCleared(await readClearances(submission.claimId, tx), submission),
  })
}

/** The refusal that its article was deleted meanwhile; it is asked before anything is written. */
async function whyGone(
  tx: Transaction,
  { deskId, articleId }: OpenedSubmission,
  editorId: string,
): Promise<Refusal | null> {
  try {
    await holdArticle(tx, { id: editorId, deskId }, articleId)
    return null
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
}
