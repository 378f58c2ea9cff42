import { and, eq, isNotNull } from 'drizzle-orm'
import { db } from '../../db/client'
import { articles, desks, dossiers, publications } from '../../db/schema'
import { notify } from '../../server/channel/notify'
import { dossierPath } from '../../server/dossier/published/frozen-dossier'
import { claimPath, deskPath } from '../../server/publication/publication'
import { freePort } from '../e2e/server'
import type { Figure } from './figures'
import type { Newsroom } from './newsroom'
import { openBrowser } from './open-browser'

const categories = ['performance', 'accessibility', 'best-practices', 'seo']

/**
 * Lighthouse as on a phone with a slow line, as it sees the pages of a desk that search engines may list: the least of
 * its four scores, the largest paint and what moved, by kind of page.
 */
export async function* measureLighthouse({ server }: Newsroom): AsyncGenerator<Figure[]> {
  const desk = await theDemo()
  await sayIsDemo(desk, false)
  const port = await freePort()
  const browser = await openBrowser(port)
  try {
    for (const [kind, path] of Object.entries(await pathsOf(desk))) {
      const address = await indexable(server.origin + path)
      yield figuresOf(kind, await look(address, port))
    }
  } finally {
    await browser.close()
    await sayIsDemo(desk, true)
  }
}

type Desk = { id: string; slug: string }

async function theDemo(): Promise<Desk> {
  const [desk] = await db()
    .select({ id: desks.id, slug: desks.slug })
    .from(desks)
    .where(eq(desks.isDemo, true))
  if (!desk) throw new Error('there is no demo')
  return desk
}

/** The demo's pages are kept from search engines, which Lighthouse counts as a fault: for a while it is none. */
async function sayIsDemo({ id }: Desk, isDemo: boolean): Promise<void> {
  await db().update(desks).set({ isDemo }).where(eq(desks.id, id))
  await notify(db(), 'desk_changed', { deskId: id })
}

async function pathsOf({ id, slug }: Desk): Promise<Record<string, string>> {
  const [claim] = await db().select().from(publications).where(eq(publications.deskId, id)).limit(1)
  const [article] = await db()
    .select({ number: articles.publicNumber })
    .from(articles)
    .where(eq(articles.id, claim?.articleId ?? ''))
  const [dossier] = await db()
    .select({ number: dossiers.publicNumber, name: dossiers.name })
    .from(dossiers)
    .where(and(eq(dossiers.deskId, id), isNotNull(dossiers.publicNumber)))
  if (!claim || !article || !dossier?.number) throw new Error('the demo has published nothing')
  return {
    Claim: claimPath(claim.number, claim.content.claim.statement),
    Article: `/a/${article.number}`,
    Dossier: dossierPath(dossier.number, dossier.name),
    Corrections: '/corrections',
    Latest: '/latest',
    Desk: deskPath(slug),
  }
}

/** Where the page is once it was made for search engines. */
async function indexable(address: string): Promise<string> {
  for (let tries = 0; tries < 300; tries++) {
    const answer = await fetch(address)
    if (answer.ok && !(await answer.text()).includes('content="noindex"')) return answer.url
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${address} is not made for search engines`)
}

async function look(address: string, port: number) {
  // Loaded here: it takes a second, which no other benchmark should pay.
  const { default: lighthouse } = await import('lighthouse')
  const run = await lighthouse(address, {
    port,
    output: 'json',
    logLevel: 'error',
    onlyCategories: categories,
  })
  if (!run || run.lhr.runtimeError)
    throw new Error(`${address}: ${run?.lhr.runtimeError?.message ?? 'no answer'}`)
  return run.lhr
}

function figuresOf(kind: string, { categories: scored, audits }: Awaited<ReturnType<typeof look>>): Figure[] {
  const scores = Object.values(scored).map(({ id, score }) => ({ id, score: Math.round((score ?? 0) * 100) }))
  const measured = (audit: string) => audits[audit]?.numericValue ?? Number.NaN
  const faults = Object.values(audits).filter(({ score }) => score !== null && score < 1)
  const said = scores.map(({ id, score }) => `${id} ${score}`).join(', ')
  return [
    {
      ...{ name: `lighthouse${kind}`, value: Math.min(...scores.map(({ score }) => score)), unit: '' },
      ...{ bound: 100, atLeast: true, note: [said, ...faults.map(({ id }) => id)].join(', ') },
    },
    {
      ...{
        name: `largestPaint${kind}Ms`,
        value: Math.round(measured('largest-contentful-paint')),
        unit: 'ms',
      },
      ...{ bound: 800, note: 'as on a phone with a slow line' },
    },
    { name: `layoutShift${kind}`, value: measured('cumulative-layout-shift'), unit: '', bound: 0 },
  ]
}
