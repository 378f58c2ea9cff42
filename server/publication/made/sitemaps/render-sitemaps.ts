import { and, desc, eq, gt, isNotNull, ne, sql } from 'drizzle-orm'
import type { Transaction } from '../../../../db/client'
import { articles, desks, pages, publications } from '../../../../db/schema'
import { canonicalHash } from '../../../canonical-hash'
import { settings } from '../../../env'
import {
  inOneSitemap,
  type Known,
  newsSitemapOf,
  robotsText,
  sitemapIndex,
  sitemapOf,
} from '../../pages/sitemap'
import { articlePath, claimPath } from '../../publication'
import { storePages } from '../../stored/store-pages'
import { readDesksEntry, storeDesks } from './store-desks'
import { readDossiersEntry, storeDossiers } from './store-dossiers'
import { changedAt, readNamesEntry, storeNames, storeSitemap } from './store-names'

/** How long a check is news to search engines, in ms. */
const isNewsFor = 48 * 60 * 60_000

/** A claim and its article, by their public numbers. */
type Numbers = { claim: number; article: number }

/** Makes the sitemaps that name these, the one of news, and the list of them all; the demo is in none. */
export async function renderSitemaps(
  tx: Transaction,
  changed: Numbers[],
  hasOtherNames: boolean,
): Promise<void> {
  for (const part of partsWith(changed.map(({ claim }) => claim))) await storeClaims(tx, part)
  for (const part of partsWith(changed.map(({ article }) => article))) await storeArticles(tx, part)
  await storeNews(tx)
  if (hasOtherNames) await storeNames(tx)
  await storeDesks(tx)
  await storeIndex(tx)
}

/**
 * Makes all of them, and what tells programs where they are, when they would come out otherwise: by another origin,
 * other desks or another form. The one of news is made each time, as what is in it grows old by itself.
 */
export async function renderStaleSitemaps(tx: Transaction): Promise<void> {
  const template = await readMadeWith(tx)
  const [made] = await tx.select({ template: pages.template }).from(pages).where(eq(pages.path, robots))
  if (made?.template === template) return storeNews(tx)
  const { claims, articles: all } = await readParts(tx)
  for (const { part } of claims) await storeClaims(tx, part)
  for (const { part } of all) await storeArticles(tx, part)
  await storeNews(tx)
  await storeDesks(tx)
  await storeDossiers(tx)
  await storeIndex(tx)
  const told = { path: robots, canonical: robots, content: robotsText(settings().publicOrigin), template }
  await storePages(tx, [{ ...told, contentType: 'text/plain; charset=utf-8' }])
}

const partsWith = (numbers: number[]) => new Set(numbers.map((number) => Math.floor(number / inOneSitemap)))

const robots = '/robots.txt'

/** Hash of all that makes them, but for what is published: that makes its own again (`renderSitemaps`). */
async function readMadeWith(tx: Transaction): Promise<string> {
  const named = await tx
    .select({ id: desks.id, name: desks.name, language: desks.language, isDemo: desks.isDemo })
    .from(desks)
    .orderBy(desks.id)
  const sample = { address: settings().publicOrigin, at: new Date(0) }
  const news = { ...sample, title: '', publisher: '', language: '' }
  return canonicalHash([
    named,
    sitemapOf([sample]),
    newsSitemapOf([news]),
    sitemapIndex([sample]),
    robotsText(settings().publicOrigin),
  ])
}

const isPublic = eq(desks.isDemo, false)

async function storeClaims(tx: Transaction, part: number): Promise<void> {
  const newest = await tx
    .selectDistinctOn([publications.number], {
      number: publications.number,
      statement: sql<string>`${publications.content}->'claim'->>'statement'`,
      at: publications.publishedAt,
    })
    .from(publications)
    .innerJoin(desks, eq(desks.id, publications.deskId))
    .where(and(isPublic, isIn(sql`${publications.number}`, part)))
    .orderBy(publications.number, desc(publications.version))
  const { publicOrigin } = settings()
  const known = newest.map(({ number, statement, at }) => ({
    address: publicOrigin + claimPath(number, statement),
    at,
  }))
  await storeSitemap(tx, partPath('c', part), sitemapOf(known))
}

async function storeArticles(tx: Transaction, part: number): Promise<void> {
  const checked = await tx
    .selectDistinctOn([articles.publicNumber], {
      number: sql<number>`${articles.publicNumber}`,
      title: sql<string>`${publications.content}->'article'->>'title'`,
      at: publications.publishedAt,
    })
    .from(articles)
    .innerJoin(publications, eq(publications.articleId, articles.id))
    .innerJoin(desks, eq(desks.id, publications.deskId))
    .where(and(isPublic, isNotNull(articles.publicNumber), isIn(sql`${articles.publicNumber}`, part)))
    .orderBy(articles.publicNumber, desc(publications.publishedAt))
  const { publicOrigin } = settings()
  const known = checked.map(({ number, title, at }) => ({
    address: publicOrigin + articlePath(number, title),
    at,
  }))
  await storeSitemap(tx, partPath('a', part), sitemapOf(known))
}

async function storeNews(tx: Transaction): Promise<void> {
  const news = await tx
    .select({
      number: publications.number,
      title: sql<string>`${publications.content}->'claim'->>'statement'`,
      at: publications.publishedAt,
      publisher: desks.name,
      language: desks.language,
    })
    .from(publications)
    .innerJoin(desks, eq(desks.id, publications.deskId))
    .where(
      and(
        isPublic,
        ne(publications.kind, 'retraction'),
        gt(publications.publishedAt, new Date(Date.now() - isNewsFor)),
      ),
    )
    .orderBy(desc(publications.publishedAt))
    .limit(inOneSitemap)
  const told = new Set<number>()
  const newest = news.filter(({ number }) => !told.has(number) && told.add(number))
  const { publicOrigin } = settings()
  const known = newest.map(({ number, ...item }) => ({
    ...item,
    address: publicOrigin + claimPath(number, item.title),
  }))
  await storeSitemap(tx, '/sitemaps/news.xml', newsSitemapOf(known))
}

/** Makes the one of speakers and outlets, and the list of them all. */
export async function renderNameSitemap(tx: Transaction): Promise<void> {
  await storeNames(tx)
  await storeIndex(tx)
}

/** Makes the list of all sitemaps. */
export async function storeIndex(tx: Transaction): Promise<void> {
  const { claims, articles: all } = await readParts(tx)
  const { publicOrigin } = settings()
  const listed = (kind: 'c' | 'a', parts: { part: number; at: Date }[]): Known[] =>
    parts.map(({ part, at }) => ({ address: publicOrigin + partPath(kind, part), at }))
  const ofDesks = [...(await readDesksEntry(tx)), ...(await readDossiersEntry(tx))]
  const ofNames = await readNamesEntry(tx)
  await storeSitemap(
    tx,
    '/sitemap.xml',
    sitemapIndex([...listed('c', claims), ...listed('a', all), ...ofNames, ...ofDesks]),
  )
}

/** Which sitemaps there are, and when something in them was last published. */
async function readParts(tx: Transaction) {
  const partOf = (number: unknown) => sql<number>`(${number} / ${sql.raw(String(inOneSitemap))})::int`
  const [ofClaim, ofArticle] = [partOf(publications.number), partOf(articles.publicNumber)]
  const claims = await tx
    .select({ part: ofClaim, at: changedAt })
    .from(publications)
    .innerJoin(desks, eq(desks.id, publications.deskId))
    .where(isPublic)
    .groupBy(ofClaim)
    .orderBy(ofClaim)
  const checked = await tx
    .select({ part: ofArticle, at: changedAt })
    .from(articles)
    .innerJoin(publications, eq(publications.articleId, articles.id))
    .innerJoin(desks, eq(desks.id, publications.deskId))
    .where(and(isPublic, isNotNull(articles.publicNumber)))
    .groupBy(ofArticle)
    .orderBy(ofArticle)
  return { claims, articles: checked }
}

const isIn = (number: ReturnType<typeof sql>, part: number) =>
  sql`${number} >= ${part * inOneSitemap} and ${number} < ${(part + 1) * inOneSitemap}`

const partPath = (kind: 'c' | 'a', part: number) => `/sitemaps/${kind}/${part}.xml`
