import { and, eq, inArray, isNull, max, ne, sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import type { Transaction } from '../../db/client'
import {
  articles,
  claimNumbers,
  desks,
  members,
  outbox,
  people,
  publications,
  reviews,
  revisions,
  submissions,
} from '../../db/schema'
import type { Member } from '../member/member'
import { notify } from '../notify'
import { Refused } from '../refusal'
import { appendLog } from './log/append-log'
import { claimPath, contextOf, type PublishedArticle, type PublishedClaim } from './publication'

type Submission = Pick<
  typeof submissions.$inferSelect,
  'id' | 'claimId' | 'articleId' | 'deskId' | 'hash' | 'frozen' | 'topics' | 'kind' | 'publicNote'
>
type Approval = { submission: Submission; editor: Pick<Member, 'id' | 'name'>; at: Date }
/** What became of an approved submission: the claim's public number and version, and where readers find it. */
export type Published = { id: string; number: number; version: number; path: string }

/** Makes an approved submission the next version of its claim, with its log entry and the order to make its pages. */
export async function publish(tx: Transaction, approval: Approval): Promise<Published> {
  const { submission, editor, at } = approval
  const number = await claimNumber(tx, submission.claimId)
  await refusePublished(tx, submission.id)
  await refuseForeign(tx, submission)
  const version = await nextVersion(tx, submission.claimId)
  const id = uuid()
  const { claimId, articleId, deskId, hash, kind, publicNote } = submission
  const content = await contentOf(tx, approval)
  await tx.insert(publications).values({
    ...{ id, claimId, number, version, articleId, deskId, submissionId: submission.id },
    ...{ kind, publicNote, hash, content, approvedBy: editor.id, publishedAt: at },
  })
  const body = { claim: number, version, contentHash: hash, desk: await slugOfDesk(tx, deskId) }
  await appendLog(tx, {
    publicationId: id,
    kind: kind === 'first' ? 'publication' : 'correction',
    body: { ...body, at: at.toISOString() },
  })
  await tx.insert(outbox).values({ id: uuid(), publicationId: id })
  await notify(tx, 'publication_made', { publicationId: id })
  return { id, number, version, path: claimPath(number, content.claim.statement) }
}

/** The claim's number, taken now if this is its first publication; the row is locked so that versions queue up. */
async function claimNumber(tx: Transaction, claimId: string): Promise<number> {
  const known = () => tx.select().from(claimNumbers).where(eq(claimNumbers.claimId, claimId)).for('update')
  const [row] = await known()
  if (row) return row.number
  const [made] = await tx.insert(claimNumbers).values({ claimId }).onConflictDoNothing().returning()
  // No row came back: somebody else made it while we waited.
  const number = made?.number ?? (await known())[0]?.number
  if (number === undefined) throw new Error(`claim ${claimId} got no number`)
  return number
}

async function refusePublished(tx: Transaction, submissionId: string): Promise<void> {
  const [already] = await tx
    .select({ id: publications.id })
    .from(publications)
    .where(eq(publications.submissionId, submissionId))
  if (already) throw new Refused({ code: 'already-decided' })
}

/** A claim's versions are all of one article: `submit` sees to it, and a public record is worth looking twice. */
async function refuseForeign(tx: Transaction, { claimId, articleId }: Submission): Promise<void> {
  const elsewhere = and(eq(publications.claimId, claimId), ne(publications.articleId, articleId))
  const [found] = await tx.select({ id: publications.id }).from(publications).where(elsewhere).limit(1)
  if (found) throw new Refused({ code: 'claim-unknown' })
}

async function nextVersion(tx: Transaction, claimId: string): Promise<number> {
  const [newest] = await tx
    .select({ version: max(publications.version) })
    .from(publications)
    .where(eq(publications.claimId, claimId))
  return (newest?.version ?? 0) + 1
}

async function contentOf(tx: Transaction, { submission, editor }: Approval): Promise<PublishedClaim> {
  const { frozen, articleId } = submission
  const [revision] = await tx
    .select()
    .from(revisions)
    .where(and(eq(revisions.articleId, articleId), eq(revisions.hash, frozen.revision)))
  if (!revision) throw new Error(`article ${articleId} has no revision ${frozen.revision}`)
  return {
    claim: frozen,
    topics: submission.topics,
    article: await articleHead(tx, articleId, revision),
    context: contextOf(revision.text, frozen.selectors),
    authors: await namesOfAuthors(tx, submission.id),
    approvedBy: await namesOfEditors(tx, submission.id, editor),
  }
}

async function articleHead(
  tx: Transaction,
  articleId: string,
  revision: typeof revisions.$inferSelect,
): Promise<PublishedArticle> {
  await tx
    .update(articles)
    .set({ publicNumber: sql`nextval('article_numbers')` })
    .where(and(eq(articles.id, articleId), isNull(articles.publicNumber)))
  const [article] = await tx.select().from(articles).where(eq(articles.id, articleId))
  if (!article?.publicNumber) throw new Error(`article ${articleId} got no number`)
  const { title, publisher, published, byline, language } = revision
  return {
    ...{ id: articleId, number: article.publicNumber, title, publisher, published, byline },
    ...{ address: article.address, language, isOwn: article.isOwn, revision: revision.number },
  }
}

/** Names as the submission recorded its authors: an edit made after submitting is not in the frozen words. */
async function namesOfAuthors(tx: Transaction, submissionId: string): Promise<string[]> {
  const [row] = await tx
    .select({ authors: submissions.authors })
    .from(submissions)
    .where(eq(submissions.id, submissionId))
  if (!row?.authors.length) return []
  const named = await tx
    .select({ name: people.name })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(inArray(members.id, row.authors))
    .orderBy(people.name)
  return named.map(({ name }) => name)
}

async function namesOfEditors(
  tx: Transaction,
  submissionId: string,
  editor: Pick<Member, 'name'>,
): Promise<string[]> {
  const named = await tx
    .select({ name: people.name })
    .from(reviews)
    .innerJoin(members, eq(members.id, reviews.editorId))
    .innerJoin(people, eq(people.id, members.personId))
    .where(and(eq(reviews.submissionId, submissionId), eq(reviews.decision, 'approved')))
    .orderBy(reviews.decidedAt)
  return [...new Set([...named.map(({ name }) => name), editor.name])]
}

async function slugOfDesk(tx: Transaction, deskId: string): Promise<string> {
  const [desk] = await tx.select({ slug: desks.slug }).from(desks).where(eq(desks.id, deskId))
  if (!desk) throw new Error(`there is no desk ${deskId}`)
  return desk.slug
}
