import type { Transaction } from '../../../db/client'
import { words } from '../../words'
import { aboutPage, correctionsPage, latestPage, missingPage } from '../pages/list-pages'
import type { PublicDesk } from '../publication'
import { readCorrections, readDeskScales, readLatest, readPublishingDesks } from '../read-published'
import { storeHtml } from '../stored/store-pages'
import { missingPath } from '../stored/stored-page'
import { readTemplate } from './read-template'
import { renderFeed } from './render-feed'

/** Makes what lists all desks' checks, as pages and as feeds, and the page for addresses where nothing is. */
export async function renderLists(tx: Transaction): Promise<void> {
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
  await storeHtml(
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
