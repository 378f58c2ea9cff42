import { and, asc, eq, isNull, like, or, sql } from 'drizzle-orm'
import { db, type Transaction } from '../../../db/client'
import { articles, desks, outbox, pages, publications } from '../../../db/schema'
import { takeTurn } from '../../../db/take-turn'
import { words } from '../../words'
import { renderLog } from '../log/render-log'
import { keepWholeTree } from '../log/tree/keep-tree'
import { articlePage } from '../pages/article/article-page'
import { claimPage, versionPage } from '../pages/claim/claim-page'
import { embedPage, embedPath } from '../pages/embed/embed-page'
import { aboutPage, correctionsPage, latestPage, missingPage } from '../pages/list-pages'
import { articlePath, claimPath, type PublicDesk, versionPath } from '../publication'
import {
  readCheckedArticle,
  readCorrections,
  readDeskScales,
  readLatest,
  readPublicDesk,
  readPublishingDesks,
  readVersions,
} from '../read-published'
import { readAssets } from '../stored/read-assets'
import { html, type MadePage, storePages } from '../stored/store-pages'
import { missingPath } from '../stored/stored-page'
import { readTemplate, type Template } from './read-template'
import { renderDeskFeed, renderFeed } from './render-feed'
import { renderRecords } from './render-records'

type Pages = Omit<MadePage, 'contentType' | 'template'>[]

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
      .select({ number: publications.number, articleId: publications.articleId, deskId: publications.deskId })
      .from(outbox)
      .innerJoin(publications, eq(publications.id, outbox.publicationId))
      .where(and(eq(outbox.id, outboxId), isNull(outbox.doneAt)))
    if (!row) return
    const template = readTemplate(await readPublicDesk(tx, row.deskId))
    await storeClaim(tx, row.number, template)
    await storeArticle(tx, row.articleId, template)
    await renderDeskFeed(tx, row.deskId, template)
    await storeLists(tx)
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
    await storeLists(tx)
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
  await store(tx, [newestPage, embedded, ...versionPages], template)
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
  await store(tx, [{ path, canonical, content: articlePage(checked, template.edition) }], template)
  const feed = { name: `a/${checked.number}`, page: canonical, title: checked.title }
  await renderFeed(tx, { ...feed, followed: { about: 'article', id: articleId } }, template.edition)
}

async function storeLists(tx: Transaction): Promise<void> {
  const publishing = await readPublishingDesks(tx)
  const [only, ...others] = publishing
  // Lists are of the whole installation: where several desks publish, none of them gives its name.
  const desk =
    only && !others.length
      ? only
      : { ...everybody, isDemo: Boolean(only) && [only, ...others].every((desk) => desk?.isDemo) }
  const template = readTemplate(desk)
  const { edition } = template
  const lists = [
    { path: '/latest', content: latestPage(await readLatest(tx, 100), edition) },
    { path: '/corrections', content: correctionsPage(await readCorrections(tx), edition) },
    { path: '/about', content: aboutPage(await readDeskScales(tx, publishing), edition) },
    { path: missingPath, content: missingPage(edition) },
  ]
  await store(
    tx,
    lists.map((page) => ({ ...page, canonical: page.path })),
    template,
  )
  for (const about of ['everything', 'corrections'] as const) {
    const page = about === 'everything' ? '/latest' : '/corrections'
    const title = `${edition.say(about === 'everything' ? 'public.latest' : 'public.corrections')} – ${desk.name}`
    await renderFeed(tx, { name: page.slice(1), page, title, followed: { about } }, edition)
  }
}

const everybody: PublicDesk = {
  slug: '',
  name: words()('product'),
  timeZone: 'UTC',
  language: 'en',
  isDemo: false,
}

async function store(tx: Transaction, made: Pages, { template }: Template): Promise<void> {
  await storePages(
    tx,
    made.map((page) => ({ ...page, contentType: html, template })),
  )
}
