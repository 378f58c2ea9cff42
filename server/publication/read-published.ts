import { and, desc, eq, inArray, ne, type SQL, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../db/client'
import { desks, logEntries, newestVersions, publications, underReview } from '../../db/schema'
import { sealingKinds } from '../../db/vocabulary'
import { canonicalHash } from '../canonical-hash'
import { houseScale } from '../claim/scale'
import { inLanguage } from '../language/follow-language'
import { spokenFor } from '../language/language'
import { onPage } from '../latest/filter'
import { readScale } from '../scale/read-scale'
import { type Words, words } from '../words'
import type { CheckedArticle } from './pages/article/checked-article'
import type { DeskScale, Listed } from './pages/lists/list-pages'
import type { Place } from './pages/lists/page-links'
import type { PublicDesk, PublicVersion } from './publication'
import { readOwnText } from './redaction/read-own-text'
import { readPublicRedactions } from './redaction/read-redactions'

type Reader = Database | Transaction

/** Joins a version with the log entry that sealed it: that it was put under review, or lost words, are entries of their own. */
export const itsEntry = and(
  eq(logEntries.publicationId, publications.id),
  inArray(logEntries.kind, sealingKinds),
)

const deskFace = {
  slug: desks.slug,
  name: desks.name,
  timeZone: desks.timeZone,
  language: desks.language,
  isDemo: desks.isDemo,
}

/** All published versions of the claims with these numbers, by number, newest first. */
export async function readVersions(at: Reader, numbers: number[]): Promise<Map<number, PublicVersion[]>> {
  const rows = await at
    .select({
      publication: publications,
      log: logEntries,
      underReview: { line: underReview.line, at: underReview.putAt },
    })
    .from(publications)
    .innerJoin(logEntries, itsEntry)
    .leftJoin(underReview, eq(underReview.publicationId, publications.id))
    .where(inArray(publications.number, numbers))
    .orderBy(desc(publications.version))
  const versions = new Map<number, PublicVersion[]>()
  const ids = rows.map(({ publication }) => publication.id)
  const redacted = await readPublicRedactions(at, ids)
  for (const { publication, ...rest } of rows) {
    const { number, id } = publication
    // What is sealed: words that were removed before it was published are not in it.
    const sealed = { hash: rest.log.body.contentHash, redactions: redacted.get(id) ?? [] }
    versions.set(number, [...(versions.get(number) ?? []), { ...publication, ...rest, ...sealed }])
  }
  return versions
}

/** A desk as its readers know it. */
export async function readPublicDesk(at: Reader, deskId: string): Promise<PublicDesk> {
  const [desk] = await at.select(deskFace).from(desks).where(eq(desks.id, deskId))
  if (!desk) throw new Error(`there is no desk ${deskId}`)
  return desk
}

/** Whether a desk has published something. */
export const hasPublished = sql`exists (select from ${newestVersions} where ${newestVersions.deskId} = ${desks.id})`

/** All desks that have published something, else all there are. */
export async function readPublishingDesks(at: Reader): Promise<PublicDesk[]> {
  const publishing = await at.select(deskFace).from(desks).where(hasPublished).orderBy(desks.slug)
  return publishing.length ? publishing : at.select(deskFace).from(desks)
}

/** An article with its published claims in order of the text; null while nothing of it is published. */
export async function readCheckedArticle(at: Reader, articleId: string): Promise<CheckedArticle | null> {
  const numbers = await at
    .selectDistinct({ number: publications.number })
    .from(publications)
    .where(eq(publications.articleId, articleId))
  const versions = await readVersions(
    at,
    numbers.map(({ number }) => number),
  )
  const claims = [...versions.values()].toSorted((one, other) => placeOf(one) - placeOf(other))
  const newest = claims
    .flat()
    .reduce<PublicVersion | null>((best, one) => (best && best.log.index > one.log.index ? best : one), null)
  if (!newest) return null
  const { number, title, isOwn } = newest.content.article
  return { number, title, claims, text: isOwn ? await readOwnText(at, articleId) : null }
}

function placeOf([newest]: PublicVersion[]): number {
  return newest?.content.claim.selectors.position.start ?? 0
}

/** The newest version of each claim of one desk, the newest first. */
export function readLatestOf(at: Reader, deskId: string, limit: number): Promise<Listed[]> {
  return readListed(at, sql`${eq(newestVersions.deskId, deskId)}`, limit)
}

/** One page of the corrections of all desks, newest first, and whether there is another. */
export async function readCorrections(at: Reader, page: number): Promise<Place & { listed: Listed[] }> {
  const found = await listed(at)
    .where(ne(publications.kind, 'first'))
    .orderBy(desc(logEntries.index))
    .limit(onPage + 1)
    .offset((page - 1) * onPage)
  return { listed: found.slice(0, onPage), page, hasNext: found.length > onPage }
}

/** The newest versions of some claims of all desks, newest first; `isWanted` is asked of `newestVersions` and their desks. */
export function readListed(at: Reader, isWanted: SQL, limit: number, offset = 0): Promise<Listed[]> {
  // Chosen by short rows first: what a version says is long, and read for those that are shown alone.
  const chosen = at
    .select({ id: newestVersions.publicationId })
    .from(newestVersions)
    .innerJoin(desks, eq(desks.id, newestVersions.deskId))
    .where(isWanted)
    .orderBy(desc(newestVersions.logIndex))
    .limit(limit)
    .offset(offset)
    .as('chosen')
  return listed(at).innerJoin(chosen, eq(chosen.id, publications.id)).orderBy(desc(logEntries.index))
}

const isNewest = sql<boolean>`not exists (
  select from publications newer where newer.claim_id = ${publications.claimId}
  and newer.version > ${publications.version})`

function listed(at: Reader) {
  // The newest statement leads to the newest address; older ones would be sent on.
  const statement = sql<string>`(
    select newest.content->'claim'->>'statement' from publications newest
    where newest.claim_id = ${publications.claimId} order by newest.version desc limit 1)`
  return at
    .select({
      number: publications.number,
      version: publications.version,
      kind: publications.kind,
      publicNote: publications.publicNote,
      publishedAt: publications.publishedAt,
      statement,
      verdict: sql<Listed['verdict']>`${publications.content}->'claim'->>'verdict'`,
      underReview: { line: underReview.line, at: underReview.putAt },
      isNewest,
      scale: sql<Listed['scale']>`${publications.content}->'scale'`,
      desk: desks.name,
      isDemo: desks.isDemo,
    })
    .from(publications)
    .innerJoin(desks, eq(desks.id, publications.deskId))
    .innerJoin(logEntries, itsEntry)
    .leftJoin(underReview, eq(underReview.publicationId, publications.id))
    .$dynamic()
}

/** The scales that hold now on these desks, each wording once: desks that share one are named together. */
export async function readDeskScales(at: Reader, among: PublicDesk[], say: Words): Promise<DeskScale[]> {
  const found: DeskScale[] = []
  for (const { slug, name, language } of among) {
    const locale = spokenFor(language)
    const [desk] = await at.select({ id: desks.id }).from(desks).where(eq(desks.slug, slug))
    const entries = desk
      ? (await inLanguage(locale, () => readScale(desk.id, at))).entries
      : houseScale(words(locale))
    const same = found.find(({ scale }) => canonicalHash(scale) === canonicalHash(entries))
    if (same) same.desk = `${same.desk}, ${name}`
    else found.push({ desk: name, scale: entries })
  }
  return found.length ? found : [{ desk: '', scale: houseScale(say) }]
}
