import { and, asc, eq, inArray, isNotNull, like, or, sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import type { Transaction } from '../../../db/client'
import {
  claimNumbers,
  deliveries,
  desks,
  logEntries,
  outbox,
  pages,
  publications,
  redactedVersions,
  redactions,
  underReview,
} from '../../../db/schema'
import { textHash } from '../../article/frozen-text'
import { canonicalHash } from '../../canonical-hash'
import { notify } from '../../channel/notify'
import { appendLog } from '../log/append-log'
import { articleCopyPath, recordOf, slugOf } from '../publication'
import { itsEntry } from '../read-published'
import { blackedOut } from './black-out'
import { removeFromDossiers } from './dossiers/remove-from-dossiers'
import { readOwnText } from './read-own-text'
import { readWithoutParts } from './read-redaction-changes'
import { groundOf } from './read-redactions'

type Redaction = Pick<
  typeof redactions.$inferSelect,
  'id' | 'articleId' | 'words' | 'law' | 'court' | 'number'
> & { confirmedAt: Date }

/**
 * Takes words out of the rows of all versions of an article's claims and of the dossiers that hold it, seals each changed
 * version anew by an entry of the log, and the text of a desk's own article by one more, and has everything made again that
 * is made from them. The old entries stay, with their hashes.
 */
export async function removeWords(tx: Transaction, redaction: Redaction): Promise<void> {
  const { articleId, words } = redaction
  const versions = await lockVersions(tx, articleId)
  await tx.execute(sql`set local proofroom.may_remove = 'on'`)
  for (const version of versions) await sealAnew(tx, version, redaction)
  await sealText(tx, versions, redaction)
  await removeFromDossiers(tx, { articleId, words, ground: groundOf(redaction), at: redaction.confirmedAt })
  await removeFromLines(tx, versions, words)
  await removeFromMessages(tx, articleId, words)
  await removeDrawn(tx, versions)
  await makeAgain(tx, versions)
}

type Version = Awaited<ReturnType<typeof lockVersions>>[number]

/** All versions under the locks that `publish` takes, in order of number and version. */
async function lockVersions(tx: Transaction, articleId: string) {
  const ofArticle = tx
    .select({ claimId: publications.claimId })
    .from(publications)
    .where(eq(publications.articleId, articleId))
  await tx
    .select()
    .from(claimNumbers)
    .where(inArray(claimNumbers.claimId, ofArticle))
    .orderBy(asc(claimNumbers.number))
    .for('update')
  return tx
    .select({
      publication: publications,
      entry: logEntries.index,
      desk: desks.slug,
      isDemo: desks.isDemo,
    })
    .from(publications)
    .innerJoin(logEntries, itsEntry)
    .innerJoin(desks, eq(desks.id, publications.deskId))
    .where(eq(publications.articleId, articleId))
    .orderBy(asc(publications.number), asc(publications.version))
}

async function sealAnew(
  tx: Transaction,
  { publication, entry, desk, isDemo }: Version,
  redaction: Redaction,
) {
  const { id, number, version, kind } = publication
  const [content, publicNote] = blackedOut(
    [await readWithoutParts(tx, publication, redaction.words), publication.publicNote] as const,
    redaction.words,
  )
  const recordHash = canonicalHash(recordOf({ number, version, kind, publicNote, content }))
  if (recordHash === canonicalHash(recordOf(publication))) return
  await tx.update(publications).set({ content, publicNote }).where(eq(publications.id, id))
  const at = redaction.confirmedAt.toISOString()
  const sealed = { claim: number, version, contentHash: canonicalHash(content.claim), recordHash }
  const body = { ...sealed, redacts: entry, ground: groundOf(redaction), desk, at }
  const { index } = await appendLog(tx, {
    publicationId: id,
    kind: 'redaction',
    body: { ...body, ...(isDemo && { isDemo: true as const }) },
  })
  await tx.insert(redactedVersions).values({ redactionId: redaction.id, publicationId: id, entry: index })
}

/** The text itself is what is checked, and stays in the workroom as it is: readers have it without the words. */
async function sealText(tx: Transaction, [version]: Version[], redaction: Redaction): Promise<void> {
  const text = await readOwnText(tx, redaction.articleId)
  if (!version || !text?.removals.some(({ id }) => id === redaction.id)) return
  const { desk, isDemo } = version
  const body = { article: text.number, contentHash: textHash(text.shown), ground: groundOf(redaction), desk }
  const { index } = await appendLog(tx, {
    publicationId: null,
    kind: 'text-redaction',
    body: { ...body, at: redaction.confirmedAt.toISOString(), ...(isDemo && { isDemo: true as const }) },
  })
  await tx.update(redactions).set({ textEntry: index }).where(eq(redactions.id, redaction.id))
}

/** What readers are told while a claim is under review. */
async function removeFromLines(tx: Transaction, versions: Version[], words: string[]): Promise<void> {
  const ids = versions.map(({ publication }) => publication.id)
  const lines = await tx.select().from(underReview).where(inArray(underReview.publicationId, ids))
  for (const { id, line } of lines)
    await tx
      .update(underReview)
      .set({ line: blackedOut(line, words) })
      .where(eq(underReview.id, id))
}

/** What addresses elsewhere were told of the article, or are to be: also in what a statement makes of an address. */
async function removeFromMessages(tx: Transaction, articleId: string, words: string[]): Promise<void> {
  const told = await tx
    .select({ id: deliveries.id, body: deliveries.body })
    .from(deliveries)
    .where(and(eq(deliveries.articleId, articleId), isNotNull(deliveries.event)))
  const all = [...words, ...words.map(slugOf)]
  for (const { id, body } of told) {
    const left = JSON.stringify(blackedOut(JSON.parse(body), all))
    if (left !== body) await tx.update(deliveries).set({ body: left }).where(eq(deliveries.id, id))
  }
}

/** Pictures and PDFs are drawn after the pages, and drawing can fail: until they are drawn anew there are none. */
async function removeDrawn(tx: Transaction, versions: Version[]): Promise<void> {
  const numbers = [...new Set(versions.map(({ publication }) => publication.number))]
  const articles = [...new Set(versions.map(({ publication }) => publication.content.article.number))]
  const ofVersions = numbers.flatMap((number) => [
    like(pages.path, `/c/${number}/v/%.png`),
    like(pages.path, `/c/${number}/v/%.pdf`),
  ])
  const ofArticles = articles.map((number) => eq(pages.path, articleCopyPath(number, 'pdf')))
  const gone = await tx
    .delete(pages)
    .where(or(...ofVersions, ...ofArticles))
    .returning({ path: pages.path })
  // A message may be at most 8000 bytes long.
  for (let from = 0; from < gone.length; from += 50)
    await notify(tx, 'pages_changed', { paths: gone.slice(from, from + 50).map(({ path }) => path) })
}

/** Orders everything that is made from the versions anew: what looks like a page of an older template is made again. */
async function makeAgain(tx: Transaction, versions: Version[]): Promise<void> {
  const newest = new Map(versions.map(({ publication }) => [publication.number, publication.id]))
  const ofClaims = [...newest.keys()].map((number) => like(pages.path, `/c/${number}/v/%`))
  await tx
    .update(pages)
    .set({ template: '' })
    .where(or(...ofClaims))
  for (const publicationId of newest.values()) {
    await tx.insert(outbox).values({ id: uuid(), publicationId })
    await notify(tx, 'publication_made', { publicationId })
  }
}
