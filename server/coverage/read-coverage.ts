import { and, asc, desc, eq, lt, sql } from 'drizzle-orm'
import { type Database, db, type Transaction } from '../../db/client'
import { claims, looks, members, people, revisions } from '../../db/schema'
import { quoteStands, type Span, wordsAt } from '../claim/quote'
import { refuseAbsent } from '../deleted/read-removal'
import type { Member } from '../member/member'
import { Refused } from '../refusal'
import { readPassages } from '../revision/passage/read-passages'
import { carriedTo } from '../revision/revision'
import { coverageOf, type Look, type SentenceState } from './coverage'
import { type Judged, judgedSentences } from './worth/judged'

type Reader = Pick<Database | Transaction, 'select' | 'selectDistinctOn'>

/** The sentences of an article's newest revision with where each stands, as the rows have it. */
export type Coverage = { revisionId: string; sentences: readonly Span[]; states: SentenceState[] }

/** The sentences of the newest revision of an article of the member's desk, each with its worth. */
export async function readSentences(member: Member, articleId: string) {
  await refuseAbsent(member, articleId)
  const revision = await newestRevision(articleId, db())
  return { revisionId: revision.id, sentences: judgedOnce(revision) }
}

/** What was signed about sentences of an article's newest revision, the newest of each sentence, the oldest first. */
export async function readLooks(member: Member, articleId: string): Promise<Look[]> {
  await refuseAbsent(member, articleId)
  return readSigned(await newestRevision(articleId, db()), db())
}

/** Where each sentence of an article stands; claims are read from their rows. */
export async function readCoverage(articleId: string, at: Reader = db()): Promise<Coverage> {
  const revision = await newestRevision(articleId, at)
  const sentences = judgedOnce(revision)
  const [quotes, signed] = [await quotesIn(articleId, revision, at), await readSigned(revision, at)]
  return { revisionId: revision.id, sentences, states: coverageOf(sentences, quotes, signed) }
}

/** What was signed about sentences of this revision, and of earlier ones about those that are in it word by word. */
async function readSigned(revision: Revision, at: Reader): Promise<Look[]> {
  const own = await looksAt(revision.id, at)
  const { articleId, number } = revision
  const earlier = await at
    .select({ id: revisions.id, text: revisions.text })
    .from(revisions)
    .where(
      and(
        eq(revisions.articleId, articleId),
        lt(revisions.number, number),
        sql`exists (select from ${looks} where ${looks.revisionId} = ${revisions.id})`,
      ),
    )
  if (earlier.length === 0) return own
  const places = onlyPlaces(revision)
  const carried: Look[] = []
  for (const { id, text } of earlier)
    for (const look of await looksAt(id, at)) {
      const place = places.get(wordsAt(text, look))
      if (place) carried.push({ ...look, ...place })
    }
  return [...carried, ...own].sort(byTime)
}

/** Where each sentence stands, by its words; one that stands in the text more than once says of none which it is. */
function onlyPlaces(revision: Revision): Map<string, Span> {
  const places = new Map<string, Span>()
  const several = new Set<string>()
  for (const { start, end } of judgedOnce(revision)) {
    const words = wordsAt(revision.text, { start, end })
    if (places.has(words)) several.add(words)
    places.set(words, { start, end })
  }
  for (const words of several) places.delete(words)
  return places
}

const byTime = (one: Look, other: Look) => one.at.getTime() - other.at.getTime()

type Revision = Pick<
  typeof revisions.$inferSelect,
  'articleId' | 'number' | 'id' | 'hash' | 'text' | 'blocks' | 'language'
>

async function newestRevision(articleId: string, at: Reader): Promise<Revision> {
  const { id, number, hash, text, blocks, language } = revisions
  const [revision] = await at
    .select({ articleId: revisions.articleId, number, id, hash, text, blocks, language })
    .from(revisions)
    .where(eq(revisions.articleId, articleId))
    .orderBy(desc(revisions.number))
    .limit(1)
  if (!revision) throw new Refused({ code: 'article-unknown' })
  return revision
}

/** A revision never changes, so the ones asked for last keep their sentences. */
const known = new Map<string, Judged[]>()
const mostKnown = 200

function judgedOnce({ id, blocks, language }: Revision): Judged[] {
  const sentences = known.get(id) ?? judgedSentences(blocks, language)
  known.delete(id)
  known.set(id, sentences)
  const [oldest] = known.keys()
  if (known.size > mostKnown && oldest) known.delete(oldest)
  return sentences
}

/** Where claims stand in the newest text: those that are marked in it, and those that were carried there. */
async function quotesIn(
  articleId: string,
  { hash, text }: Pick<Revision, 'hash' | 'text'>,
  at: Reader,
): Promise<(Span & { id: string })[]> {
  const rows = await at
    .select({ id: claims.id, revision: claims.revision, selectors: claims.selectors })
    .from(claims)
    .where(and(eq(claims.articleId, articleId), eq(claims.isDeleted, false)))
    .orderBy(asc(claims.start), asc(claims.id))
  const passages = rows.some(({ revision }) => revision !== hash) ? await readPassages(articleId, at) : []
  const carried = new Map(passages.map((passage) => [passage.claimId, carriedTo(passage)]))
  return rows
    .flatMap(({ id, revision, selectors }) => {
      const isHere = revision === hash && selectors !== null && quoteStands(text, selectors)
      const place = isHere ? selectors.position : carried.get(id)
      return place ? { id, ...place } : []
    })
    .sort((one, other) => one.start - other.start)
}

async function looksAt(revisionId: string, at: Reader): Promise<Look[]> {
  const rows = await at
    .selectDistinctOn([looks.start, looks.end], {
      id: looks.id,
      start: looks.start,
      end: looks.end,
      hasNoClaim: looks.hasNoClaim,
      by: { id: members.id, name: people.name },
      at: looks.at,
    })
    .from(looks)
    .innerJoin(members, eq(members.id, looks.memberId))
    .innerJoin(people, eq(people.id, members.personId))
    .where(eq(looks.revisionId, revisionId))
    .orderBy(looks.start, looks.end, desc(looks.at), desc(looks.id))
  return rows.sort(byTime)
}
