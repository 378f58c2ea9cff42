import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import superjson from 'superjson'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDatabase, db, openDatabase } from '../../db/client'
import { datasetFiles, pages } from '../../db/schema'
import { publishDossier } from '../../server/dossier/published/publish-dossier'
import { missingPath } from '../../server/publication/stored/stored-page'
import { type Running, startServer } from '../e2e/server'
import { aFoundedDesk } from '../founding'
import { askIn, visit } from '../kill/visitor'
import { aClaim } from '../newsroom'
import { aNewsroom, published } from '../publishing'
import { readAlong } from '../read-along'
import { aDossier, displaced } from '../server/dossier/dossier-world'
import { aStoppableDatabase } from '../stoppable-database'
import { until } from './browser'

const ruth = 'ruth@meridian.example'
const database = await aStoppableDatabase()
let server: Running
let [desk, claim, cookie] = ['', 0, '']
let finished: string[] = []

beforeAll(async () => {
  // Readers come from many networks: who asks for one is believed.
  server = await startServer({ databaseUrl: database.url, env: { TRUSTED_PROXIES: '127.0.0.1' } })
  openDatabase(database.url)
  desk = (await aFoundedDesk()).desk
  const room = await aNewsroom()
  claim = (await published(room, aClaim({ statement: 'The quay is dry.' }))).number
  await published(room, aClaim({ statement: 'The lock is shut.' }))
  const { dossierId, add } = await aDossier(room, 'The quay')
  await add(aClaim({ figure: displaced(517) }))
  await publishDossier({ member: room.editor, dossierId })
  cookie = (await visit(server.origin, desk, ruth)).cookie
  const last = [2, 3].map((number) => `/c/${number}/v/1/card-square.png`)
  await until(async () => {
    finished = await paths()
    return [...last, '/d/1-the-quay', '/dataset'].every((path) => finished.includes(path))
  }, 'all that is made of three checks and a dossier')
  const files = (await db().select().from(datasetFiles)).map(({ name }) => name)
  await until(() => files.every((name) => copied().includes(name)), 'the server’s own copy of the data set')
  finished.push(...files.map((name) => `/dataset/${name}`))
  await closeDatabase()
  const address = encodeURIComponent(`${server.origin}/c/${claim}`)
  finished.push(`/oembed?url=${address}`, `/oembed?url=${address}&format=xml`)
})

afterAll(async () => {
  await server?.remove()
  await database.remove()
})

/** The files of the data set that the server hands out by itself. */
function copied(): string[] {
  try {
    const kept: { name: string }[] = JSON.parse(
      readFileSync(join(server.dataDir, 'dataset', 'files.json'), 'utf8'),
    )
    return kept.map(({ name }) => name)
  } catch {
    return [] // It is not there yet.
  }
}

/** Every address at which something finished is read. */
async function paths(): Promise<string[]> {
  const rows = await db().select({ path: pages.canonical }).from(pages)
  return [...new Set(rows.map(({ path }) => path))].filter((path) => path !== missingPath)
}

type Ask = { name: string; ask: () => Promise<Response>; well: number }

/** What needs the database, with the answer that it gives when all is well. */
function needing(): Ask[] {
  const { origin } = server
  const get = (path: string) => fetch(origin + path, { redirect: 'manual', headers: { cookie } })
  const send = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
    fetch(origin + path, { method: 'POST', redirect: 'manual', body, headers: { origin, ...headers } })
  const json = { 'content-type': 'application/json' }
  const search = { name: 'search', arguments: { query: 'quay' } }
  const tool = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: search })
  const sent = (input: object) => JSON.stringify(superjson.serialize(input))
  return [
    { name: 'the list, narrowed', ask: () => get('/latest?q=quay'), well: 200 },
    { name: 'Google’s search', ask: () => get('/api/v1alpha1/claims:search?query=quay'), well: 200 },
    { name: 'the search tool', ask: () => send('/api/mcp', tool, json), well: 200 },
    { name: 'what changed', ask: () => get('/api/v1/changes'), well: 200 },
    { name: 'the form of a report', ask: () => get(`/c/${claim}/report`), well: 200 },
    {
      name: 'a report',
      ask: () => send(`/c/${claim}/report`, new URLSearchParams({ form: 'old', text: 'Wet.' })),
      well: 422,
    },
    {
      name: 'a wish to follow',
      ask: () => send(`/c/${claim}/follow`, new URLSearchParams({ form: 'old', email: 'r@example.org' })),
      well: 422,
    },
    { name: 'the page of a desk', ask: () => get(`/desk/${desk}`), well: 200 },
    {
      name: 'a procedure that reads',
      ask: () => get(`/api/trpc/member.desk?input=${encodeURIComponent(sent({ desk }))}`),
      well: 200,
    },
    {
      name: 'one that writes',
      ask: () => send('/api/trpc/language.change', sent({ language: 'en' }), { ...json, cookie }),
      well: 200,
    },
  ]
}

/** What is answered, and how long that took. */
async function timed({ name, ask }: Ask) {
  const begun = Date.now()
  const answer = await ask()
  const body = await answer.text()
  return { name, answer, body, ms: Date.now() - begun }
}

async function expectAway(within: number) {
  for (const { name, answer, body, ms } of await Promise.all(needing().map(timed))) {
    expect([name, answer.status, Number(answer.headers.get('retry-after')) > 0]).toEqual([name, 503, true])
    expect(body).toMatch(/minute|moment/)
    expect(ms, name).toBeLessThan(within)
    if (name === 'a report') expect(body).toContain('Wet.</textarea>')
  }
  const signingIn = await askIn(server.origin, ruth)
  expect([signingIn.status, signingIn.headers.get('retry-after')]).toEqual([503, '30'])
}

async function expectWell() {
  for (const one of needing())
    await until(async () => (await timed(one)).answer.status === one.well, `${one.name} to be answered again`)
  await visit(server.origin, desk, ruth)
}

/** One troubled spell under readers: none of them notices, whatever needs the database says when to come back, and then does its work. */
async function throughTrouble(
  trouble: () => Promise<void> | void,
  end: () => Promise<void> | void,
  within: number,
) {
  await expectWell()
  const pid = server.pid()
  const readers = readAlong(server.origin, finished)
  await trouble()
  await expectAway(within)
  // By now it is known.
  await expectAway(2_000)
  await end()
  await expectWell()
  const { read, failed } = await readers.stop()
  expect(failed).toEqual([])
  expect(read).toBeGreaterThan(finished.length)
  expect(server.pid()).toBe(pid)
}

test('readers read on while the database is stopped and started; all else says when to come back, and does', async () => {
  expect(finished.length).toBeGreaterThan(50)
  const ofDossier = [
    '/d/1-the-quay',
    '/d/1/v/1',
    '/d/1/v/1/record.json',
    '/d/1/figures.csv',
    '/d/1/ledger.svg',
  ]
  const ofPrograms = ['/api/v1/dossiers/1', '/feeds/d/1.atom', '/feeds/d/1.rss', '/feeds/d/1.json']
  const ofDataset = ['csv', 'jsonl', 'parquet'].map((format) => `/dataset/claims.${format}`)
  expect(finished).toEqual(expect.arrayContaining([...ofDossier, ...ofPrograms, ...ofDataset]))
  await throughTrouble(database.stop, database.start, 5_000)
})

test('the same while the database hangs: it takes connections and answers nobody', async () => {
  await throughTrouble(database.hang, database.resume, 10_000)
})
