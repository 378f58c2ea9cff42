import { and, desc, eq, gt, isNotNull, ne, sql } from 'drizzle-orm'
import type { Transaction } from '../../../db/client'
import { articles, desks, publications } from '../../../db/schema'
import { settings } from '../../env'
import {
  inOneSitemap,
  type Known,
  newsSitemapOf,
  robotsText,
  sitemapIndex,
  sitemapOf,
} from '../pages/sitemap'
import { articlePath, claimPath } from '../publication'
import { storePages } from '../stored/store-pages'

/** How long a check is news to search engines, in ms. */
const isNewsFor = 48 * 60 * 60_000

/** Makes the sitemaps that name a claim or an article, the one of news, and the list of them all; the demo is in none. */
export async function renderSitemaps(tx: Transaction, of: { claim: number; article: number }): Promise<void> {
  await storeClaims(tx, Math.floor(of.claim / inOneSitemap))
  await storeArticles(tx, Math.floor(of.article / inOneSitemap))
  await storeNews(tx)
  await storeIndex(tx)
}

/** Makes all of them, and what tells programs where they are. */
export async function renderAllSitemaps(tx: Transaction): Promise<void> {
  const { claims, articles: all } = await readParts(tx)
  for (const { part } of claims) await storeClaims(tx, part)
  for (const { part } of all) await storeArticles(tx, part)
  await storeNews(tx)
  await storeIndex(tx)
  await store(tx, '/robots.txt', robotsText(origin()), 'text/plain; charset=utf-8')
}

const isPublic = eq(desks.isDemo, false)
const changedAt = sql<Date>`max(${publications.publishedAt})`.mapWith(publications.publishedAt)

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
  const known = newest.map(({ number, statement, at }) => ({
    address: origin() + claimPath(number, statement),
    at,
  }))
  await store(tx, partPath('c', part), sitemapOf(known))
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
  const known = checked.map(({ number, title, at }) => ({
    address: origin() + articlePath(number, title),
    at,
  }))
  await store(tx, partPath('a', part), sitemapOf(known))
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
  const newest = news.filter(({ number }, at) => news.findIndex((one) => one.number === number) === at)
  const known = newest.map(({ number, ...item }) => ({
    ...item,
    address: origin() + claimPath(number, item.title),
  }))
  await store(tx, '/sitemaps/news.xml', newsSitemapOf(known))
}

async function storeIndex(tx: Transaction): Promise<void> {
  const { claims, articles: all } = await readParts(tx)
  const listed = (kind: 'c' | 'a', parts: { part: number; at: Date }[]): Known[] =>
    parts.map(({ part, at }) => ({ address: origin() + partPath(kind, part), at }))
  await store(tx, '/sitemap.xml', sitemapIndex([...listed('c', claims), ...listed('a', all)]))
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
const origin = () => settings().publicOrigin

async function store(
  tx: Transaction,
  path: string,
  content: string,
  contentType = 'application/xml; charset=utf-8',
) {
  await storePages(tx, [{ path, canonical: path, content, contentType, template: 'sitemap' }])
}
