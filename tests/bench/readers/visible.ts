import { gt, isNull } from 'drizzle-orm'
import { db } from '../../../db/client'
import { outbox, pages } from '../../../db/schema'
import { aClaim } from '../../newsroom'
import { type Newsroom as Desk, published, type Version } from '../../publishing'
import { type Figure, percentile, rounded } from '../figures'
import type { Newsroom } from '../newsroom'
import { get } from '../public-pages'

const publications = 20
/** How long nobody waits for a page, in ms. */
const patience = 30_000

/** From the end of the transaction that publishes to the answer that shows it: each second one is a correction. */
export async function measureVisible({ server }: Newsroom, desk: Desk, where: string): Promise<Figure[]> {
  const took = { page: [] as number[], feed: [] as number[], api: [] as number[] }
  for (let n = 0; n < publications / 2; n++) {
    const claim = aClaim({ statement: `Shelter ${n} was open by noon, the mayor said` })
    await publish(claim, {})
    await publish(
      { ...claim, shortAnswer: `It opened at ${n}.` },
      { kind: 'factual', publicNote: 'Asked again.' },
    )
  }
  const note = `${publications} publications and corrections, one after the other, ${where}`
  return Object.entries(took).map(([what, times]) => ({
    ...{ name: `visibleOn${what[0]?.toUpperCase()}${what.slice(1)}P95Ms`, unit: 'ms', bound: 1_000 },
    ...{
      value: rounded(percentile(times, 0.95)),
      note: `p50 ${rounded(percentile(times, 0.5))} ms; ${note}`,
    },
  }))

  async function publish(claim: Parameters<typeof published>[1], version: Version): Promise<void> {
    const { number, version: made, path } = await published(desk, claim, { at: new Date(), ...version })
    const began = performance.now()
    const until = async (address: string, shows: string) => {
      while (performance.now() - began < patience) {
        const { status, body } = await get(server.origin, address, {})
        if (status === 200 && body.includes(shows)) return performance.now() - began
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
      throw new Error(`${address} does not show version ${made} after ${patience} ms`)
    }
    const [page, feed, api] = await Promise.all([
      until(path, `/c/${number}/v/${made}`),
      until('/feeds/latest.atom', `/c/${number}/v/${made}`),
      until(`/api/v1/claims/${number}`, `"version":${made}`),
    ])
    took.page.push(page)
    took.feed.push(feed)
    took.api.push(api)
    await allMade()
  }
}

/** How long it takes until all that lists a publication is made again, of one alone and of ten at once, and how many pages that are. */
export async function measureRemaking(desk: Desk, where: string): Promise<Figure[]> {
  const alone: number[] = []
  let changed = 0
  for (let n = 0; n < 10; n++) {
    const since = new Date()
    await published(desk, aClaim({ statement: `Bridge ${n} was closed` }), { at: new Date() })
    const began = performance.now()
    await allMade()
    alone.push(performance.now() - began)
    changed = await db().$count(pages, gt(pages.madeAt, since))
  }
  for (let n = 0; n < 10; n++)
    await published(desk, aClaim({ statement: `Road ${n} was closed` }), { at: new Date() })
  const began = performance.now()
  await allMade()
  const together = Math.round(performance.now() - began)
  const all = await db().$count(pages)
  return [
    {
      ...{ name: `one publication, ${where}`, value: Math.round(percentile(alone, 0.5)), unit: 'ms' },
      note: `until the last list that names it is made, p50 of 10; ${changed} of ${all} pages come out otherwise; ten at once ${together} ms`,
    },
  ]
}

async function allMade(): Promise<void> {
  const until = performance.now() + patience
  while ((await db().$count(outbox, isNull(outbox.doneAt))) > 0) {
    if (performance.now() > until) throw new Error('what was published is not made')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
