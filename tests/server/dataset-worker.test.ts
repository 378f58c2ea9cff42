import { randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { datasetParts } from '../../db/schema'
import { readFileAt, readFiles, readUnpacked } from '../../server/publication/dataset/copies/read-files'
import { makeIfDue } from '../../server/publication/dataset/start-dataset'
import { writeInWorker } from '../../server/publication/dataset/worker/write-in-worker'
import { writeDataset } from '../../server/publication/dataset/write-dataset'
import { readPage } from '../../server/publication/stored/read-page'
import { databaseUrl, freshDatabase } from '../database'
import { aClaim } from '../newsroom'
import { aNewsroom, published } from '../publishing'

const db = await freshDatabase()
const room = await aNewsroom()
const { number } = await published(room, aClaim({ statement: 'The wall is older' }))
const broken = await published(room, aClaim({ statement: 'The pier is closed' }))
const huge = await published(room, aClaim({ statement: 'The lake is deeper' }))
await writeDataset(new Date('2026-03-10T03:05:00Z'))

const patience = { timeout: 30_000 }

const makings = async () => {
  const rows = await db.selectDistinct({ making: datasetParts.making }).from(datasetParts)
  return rows.map(({ making }) => making)
}

async function lines(): Promise<Record<string, unknown>[]> {
  const file = await readFileAt('/dataset/claims.jsonl')
  if (!file) throw new Error('there is no claims.jsonl')
  const text = (await buffer(readUnpacked(file))).toString('utf8').trimEnd()
  return text.split('\n').map((line) => JSON.parse(line))
}

async function described() {
  const page = await readPage('/dataset/datapackage.json')
  return JSON.parse(page?.bytes.toString('utf8') ?? '{}')
}

/** Changes what is kept of a version as nothing of ours does. */
async function damage(which: number[], content: string) {
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local proofroom.may_remove = 'on'`)
    await tx.execute(
      sql`update publications set content = ${sql.raw(content)} where number in ${which} and version = 1`,
    )
  })
}

beforeEach(async () => {
  // What an earlier fact left undone would be seen here.
  expect(await makings()).toEqual([(await readFiles())[0]?.making])
})

test('a thread that is killed half way leaves the data set that is there', async () => {
  const before = [await readFiles(), await described()]
  const killed = new AbortController()
  await db.transaction(async (tx) => {
    // The thread waits for this table at its first part.
    await tx.execute(sql`lock table dataset_parts in share mode`)
    const making = writeDataset(new Date('2026-03-11T03:05:00Z'), { over: killed.signal })
    making.catch(() => {})
    const waiting = sql`select from pg_locks where not granted and relation = 'dataset_parts'::regclass`
    await expect.poll(async () => (await tx.execute(waiting)).rows.length, patience).toBe(1)
    killed.abort()
    await expect(making).rejects.toThrow('the process stops')
  })
  await expect.poll(makings, patience).toHaveLength(1)
  expect([await readFiles(), await described()]).toEqual(before)
})

test('one that has too little memory fails as a thread, not the process', async () => {
  const task = { url: databaseUrl(), origin: 'https://here.example', making: randomUUID() }
  await expect(writeInWorker(task, { heap: 4 })).rejects.toThrow(/memory|ended/)
})

test('parts that a killed process left behind are gone with the next data set', async () => {
  await writeInWorker({ url: databaseUrl(), origin: 'https://here.example', making: randomUUID() })
  expect(await makings()).toHaveLength(2)
  await writeDataset(new Date('2026-03-11T03:05:00Z'))
  expect(await makings()).toHaveLength(1)
})

test('of several that find it due at once, one makes it', async () => {
  const night = new Date('2026-03-12T03:05:00Z')
  const made = await Promise.all([makeIfDue(night), makeIfDue(night), makeIfDue(night)])
  expect(made.toSorted()).toEqual([false, false, true])
})

test('a version that is damaged or too large is left out and named, and the others are there', async () => {
  const told: string[] = []
  const onError = (error: unknown) => told.push(String(error))
  await damage([broken.number], `jsonb_set(content, '{claim,statement}', '5')`)
  await damage([huge.number], `jsonb_set(content, '{claim,notKnown}', to_jsonb(repeat('a', 4000000)))`)
  expect(await makeIfDue(new Date('2026-03-13T03:05:00Z'), { onError })).toBe(true)
  expect((await lines()).map(({ claim }) => claim)).toEqual([number])
  const { leftOut, resources } = await described()
  expect(leftOut).toEqual([
    { claim: broken.number, version: 1, why: 'damaged' },
    { claim: huge.number, version: 1, why: 'too-large' },
  ])
  expect(resources[0].rows).toBe(1)
  expect(told).toHaveLength(2)
  const page = await readPage('/dataset')
  expect(page?.bytes.toString('utf8')).toContain('2 versions are left out')
  await damage([broken.number], `content #- '{claim,selectors}'`)
  await writeDataset(new Date('2026-03-13T04:05:00Z'))
  expect((await described()).leftOut).toHaveLength(2)
})

test('what is written needs no more memory than a few versions, however many there are', async () => {
  const others: number[] = []
  for (let each = 0; each < 30; each++) others.push((await published(room, aClaim())).number)
  const words = `(select string_agg(md5(i::text), '') from generate_series(1, 50000) i)`
  await damage(others, `jsonb_set(content, '{claim,notKnown}', to_jsonb(${words}))`)
  // 30 of 1.6 MB each, in a heap of less; that takes its time on a busy machine.
  const task = { url: databaseUrl(), origin: 'https://here.example', making: randomUUID() }
  const { rows, files } = await writeInWorker(task, { heap: 44 })
  expect(rows).toBe(31)
  expect(files.find(({ name }) => name === 'claims.jsonl')?.bytes).toBeGreaterThan(48_000_000)
}, 180_000)
