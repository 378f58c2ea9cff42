import { and, eq } from 'drizzle-orm'
import type { Transaction } from '../../../db/client'
import { pages } from '../../../db/schema'
import { settings } from '../../env'
import { noFilter } from '../../latest/filter'
import { readChoices, readLatestPage } from '../../latest/read-latest'
import { readEarlier } from '../../past/read-earlier'
import { earlierPage } from '../pages/lists/earlier-page'
import { latestPage } from '../pages/lists/latest-page'
import { aboutPage, correctionsPage, missingPage } from '../pages/lists/list-pages'
import { readCorrections, readDeskScales, readPublishingDesks } from '../read-published'
import { readAssets } from '../stored/read-assets'
import { storeHtml } from '../stored/store-pages'
import { missingPath } from '../stored/stored-page'
import { renderOpenApi } from './api/render-api'
import { renderDatafeed } from './api/render-datafeed'
import { readListTemplate, type Template } from './read-template'
import { renderFeed } from './render-feed'

/** Makes what lists all desks' checks, and the page for addresses where nothing is. */
export async function renderLists(tx: Transaction): Promise<void> {
  const template = await readListTemplate(tx)
  await renderLatest(tx, template)
  await renderCorrections(tx, template)
  await renderSteady(tx, template)
}

/** Makes the feeds of all that desks publish, and of all corrections. */
export async function renderListFeeds(tx: Transaction): Promise<void> {
  const template = await readListTemplate(tx)
  await renderListFeed(tx, 'everything', template)
  await renderListFeed(tx, 'corrections', template)
}

/** The same after something was published, whether or not a correction was: what that cannot have changed is left alone. */
export async function renderGrownLists(tx: Transaction, hasCorrections: boolean): Promise<void> {
  const template = await readListTemplate(tx)
  const isSteady = await isMadeWith(tx, template)
  await renderLatest(tx, template)
  if (hasCorrections || !isSteady) await renderCorrections(tx, template)
  if (!isSteady) await renderSteady(tx, template)
}

async function isMadeWith(tx: Transaction, { template }: Template): Promise<boolean> {
  const isLast = and(eq(pages.path, missingPath), eq(pages.template, template))
  return (await tx.$count(pages, isLast)) > 0
}

async function renderLatest(tx: Transaction, template: Template): Promise<void> {
  const { edition } = template
  const publishing = await readPublishingDesks(tx)
  const latest = {
    ...(await readLatestPage(tx, noFilter, 1)),
    ...{ filter: noFilter, page: 1, choices: await readChoices(tx) },
    hasEarlier: (await readEarlier(tx, 1)).earlier.length > 0,
  }
  const scales = await readDeskScales(tx, publishing, edition.say)
  const { hasDataset } = settings()
  await storeLists(tx, template, {
    '/latest': latestPage(latest, { edition, forms: readAssets().forms }),
    // It names the desks that have published something.
    '/about': aboutPage(scales, publishing, edition, hasDataset),
  })
  await renderDatafeed(tx, template)
}

async function renderCorrections(tx: Transaction, template: Template): Promise<void> {
  await storeLists(tx, template, {
    '/corrections': correctionsPage(await readCorrections(tx, 1), template.edition),
  })
}

/** What no publication changes; the last of it tells with which template all of it was made. */
async function renderSteady(tx: Transaction, template: Template): Promise<void> {
  const { edition } = template
  await renderOpenApi(tx, template)
  await storeLists(tx, template, {
    '/earlier': earlierPage(await readEarlier(tx, 1), edition),
    [missingPath]: missingPage(edition),
  })
}

function storeLists(tx: Transaction, template: Template, lists: Record<string, string>): Promise<void> {
  const made = Object.entries(lists).map(([path, content]) => ({ path, canonical: path, content }))
  return storeHtml(tx, made, template)
}

async function renderListFeed(
  tx: Transaction,
  about: 'everything' | 'corrections',
  { edition }: Template,
): Promise<void> {
  const page = about === 'everything' ? '/latest' : '/corrections'
  const title = `${edition.say(about === 'everything' ? 'public.latest' : 'public.corrections')} – ${edition.desk.name}`
  await renderFeed(tx, { name: page.slice(1), page, title, followed: { about } }, edition)
}
