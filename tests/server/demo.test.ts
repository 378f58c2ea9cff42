import { asc, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import {
  articles,
  claims,
  desks,
  logEntries,
  members,
  pages,
  people,
  publications,
  reviews,
  roomUpdates,
} from '../../db/schema'
import { buildWorker } from '../../server/command/build-worker.mjs'
import { removeDemo } from '../../server/demo/remove-demo'
import { seedDemo } from '../../server/demo/seed-demo'
import { firstBrokenEntry } from '../../server/publication/log/log'
import { renderOutbox } from '../../server/publication/render'
import { freshDatabase } from '../database'
import { refusalOf } from '../newsroom'

const db = await freshDatabase()

beforeAll(async () => {
  await buildWorker(process.cwd())
  await seedDemo()
}, 60_000)

test('the demo has six articles with claims on the way and published ones, one of them corrected', async () => {
  const marked = await db.select().from(claims)
  expect(marked.length).toBeGreaterThanOrEqual(18)
  const versions = await db.select().from(publications)
  expect(versions.filter(({ version }) => version === 1).length).toBeGreaterThanOrEqual(5)
  expect(versions.filter(({ kind }) => kind === 'verdict-change')).toHaveLength(1)
  expect(await db.select().from(reviews).where(eq(reviews.decision, 'returned'))).toHaveLength(1)
})

test('the demo’s claims stand ready, unready and in review', async () => {
  const marked = await db.select().from(claims)
  expect(marked.some(({ notReady }) => notReady === null)).toBe(true)
  expect(marked.some(({ notReady }) => notReady === 'no-verdict')).toBe(true)
})

test('the demo’s desk says that it is one', async () => {
  const [desk] = await db.select().from(desks)
  expect(desk?.isDemo).toBe(true)
})

test('the demo is made once', async () => {
  expect(await refusalOf(seedDemo())).toBe('demo-is-there')
})

test('the demo is removed whole, and the log it is told of in still holds', async () => {
  await renderOutbox()
  const before = await db.select().from(logEntries).orderBy(asc(logEntries.index))
  expect(before.length).toBeGreaterThan(5)
  await removeDemo()
  for (const table of [desks, members, people, articles, claims, publications, reviews, roomUpdates])
    expect(await db.select().from(table)).toEqual([])
  const readable = (await db.select({ path: pages.path }).from(pages)).map(({ path }) => path)
  expect(readable.filter((path) => /^\/[ac]\/\d/.test(path))).toEqual([])
  const after = await db.select().from(logEntries).orderBy(asc(logEntries.index))
  expect(after).toEqual(before)
  expect(firstBrokenEntry(after)).toBeNull()
  expect(await refusalOf(removeDemo())).toBe('demo-is-not-there')
})
