import { and, eq, isNull, max, ne, sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import type { Transaction } from '../../db/client'
import {
  articles,
  claimNumbers,
  claims,
  desks,
  outbox,
  publications,
  type submissions,
} from '../../db/schema'
import { shareTurn } from '../../db/take-turn'
import type { Stage } from '../../db/vocabulary'
import { changeDue } from '../assignment/due/change-due'
import { canonicalHash } from '../canonical-hash'
import { notify } from '../channel/notify'
import { spokenFor } from '../language/language'
import type { Member } from '../member/member'
import { keepEvent } from '../notice/event/keep-event'
import { tellMembers } from '../notice/tell-members'
import { tellDependents } from '../proposition/tell-dependents'
import { Refused } from '../refusal'
import { words } from '../words'
import { appendLog } from './log/append-log'
import type { LogBody } from './log/log'
import { readContent } from './next/read-content'
import { publicWords, recordOf } from './publication'
import { wordsTurn } from './redaction/ask-redaction'
import { blackedOut, isBlackedOut } from './redaction/black-out'
import { keepRemoved } from './redaction/keep-removed'
import { readRemovedWords } from './redaction/read-redactions'

type Submission = Pick<
  typeof submissions.$inferSelect,
  | 'id'
  | 'claimId'
  | 'articleId'
  | 'deskId'
  | 'hash'
  | 'frozen'
  | 'topics'
  | 'scaleId'
  | 'kind'
  | 'publicNote'
  | 'authors'
>
type Approval = { submission: Submission; editor: Pick<Member, 'id' | 'name'>; at: Date }
/** What became of an approved submission: the claim's public number and version, and where readers find it. */
export type Published = { id: string; number: number; version: number; path: string }

/** Makes an approved submission the next version of its claim, with its log entry and the order to make its pages. */
export async function publish(tx: Transaction, approval: Approval): Promise<Published> {
  const { submission, editor, at } = approval
  await shareTurn(tx, wordsTurn(submission.articleId))
  const number = await claimNumber(tx, submission.claimId)
  await refusePublished(tx, submission.id)
  await refuseForeign(tx, submission)
  const version = await nextVersion(tx, submission.claimId)
  const id = uuid()
  const { claimId, articleId, deskId, hash, scaleId, kind } = submission
  const publicNote = blackedOut(submission.publicNote, await readRemovedWords(tx, articleId))
  const desk = await readDesk(tx, deskId)
  const content = await readContent(tx, approval, await articleNumber(tx, articleId))
  await tx.insert(publications).values({
    ...{ id, claimId, number, version, articleId, deskId, submissionId: submission.id },
    ...{ kind, publicNote, hash, scaleId, content, approvedBy: editor.id, publishedAt: at },
  })
  const recordHash = canonicalHash(recordOf({ number, version, kind, publicNote, content }))
  const contentHash = canonicalHash(content.claim)
  const body = { claim: number, version, contentHash, recordHash, ...sealedOf(desk) }
  await keepRemoved(tx, { id, articleId }, isBlackedOut([content, publicNote]))
  await appendLog(tx, {
    publicationId: id,
    kind: kind === 'first' ? 'publication' : kind === 'retraction' ? 'retraction' : 'correction',
    body: { ...body, at: at.toISOString() },
  })
  await tx.insert(outbox).values({ id: uuid(), publicationId: id })
  const by = { id: editor.id, deskId }
  await tellMembers(tx, { kind: 'published', by, subjectId: id, to: submission.authors, articleId, claimId })
  await tellDependents(tx, { id, claimId, deskId }, editor.id)
  await changeDue(tx, { by, claimId, stage: await stageAfter(tx, submission), at })
  const kindOfEvent = kind === 'first' ? 'published' : kind === 'retraction' ? 'retracted' : 'corrected'
  const said = publicWords(content, { number, version }, words(spokenFor(desk.language)))
  await keepEvent(tx, { kind: kindOfEvent, deskId, subjectId: id, articleId, claimId, version: said })
  await notify(tx, 'publication_made', { publicationId: id })
  return { id, number, version, path: said.path }
}

/** Where the claim stands now; while it waited, the room may have moved on from the words that readers get. */
async function stageAfter(tx: Transaction, { claimId, kind, hash }: Submission): Promise<Stage> {
  if (kind === 'retraction') return 'retracted'
  const [inRoom] = await tx.select({ hash: claims.hash }).from(claims).where(eq(claims.id, claimId))
  return inRoom && inRoom.hash !== hash ? 'changed-since' : 'published'
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

/** The article's public number, taken now if this is the first publication from it. */
async function articleNumber(tx: Transaction, articleId: string): Promise<number> {
  await tx
    .update(articles)
    .set({ publicNumber: sql`nextval('article_numbers')` })
    .where(and(eq(articles.id, articleId), isNull(articles.publicNumber)))
  const [article] = await tx
    .select({ number: articles.publicNumber })
    .from(articles)
    .where(eq(articles.id, articleId))
  if (!article?.number) throw new Error(`article ${articleId} got no number`)
  return article.number
}

/** The desk as an entry of the log names it. */
async function readDesk(tx: Transaction, deskId: string) {
  const [desk] = await tx
    .select({ slug: desks.slug, isDemo: desks.isDemo, language: desks.language })
    .from(desks)
    .where(eq(desks.id, deskId))
  if (!desk) throw new Error(`there is no desk ${deskId}`)
  return desk
}

const sealedOf = ({ slug, isDemo }: { slug: string; isDemo: boolean }): Pick<LogBody, 'desk' | 'isDemo'> => ({
  desk: slug,
  ...(isDemo && { isDemo: true }),
})
