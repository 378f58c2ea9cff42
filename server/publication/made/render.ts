import { and, asc, eq, isNull, like, or, sql } from 'drizzle-orm'
import { db, type Transaction } from '../../../db/client'
import { articles, desks, outbox, pages, publications } from '../../../db/schema'
import { takeTurn } from '../../../db/take-turn'
import { renderLog } from '../log/render-log'
import { keepWholeTree } from '../log/tree/keep-tree'
import { articlePage } from '../pages/article/article-page'
import { claimPage, versionPage } from '../pages/claim/claim-page'
import { embedPage, embedPath } from '../pages/embed/embed-page'
import { articlePath, claimPath, versionPath } from '../publication'
import { readCheckedArticle, readPublicDesk, readVersions } from '../read-published'
import { readAssets } from '../stored/read-assets'
import { storeHtml, storePages } from '../stored/store-pages'
import { readTemplate, type Template } from './read-template'
import { renderDeskFeed, renderFeed } from './render-feed'
import { renderLists } from './render-lists'
import { renderRecords } from './render-records'
import { renderAllSitemaps, renderSitemaps } from './render-sitemaps'

/** Makes the pages of everything published since the last time; says how many publications that were. */
export async function renderOutbox(): Promise<number> {
  const undone = await db()
    .select({ id: outbox.id })
    .from(outbox)
    .where(isNull(outbox.doneAt))
    .orderBy(asc(outbox.createdAt), asc(outbox.id))
  const failures: unknown[] = []
  for (const { id } of undone) {
    // One that cannot be made must not keep the others from their readers; it is tried again next time.
    await renderOne(id).catch((error) => failures.push(error))
  }
  if (failures.length) throw new AggregateError(failures, 'some pages could not be made')
  return undone.length
}

async function renderOne(outboxId: string): Promise<void> {
  await db().transaction(async (tx) => {
    await oneAtATime(tx)
    const [row] = await tx
      .select({
        number: publications.number,
        articleId: publications.articleId,
        article: articles.publicNumber,
        deskId: publications.deskId,
      })
      .from(outbox)
      .innerJoin(publications, eq(publications.id, outbox.publicationId))
      .innerJoin(articles, eq(articles.id, publications.articleId))
      .where(and(eq(outbox.id, outboxId), isNull(outbox.doneAt)))
    if (!row) return
    const template = readTemplate(await readPublicDesk(tx, row.deskId))
    await storeClaim(tx, row.number, template)
    await storeArticle(tx, row.articleId, template)
    await renderDeskFeed(tx, row.deskId, template)
    await renderLists(tx)
    await renderSitemaps(tx, { claim: row.number, article: row.article ?? 0 })
    await renderLog(tx)
    await tx.update(outbox).set({ doneAt: new Date() }).where(eq(outbox.id, outboxId))
  })
}

/** Makes again what was made from another template: other markup, words, style sheet, desk's name or origin. */
export async function renderStale(): Promise<void> {
  await db().transaction((tx) => storePages(tx, readAssets().files))
  await keepWholeTree()
  await db().transaction(async (tx) => {
    await oneAtATime(tx)
    await renderLists(tx)
    await renderAllSitemaps(tx)
    await renderLog(tx)
  })
  for (const { id } of await db().select({ id: desks.id }).from(desks)) await renderStaleOfDesk(id)
}

async function renderStaleOfDesk(deskId: string): Promise<void> {
  const template = readTemplate(await readPublicDesk(db(), deskId))
  await db().transaction(async (tx) => {
    await oneAtATime(tx)
    await renderDeskFeed(tx, deskId, template)
  })
  const isStale = or(isNull(pages.template), sql`${pages.template} <> ${template.template}`)
  const staleClaims = await db()
    .selectDistinct({ number: publications.number })
    .from(publications)
    .leftJoin(pages, eq(pages.path, sql`'/c/' || ${publications.number}`))
    .where(and(eq(publications.deskId, deskId), isStale))
  for (const { number } of staleClaims)
    await db().transaction(async (tx) => {
      await oneAtATime(tx)
      await storeClaim(tx, number, template)
    })
  const staleArticles = await db()
    .selectDistinct({ id: articles.id })
    .from(articles)
    .innerJoin(publications, eq(publications.articleId, articles.id))
    .leftJoin(pages, eq(pages.path, sql`'/a/' || ${articles.publicNumber}`))
    .where(and(eq(articles.deskId, deskId), isStale))
  for (const { id } of staleArticles)
    await db().transaction(async (tx) => {
      await oneAtATime(tx)
      await storeArticle(tx, id, template)
    })
}

// Without it a slow render of version 1 could overwrite the page that shows version 2.
async function oneAtATime(tx: Transaction): Promise<void> {
  await takeTurn(tx, 'making pages')
}

async function storeClaim(tx: Transaction, number: number, template: Template): Promise<void> {
  const versions = (await readVersions(tx, [number])).get(number) ?? []
  const [newest] = versions
  if (!newest) return
  const made = await pathsMadeWith(tx, `/c/${number}/v/%`, template)
  const path = `/c/${number}`
  const canonical = claimPath(number, newest.content.claim.statement)
  const newestPage = { path, canonical, content: claimPage(versions, template.edition) }
  const embed = embedPath(number)
  const embedded = { path: embed, canonical: embed, content: embedPage(newest, template.edition) }
  const versionPages = versions.flatMap((version, index) => {
    const path = versionPath(number, version.version)
    if (made.has(path)) return []
    const content = versionPage(version, versions.slice(index + 1), template.edition)
    return [{ path, canonical: path, content }]
  })
  await storeHtml(tx, [newestPage, embedded, ...versionPages], template)
  const { statement } = newest.content.claim
  const feed = { name: `c/${number}`, page: canonical, title: statement }
  await renderFeed(tx, { ...feed, followed: { about: 'claim', number } }, template.edition)
  await renderRecords(tx, versions)
}

async function pathsMadeWith(tx: Transaction, pattern: string, { template }: Template): Promise<Set<string>> {
  const made = await tx
    .select({ path: pages.path })
    .from(pages)
    .where(and(like(pages.path, pattern), eq(pages.template, template)))
  return new Set(made.map(({ path }) => path))
}

async function storeArticle(tx: Transaction, articleId: string, template: Template): Promise<void> {
  const checked = await readCheckedArticle(tx, articleId)
  if (!checked) return
  const path = `/a/${checked.number}`
  const canonical = articlePath(checked.number, checked.title)
  await storeHtml(tx, [{ path, canonical, content: articlePage(checked, template.edition) }], template)
  const feed = { name: `a/${checked.number}`, page: canonical, title: checked.title }
  await renderFeed(tx, { ...feed, followed: { about: 'article', id: articleId } }, template.edition)
}
