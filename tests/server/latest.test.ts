import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import { pino } from 'pino'
import { afterAll, expect, test } from 'vitest'
import { serveLists } from '../../server/latest/serve-lists'
import { importPast } from '../../server/past/import-past'
import { renderOutbox, renderStale } from '../../server/publication/made/render'
import { openPages } from '../../server/publication/serve-page'
import { freshDatabase, whileAway } from '../database'
import { aClaim } from '../newsroom'
import { aNewsroom, published } from '../publishing'
import { answerOf } from './rights/ask'

await freshDatabase()
const room = await aNewsroom({ name: 'River Desk', language: 'en' })
const other = await aNewsroom({ name: 'Atelier', language: 'fr-CA', timeZone: 'Pacific/Auckland' })
const day = (date: string) => ({ at: new Date(`${date}T20:00:00Z`) })
const wall = aClaim({ statement: 'The wall is older', verdict: 'false', topics: ['Walls'] })
await published(room, wall, day('2026-01-10'))
await published(
  room,
  aClaim({ statement: 'The pier is closed', verdict: 'true', topics: ['Ports'] }),
  day('2026-02-10'),
)
await published(
  other,
  aClaim({ statement: 'The dam holds', verdict: 'true', topics: ['walls'] }),
  day('2026-03-10'),
)
const gone = aClaim({ statement: 'The mill burnt down', verdict: 'false' })
await published(room, gone, day('2026-03-11'))
await published(room, gone, { kind: 'retraction', publicNote: 'It did not.', ...day('2026-03-12') })
await renderStale()
await renderOutbox()

const dataDir = mkdtempSync(join(tmpdir(), 'proofroom-latest-'))
const publicPages = await openPages({ dataDir, onError: console.error })
const log = pino({ level: 'silent' })
const server = createServer((request, response) => {
  if (!publicPages.servePage(request, response) && !serveLists(request, response, log))
    response.writeHead(418).end()
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
afterAll(async () => {
  server.close()
  await publicPages.close()
  rmSync(dataDir, { recursive: true, force: true })
})
const { port } = server.address() as AddressInfo // It listens on TCP.

const look = (search: string, method = 'GET', asked: Record<string, string> = {}) =>
  lookAt(`/latest${search}`, method, asked)

async function lookAt(path: string, method = 'GET', asked: Record<string, string> = {}) {
  const address = `http://127.0.0.1:${port}${path}`
  const answer = await answerOf(await fetch(address, { method, headers: asked }))
  const { document } = parseHTML(answer.body || '<html><body></body></html>')
  const items = [...document.querySelectorAll('.pub-list a.pub-item')].map((item) => item.textContent)
  return { ...answer, document, items, headers: new Map(answer.headers) }
}

test('the list has a form that makes the address, without script, and is kept finished', async () => {
  const { status, headers, document, items } = await look('')
  expect(status).toBe(200)
  expect(headers.get('etag')).toBeTruthy()
  expect(headers.get('content-security-policy')).toContain("form-action 'self'")
  expect(items).toEqual(['The mill burnt down', 'The dam holds', 'The pier is closed', 'The wall is older'])
  expect(document.querySelector('script')).toBeNull()
  const form = document.querySelector('form')
  expect([form?.getAttribute('method'), form?.getAttribute('action')]).toEqual(['get', '/latest'])
  const named = [...document.querySelectorAll('form label')].map((label) => label.getAttribute('for'))
  expect(named).toEqual(['q', 'verdict', 'topic', 'desk', 'language', 'from', 'until'])
  for (const id of named) expect(document.getElementById(id ?? '')?.getAttribute('name')).toBe(id)
})

test('what is sent without a choice is the finished page', async () => {
  const { headers } = await look('?q=&verdict=&topic=&desk=&language=&from=&until=')
  expect(headers.get('etag')).toBe((await look('')).headers.get('etag'))
})

test.each([
  ['?verdict=false', ['The wall is older']],
  ['?verdict=true', ['The dam holds', 'The pier is closed']],
  ['?topic=walls', ['The dam holds', 'The wall is older']],
  ['?topic=walls&verdict=true', ['The dam holds']],
  ['?language=fr', ['The dam holds']],
  ['?q=pier', ['The pier is closed']],
  ['?q=%22is+older%22', ['The wall is older']],
  ['?q=…', []],
  ['?from=2026-02-10&until=2026-02-10', ['The pier is closed']],
  // At eight in the evening in London it is the next day in Auckland.
  ['?until=2026-03-10', ['The pier is closed', 'The wall is older']],
  ['?from=2026-03-11&until=2026-03-11', ['The dam holds']],
  ['?topic=no-such', []],
])('%s leaves %j', async (search, statements) => {
  const { status, items } = await look(search)
  expect(status).toBe(200)
  expect(items).toEqual(statements)
})

test('the checks of one desk are found by its address', async () => {
  expect((await look(`?desk=${other.desk.slug}`)).items).toEqual(['The dam holds'])
})

test('a narrowed list says what it is narrowed to, and is in no index', async () => {
  const { document, headers } = await look('?q=wall&topic=walls&from=2026-01-01')
  expect(headers.get('x-robots-tag')).toContain('noindex')
  expect(document.getElementById('q')?.getAttribute('value')).toBe('wall')
  expect(document.getElementById('from')?.getAttribute('value')).toBe('2026-01-01')
  expect(document.querySelector('#topic option[selected]')?.getAttribute('value')).toBe('walls')
  expect(document.querySelector('a[href="/latest"].all, .act a')?.textContent).toBe('Show all checks')
})

test('who has a narrowed list is told that it has not changed', async () => {
  const { headers } = await look('?verdict=true')
  const [tag, time] = [headers.get('etag') ?? '', headers.get('last-modified') ?? '']
  expect(headers.get('cache-control')).toBe('private, no-cache')
  const held: Record<string, string>[] = [{ 'if-none-match': tag }, { 'if-modified-since': time }]
  for (const one of held) {
    const again = await look('?verdict=true', 'GET', one)
    expect([again.status, again.body, again.headers.get('etag')]).toEqual([304, '', tag])
  }
  expect((await look('?verdict=false', 'GET', { 'if-none-match': tag })).status).toBe(200)
})

test('what somebody types is text, and never markup', async () => {
  const { body, status } = await look('?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&topic=%3Cimg%20src=x%3E')
  expect(status).toBe(200)
  expect(body).not.toContain('<script>')
  expect(body).not.toContain('<img')
})

test.each([
  '?verdict=maybe',
  '?from=yesterday',
  '?page=0x',
  '?page=100000',
  '?language=%00',
  '?topic=%00',
  '?q=a%00b',
])('an address that asks for what there cannot be, %s, is told so', async (search) => {
  const { status, body } = await look(search)
  expect(status).toBe(400)
  expect(body).toContain('There is no such list.')
})

test('while the database is away the first page is read, and a narrowed one says when to come again', async () => {
  const [first, narrowed] = await whileAway(
    async () => [await look(''), await look('?verdict=true')] as const,
  )
  expect(first.status).toBe(200)
  expect(narrowed.status).toBe(503)
  expect(narrowed.headers.get('retry-after')).toBe('30')
  expect(narrowed.body).toContain('The list cannot be narrowed now.')
  expect((await look('?verdict=true')).status).toBe(200)
})

test('nothing but reading is answered', async () => {
  expect((await look('?verdict=true', 'POST')).status).toBe(405)
})

test('who has more to see goes on page by page, and meets each check once', async () => {
  const many = await aNewsroom()
  for (let count = 1; count <= 51; count += 1)
    await published(many, aClaim({ statement: `Check ${count} of many`, topics: ['many'] }))
  await renderOutbox()
  await publicPages.settled()
  const next = ({ document }: Awaited<ReturnType<typeof look>>) =>
    document.querySelector('a[rel=next]')?.getAttribute('href')?.replace('/latest', '') ?? null
  const first = await look('')
  expect(first.items).toHaveLength(50)
  const second = await look(next(first) ?? 'none')
  expect(second.items).toEqual([
    ...['Check 1 of many', 'The mill burnt down', 'The dam holds', 'The pier is closed'],
    'The wall is older',
  ])
  expect(next(second)).toBeNull()
  expect(second.document.querySelector('a[rel=prev]')?.getAttribute('href')).toBe('/latest')
  expect(next(await look('?topic=many'))).toBe('?topic=many&page=2')
  expect((await look('?topic=many&page=2')).items).toEqual(['Check 1 of many'])
})

/** What stands on each page of a list, as its links lead from one to the next, and back from the last. */
async function through(list: string) {
  const met: string[][] = []
  for (let path: string | null = list; path; ) {
    const { status, items, document } = await lookAt(path)
    expect(status).toBe(200)
    met.push(items.map((item) => item ?? ''))
    const next: string | null = document.querySelector('a[rel=next]')?.getAttribute('href') ?? null
    if (!next && met.length === 2)
      expect(document.querySelector('a[rel=prev]')?.getAttribute('href')).toBe(list)
    path = next
  }
  return met
}

test('corrections go on page by page, however many there are', async () => {
  for (let count = 1; count <= 50; count += 1)
    await published(room, wall, { kind: 'factual', publicNote: `Slip ${count}.` })
  await renderOutbox()
  await expect
    .poll(() => through('/corrections'), { timeout: 20_000 })
    .toEqual([Array.from({ length: 50 }, () => 'The wall is older'), ['The mill burnt down']])
})

test('checks from before Proofroom go on page by page, each with where and when it was published', async () => {
  const rows = Array.from({ length: 51 }, (_, index) => ({
    line: index + 1,
    row: {
      ...{ address: `https://old.example/${index}`, statement: `Old check ${index}`, speaker: '' },
      ...{ date: String(2020 - index), rating: 'False', answer: '' },
    },
  }))
  await importPast(room.editor, rows, false)
  await renderStale()
  const all = rows.map(({ row }) => row.statement)
  await expect.poll(() => through('/earlier'), { timeout: 20_000 }).toEqual([all.slice(0, 50), all.slice(50)])
  const { document, headers } = await lookAt('/earlier?page=2')
  expect(document.querySelector('a.pub-item')?.getAttribute('href')).toBe('https://old.example/50')
  expect(document.querySelector('.pub-list time')?.textContent).toBe('1970')
  const held = { 'if-none-match': headers.get('etag') ?? '' }
  expect((await lookAt('/earlier?page=2', 'GET', held)).status).toBe(304)
})

test.each(['/corrections?page=x', '/earlier?page=0'])('there is no list at %s', async (path) => {
  expect((await lookAt(path)).status).toBe(400)
})

test('what stands behind a list that nothing narrows is passed over', async () => {
  const { headers } = await lookAt('/corrections')
  for (const search of ['?page=1', '?utm_source=mail'])
    expect((await lookAt(`/corrections${search}`)).headers.get('etag')).toBe(headers.get('etag'))
})

test('a network that asks too often is told to wait', async () => {
  for (let times = 0; times < 60; times += 1) await fetch(`http://127.0.0.1:${port}/latest?page=2`)
  const { status, headers } = await look('?page=2')
  expect(status).toBe(429)
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
})
