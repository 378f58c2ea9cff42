import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { db, type Transaction } from '../../../db/client'
import { articles, desks, outbox, pages, publications } from '../../../db/schema'
import { takeTurn } from '../../../db/take-turn'
import { renderLog } from '../log/render-log'
import { keepWholeTree } from '../log/tree/keep-tree'
import { readPublicDesk } from '../read-published'
import { readAssets } from '../stored/read-assets'
import { storePages } from '../stored/store-pages'
import { renderArticle } from './own/render-article'
import { type OfClaim, renderClaim } from './own/render-claim'
import { renderDossiersWith, renderOrderedDossiers, renderStaleDossiers } from './own/render-dossier'
import { readTemplate } from './read-template'
import { renderDesk } from './render-desk'
import { renderDeskFeed } from './render-feed'
import { renderGrownLists, renderListFeeds, renderLists } from './render-lists'
import { renderLogPages } from './render-log-pages'
import { listNames, renderPlaces, renderStaleNames } from './render-named'
import { renderNameSitemap, renderSitemaps, renderStaleSitemaps } from './sitemaps/render-sitemaps'

/** As many publications as share one round: what lists them all is made once for it, and readers wait for a round at most. */
const inOneRound = 20

/** Makes the pages of everything published since the last time; says how many publications that were. */
export async function renderOutbox(): Promise<number> {
  // Processes take turns for a whole round: who comes later finds it done.
  return db().transaction(async (turn) => {
    await takeTurn(turn, 'making what is new')
    const failures: unknown[] = []
    const undone = await readUndone()
    for (let from = 0; from < undone.length; from += inOneRound)
      failures.push(...(await renderRound(undone.slice(from, from + inOneRound))))
    failures.push(...(await renderOrderedDossiers()))
    if (failures.length) throw new AggregateError(failures, 'some pages could not be made')
    return undone.length
  })
}

/** What was published: a version, or another line about one. */
type Undone = OfClaim & { id: string; articleId: string; article: number | null; version: number }

function readUndone(): Promise<Undone[]> {
  return db()
    .select({
      id: outbox.id,
      number: publications.number,
      version: publications.version,
      articleId: publications.articleId,
      article: articles.publicNumber,
      deskId: publications.deskId,
    })
    .from(outbox)
    .innerJoin(publications, eq(publications.id, outbox.publicationId))
    .innerJoin(articles, eq(articles.id, publications.articleId))
    .where(isNull(outbox.doneAt))
    .orderBy(asc(outbox.createdAt), asc(outbox.id))
}

/** First what is read of each claim and article itself, at once, then feeds, then what lists them; gives back why some could not be made. */
async function renderRound(round: Undone[]): Promise<unknown[]> {
  const failures: unknown[] = []
  let made = round
  // One that cannot be made must not keep the others from their readers; it is tried again next time.
  const tryEach = async (of: (one: Undone) => string | number, make: typeof renderOwnClaim) => {
    for (const one of new Map(made.map((undone) => [of(undone), undone])).values())
      await make(one).catch((error: unknown) => {
        failures.push(error)
        made = made.filter((other) => of(other) !== of(one))
      })
  }
  await tryEach(({ number }) => number, renderOwnClaim)
  await tryEach(({ articleId }) => articleId, renderOwnArticle)
  if (made.length)
    await renderDossiersWith(made.map(({ articleId }) => articleId))
      .then(() => renderFeeds(made))
      .then(() => renderListing(made))
      .catch((error) => failures.push(error))
  return failures
}

/** Before the lists: whoever follows has asked to be told. */
async function renderFeeds(made: Undone[]): Promise<void> {
  await db().transaction(async (tx) => {
    await oneAtATime(tx)
    for (const deskId of new Set(made.map((one) => one.deskId)))
      await renderDeskFeed(tx, deskId, readTemplate(await readPublicDesk(tx, deskId)))
    await renderListFeeds(tx)
  })
}

async function renderOwnClaim(claim: Undone): Promise<void> {
  await db().transaction(async (tx) => {
    await oneAtATime(tx)
    await renderClaim(tx, claim, readTemplate(await readPublicDesk(tx, claim.deskId)))
    await renderLog(tx)
  })
}

async function renderOwnArticle({ articleId, deskId }: Undone): Promise<void> {
  await db().transaction(async (tx) => {
    await oneAtATime(tx)
    await renderArticle(tx, articleId, readTemplate(await readPublicDesk(tx, deskId)))
  })
}

/** Only with this are they done: whatever fails before, all of it is made again. */
async function renderListing(made: Undone[]): Promise<void> {
  await db().transaction(async (tx) => {
    await oneAtATime(tx)
    // Readers choose among the names in the lists.
    const { places, hasOtherNames } = await listNames(tx, made)
    for (const deskId of new Set(made.map((one) => one.deskId)))
      await renderDesk(tx, deskId, readTemplate(await readPublicDesk(tx, deskId)))
    await renderGrownLists(
      tx,
      made.some(({ version }) => version > 1),
    )
    await renderPlaces(tx, places)
    const numbered = made.map(({ number, article }) => ({ claim: number, article: article ?? 0 }))
    await renderSitemaps(tx, numbered, hasOtherNames)
    await renderLogPages(tx)
    await tx
      .update(outbox)
      .set({ doneAt: new Date() })
      .where(
        inArray(
          outbox.id,
          made.map(({ id }) => id),
        ),
      )
  })
}

/** Makes again what was made from another template: other markup, words, style sheet, desk's name or origin. */
export async function renderStale(): Promise<void> {
  await db().transaction((tx) => storePages(tx, readAssets().files))
  await keepWholeTree()
  await db().transaction(async (tx) => {
    await oneAtATime(tx)
    await renderStaleSitemaps(tx)
    await renderLog(tx)
    await renderLogPages(tx)
  })
  for (const { id } of await db().select({ id: desks.id }).from(desks)) await renderStaleOfDesk(id)
  await db().transaction(async (tx) => {
    await oneAtATime(tx)
    await renderStaleNames(tx)
    // After the names: readers choose among them there.
    await renderLists(tx)
    await renderListFeeds(tx)
    await renderNameSitemap(tx)
  })
}

async function renderStaleOfDesk(deskId: string): Promise<void> {
  const template = readTemplate(await readPublicDesk(db(), deskId))
  await db().transaction(async (tx) => {
    await oneAtATime(tx)
    await renderDesk(tx, deskId, template)
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
      await renderClaim(tx, { number }, template)
      await listNames(tx, [{ number, deskId }])
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
      await renderArticle(tx, id, template)
    })
  await renderStaleDossiers(deskId, template)
}

// Without it a slow render of version 1 could overwrite the page that shows version 2.
async function oneAtATime(tx: Transaction): Promise<void> {
  await takeTurn(tx, 'making pages')
}
