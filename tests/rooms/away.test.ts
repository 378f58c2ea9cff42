import superjson from 'superjson'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDatabase, db, openDatabase } from '../../db/client'
import { pages } from '../../db/schema'
import { missingPath } from '../../server/publication/stored/stored-page'
import { type Running, startServer } from '../e2e/server'
import { aFoundedDesk } from '../founding'
import { askIn, visit } from '../kill/visitor'
import { aClaim } from '../newsroom'
import { aNewsroom, published } from '../publishing'
import { readAlong } from '../read-along'
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
  cookie = (await visit(server.origin, desk, ruth)).cookie
  await until(
    async () => (await paths()).includes(`/c/2/v/1/card-square.png`),
    'all that is made of two checks',
  )
  finished = await paths()
  await closeDatabase()
  const address = encodeURIComponent(`${server.origin}/c/${claim}`)
  finished.push(`/oembed?url=${address}`, `/oembed?url=${address}&format=xml`)
})

afterAll(async () => {
  await server?.remove()
  await database.remove()
})

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
  await throughTrouble(database.stop, database.start, 5_000)
})

test('the same while the database hangs: it takes connections and answers nobody', async () => {
  await throughTrouble(database.hang, database.resume, 10_000)
})
