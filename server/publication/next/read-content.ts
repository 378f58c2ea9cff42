import { and, eq } from 'drizzle-orm'
import type { Database, Transaction } from '../../../db/client'
import { articles, desks, reviews, revisions, submissions } from '../../../db/schema'
import { inLanguage } from '../../language/follow-language'
import { spokenFor } from '../../language/language'
import { readPublicNames } from '../../member/face/read-names'
import type { Member } from '../../member/member'
import { readChosenDissent, readDissent } from '../../own-verdict/read-dissent'
import { publicCopy } from '../../review/submission'
import { readTold } from '../../revision/passage/read-told'
import { readScaleOf } from '../../scale/read-scale'
import { readRecorded } from '../../source/snapshot/read-recorded'
import { words } from '../../words'
import { contextOf, type PublishedArticle, type PublishedClaim } from '../publication'
import { blackedOut } from '../redaction/black-out'
import { blackedExtracts, extractsOf, withExtracts } from '../redaction/extracts'
import { readRemovedWords } from '../redaction/read-redactions'

type Reader = Database | Transaction
export type Approved = {
  submission: Pick<typeof submissions.$inferSelect, 'id' | 'articleId' | 'frozen' | 'topics'>
  editor: Pick<Member, 'id'>
  /** What would be published beside it, before anybody has approved it so; left out for what its approvals say. */
  dissentId?: string | null
}

/**
 * All that readers see of a submission once this editor has approved it, in an article of this public number, and in
 * their desk's language, whatever the editor's is.
 */
export async function readContent(
  at: Reader,
  approved: Approved,
  articleNumber: number,
): Promise<PublishedClaim> {
  const [desk] = await at
    .select({ language: desks.language })
    .from(articles)
    .innerJoin(desks, eq(desks.id, articles.deskId))
    .where(eq(articles.id, approved.submission.articleId))
  return inLanguage(spokenFor(desk?.language), () => contentOf(at, approved, articleNumber))
}

async function contentOf(
  at: Reader,
  { submission, editor, dissentId = null }: Approved,
  articleNumber: number,
): Promise<PublishedClaim> {
  const { frozen, articleId } = submission
  const [revision] = await at
    .select()
    .from(revisions)
    .where(and(eq(revisions.articleId, articleId), eq(revisions.hash, frozen.revision)))
  if (!revision) throw new Error(`article ${articleId} has no revision ${frozen.revision}`)
  const evidence = await readRecorded(at, frozen.sources)
  const { claimId, selectors } = frozen
  const passage = await readTold({ claimId, articleId, revision: frozen.revision, selectors }, at)
  const content: PublishedClaim = {
    // What its sources' terms withhold is in nothing that readers, programs and the log get from here on.
    claim: publicCopy(frozen),
    topics: submission.topics,
    scale: await readScaleOf(submission.id, at),
    article: { ...(await readHead(at, articleId, revision)), number: articleNumber },
    context: contextOf(revision.text, frozen.selectors),
    authors: await namesOfAuthors(at, submission.id),
    approvedBy: await namesOfEditors(at, submission.id, editor),
    dissent: await readDissent(at, frozen.claimId, dissentId ?? (await readChosenDissent(at, submission.id))),
    ...(evidence.length > 0 && { evidence }),
    ...(passage && { passage }),
  }
  // What was removed under law does not come back with a new version.
  const removed = await readRemovedWords(at, articleId)
  const place = { text: revision.text, selectors: frozen.selectors, words: removed }
  return blackedOut(withExtracts(content, blackedExtracts(extractsOf(content), place)), removed)
}

async function readHead(
  at: Reader,
  articleId: string,
  revision: typeof revisions.$inferSelect,
): Promise<Omit<PublishedArticle, 'number'>> {
  const [article] = await at.select().from(articles).where(eq(articles.id, articleId))
  if (!article) throw new Error(`there is no article ${articleId}`)
  const { title, publisher, published, byline, language } = revision
  return {
    ...{ id: articleId, title, publisher, published, byline },
    ...{ address: article.address, language, isOwn: article.isOwn, revision: revision.number },
  }
}

/** How readers see the authors as the submission recorded them: an edit made after submitting is not in the frozen words. */
async function namesOfAuthors(at: Reader, submissionId: string): Promise<string[]> {
  const [row] = await at
    .select({ authors: submissions.authors })
    .from(submissions)
    .where(eq(submissions.id, submissionId))
  if (!row?.authors.length) return []
  const names = await readPublicNames(at, row.authors, words())
  return names.toSorted((one, other) => one.localeCompare(other, 'en'))
}

async function namesOfEditors(
  at: Reader,
  submissionId: string,
  editor: Pick<Member, 'id'>,
): Promise<string[]> {
  const approved = await at
    .select({ id: reviews.editorId })
    .from(reviews)
    .where(and(eq(reviews.submissionId, submissionId), eq(reviews.decision, 'approved')))
    .orderBy(reviews.decidedAt)
  return readPublicNames(at, [...approved.map(({ id }) => id), editor.id], words())
}
