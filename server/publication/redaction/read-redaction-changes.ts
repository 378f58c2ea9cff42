import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { Database, Transaction } from '../../../db/client'
import { publications, redactions, revisions, submissions, underReview } from '../../../db/schema'
import { type PublishedClaim, versionPath } from '../publication'
import { blackedExtracts, extractsOf, withExtracts } from './extracts'
import { readOwnText } from './read-own-text'
import { barsIn, type RedactionChange, timesIn } from './redaction'

/** Every version of every claim of an article in which the words stand, and the article's own text where they stand in it. */
export async function readRedactionChanges(
  at: Database | Transaction,
  articleId: string,
  words: string[],
): Promise<RedactionChange[]> {
  const rows = await at
    .select({ publication: publications, line: underReview.line })
    .from(publications)
    .leftJoin(underReview, eq(underReview.publicationId, publications.id))
    .where(eq(publications.articleId, articleId))
    .orderBy(asc(publications.number), asc(publications.version))
  const versions: RedactionChange[] = []
  for (const { publication, line } of rows) {
    const { number, version, content, publicNote } = publication
    const parts = await readWithoutParts(at, publication, words)
    const times = timesIn([parts, publicNote, line], words) + barsIn(parts) - barsIn(content)
    const path = versionPath(number, version)
    versions.push({ what: 'version', path, number, version, statement: content.claim.statement, times })
  }
  const text = await readOwnText(at, articleId)
  const number = text?.number ?? 0
  const times = timesIn(text?.shown ?? '', words)
  const own = { what: 'text' as const, path: `/a/${number}`, number, times }
  return [...versions, own].filter((change) => change.times > 0)
}

/**
 * What a version shows without the parts of these words, and of those removed before, with which its quote or its context
 * begin or end in the article's text.
 */
export async function readWithoutParts(
  at: Database | Transaction,
  { content, articleId, submissionId }: typeof publications.$inferSelect,
  words: string[],
): Promise<PublishedClaim> {
  const isOfIt = and(eq(revisions.articleId, articleId), eq(revisions.hash, content.claim.revision))
  const [made] = await at
    .select({ text: revisions.text, frozen: submissions.frozen })
    .from(submissions)
    .innerJoin(revisions, isOfIt)
    .where(eq(submissions.id, submissionId))
  if (!made) return content
  const confirmed = and(eq(redactions.articleId, articleId), isNotNull(redactions.confirmedAt))
  const before = await at.select({ words: redactions.words }).from(redactions).where(confirmed)
  const place = {
    ...{ text: made.text, selectors: made.frozen.selectors },
    words: [...words, ...before.flatMap((one) => one.words)],
  }
  return withExtracts(content, blackedExtracts(extractsOf(content), place))
}
