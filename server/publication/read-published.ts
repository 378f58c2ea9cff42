import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../db/client'
import { articles, desks, logEntries, publications, revisions, underReview } from '../../db/schema'
import { blockPositions } from '../article/frozen-text'
import { canonicalHash } from '../canonical-hash'
import { houseScale } from '../claim/scale'
import { readScale } from '../scale/read-scale'
import type { CheckedArticle } from './pages/article/checked-article'
import type { DeskScale, Listed } from './pages/list-pages'
import type { PublicDesk, PublicVersion } from './publication'

type Reader = Database | Transaction

/** Joins a version with the log entry that sealed it: one that was put under review has a second entry, for that. */
export const itsEntry = and(
  eq(logEntries.publicationId, publications.id),
  ne(logEntries.kind, 'under-review'),
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
  for (const { publication, ...rest } of rows) {
    const { number } = publication
    versions.set(number, [...(versions.get(number) ?? []), { ...publication, ...rest }])
  }
  return versions
}

/** A desk as its readers know it. */
export async function readPublicDesk(at: Reader, deskId: string): Promise<PublicDesk> {
  const [desk] = await at.select(deskFace).from(desks).where(eq(desks.id, deskId))
  if (!desk) throw new Error(`there is no desk ${deskId}`)
  return desk
}

/** All desks that have published something, else all there are. */
export async function readPublishingDesks(at: Reader): Promise<PublicDesk[]> {
  const publishing = await at
    .selectDistinct(deskFace)
    .from(desks)
    .innerJoin(publications, eq(publications.deskId, desks.id))
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
  return { number, title, claims, text: isOwn ? await readText(at, articleId) : null }
}

function placeOf([newest]: PublicVersion[]): number {
  return newest?.content.claim.selectors.position.start ?? 0
}

async function readText(at: Reader, articleId: string): Promise<CheckedArticle['text']> {
  const [article] = await at
    .select({ blocks: revisions.blocks, hash: revisions.hash })
    .from(revisions)
    .innerJoin(articles, eq(articles.id, revisions.articleId))
    .where(and(eq(revisions.articleId, articleId), eq(articles.isOwn, true)))
    .orderBy(desc(revisions.number))
    .limit(1)
  if (!article) return null
  const places = blockPositions(article.blocks)
  const blocks = article.blocks.map(({ kind, text }, index) => ({
    kind,
    text: text.normalize('NFC'),
    start: places[index]?.start ?? 0,
  }))
  return { revision: article.hash, blocks }
}

/** The newest version of each claim of all desks, as the list of latest checks shows them. */
export function readLatest(at: Reader, limit: number): Promise<Listed[]> {
  return listed(at).where(isNewest).orderBy(desc(logEntries.index)).limit(limit)
}

/** Every correction of all desks, newest first. */
export function readCorrections(at: Reader): Promise<Listed[]> {
  return listed(at).where(ne(publications.kind, 'first')).orderBy(desc(logEntries.index))
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
export async function readDeskScales(at: Reader, among: PublicDesk[]): Promise<DeskScale[]> {
  const found: DeskScale[] = []
  for (const { slug, name } of among) {
    const [desk] = await at.select({ id: desks.id }).from(desks).where(eq(desks.slug, slug))
    const { entries } = desk ? await readScale(desk.id, at) : { entries: houseScale() }
    const same = found.find(({ scale }) => canonicalHash(scale) === canonicalHash(entries))
    if (same) same.desk = `${same.desk}, ${name}`
    else found.push({ desk: name, scale: entries })
  }
  return found.length ? found : [{ desk: '', scale: houseScale() }]
}
