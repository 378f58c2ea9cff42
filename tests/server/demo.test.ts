import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { claims, desks, publications, reviews } from '../../db/schema'
import { buildWorker } from '../../server/command/build-worker.mjs'
import { seedDemo } from '../../server/demo/seed-demo'
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
