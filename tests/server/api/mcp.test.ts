import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { afterAll, expect, test } from 'vitest'
import * as route from '../../../app/(public)/api/mcp/route'
import { closeDatabase, openDatabase } from '../../../db/client'
import { addArticle } from '../../../server/dossier/change-dossier'
import { publishDossier } from '../../../server/dossier/published/publish-dossier'
import { settings } from '../../../server/env'
import { allowed } from '../../../server/publication/api/computed/limits'
import { renderOutbox } from '../../../server/publication/made/render'
import { putUnderReview } from '../../../server/publication/under-review/put-under-review'
import { databaseUrl, freshDatabase } from '../../database'
import { aClaim } from '../../newsroom'
import { aNewsroom, published, submitted } from '../../publishing'
import { aDossier } from '../dossier/dossier-world'
import { documentAt } from './documents'

await freshDatabase()
const room = await aNewsroom()
const relief = aClaim({ statement: 'The relief was the largest ever.' })
const first = await published(room, relief)
await published(room, relief, { kind: 'clarification', publicNote: 'A word was missing.' })
await submitted(room, aClaim({ statement: 'The relief that nobody approved.' }))
await renderOutbox()

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const headers = Object.entries(request.headers).map(([name, said]): [string, string] => [
    name,
    String(said),
  ])
  const asked = new Request(`http://${request.headers.host}${request.url}`, {
    ...{ method: request.method, headers },
    ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
  })
  const answer = await (request.method === 'POST' ? route.POST(asked) : route.GET(asked))
  response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text())
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
afterAll(() => void server.close())
const { port } = server.address() as AddressInfo // It listens on TCP.
const address = `http://127.0.0.1:${port}/api/mcp`

let networks = 0
const client = new Client({ name: 'a test', version: '1' })
const transport = () =>
  new StreamableHTTPClientTransport(new URL(address), {
    requestInit: { headers: { 'x-forwarded-for': `203.0.113.${networks++}` } },
  })
await client.connect(transport())
afterAll(() => client.close())

/** What a tool gives; the client itself holds it against the schema that it was told of. */
async function use(name: string, given: Record<string, unknown>) {
  await client.listTools()
  return client.callTool({ name, arguments: given })
}

const said = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' }
function send(body: string, headers: Record<string, string> = {}) {
  return fetch(address, {
    ...{ method: 'POST', body },
    headers: { ...said, 'x-forwarded-for': `198.51.100.${networks++}`, ...headers },
  })
}
const message = (method: string, params: object = {}) =>
  JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })

test('the official client is told of tools that only read, each with what it takes and gives', async () => {
  expect(client.getServerVersion()).toMatchObject({ name: 'proofroom' })
  const { tools } = await client.listTools()
  expect(tools.map(({ name }) => name)).toEqual([
    ...['search', 'claim', 'versions', 'version', 'article', 'dossier'],
  ])
  for (const tool of tools) {
    expect(tool.annotations).toMatchObject({ readOnlyHint: true })
    expect(tool.inputSchema).toMatchObject({ type: 'object', additionalProperties: false })
    expect(tool.outputSchema).toMatchObject({ type: 'object' })
  }
})

test('a search finds what is published and nothing that waits to be', async () => {
  const { structuredContent, content } = await use('search', { query: 'relief' })
  expect(structuredContent).toMatchObject({
    checks: [
      {
        ...{ number: first.number, statement: relief.statement, desk: room.desk.name },
        page: settings().publicOrigin + first.path,
      },
    ],
    nextPageToken: null,
  })
  expect(content).toEqual([{ type: 'text', text: JSON.stringify(structuredContent) }])
  expect((await use('search', { query: 'nobody approved' })).structuredContent).toMatchObject({ checks: [] })
})

test('claim, version, article and dossier give what their addresses give', async () => {
  const { number } = first
  const article = (await documentAt(`/api/v1/claims/${number}`)).article.number
  const { dossierId } = await aDossier(room, 'The relief')
  await addArticle({ member: room.author, dossierId, articleId: room.article.id })
  const { number: dossier } = await publishDossier({ member: room.editor, dossierId })
  await renderOutbox()
  for (const [name, given, path] of [
    ['claim', { number }, `/api/v1/claims/${number}`],
    ['version', { number, version: 1 }, `/api/v1/claims/${number}/versions/1`],
    ['article', { number: article }, `/api/v1/articles/${article}`],
    ['dossier', { number: dossier }, `/api/v1/dossiers/${dossier}`],
  ] as const)
    expect((await use(name, given)).structuredContent).toEqual(await documentAt(path))
})

test('the versions of a check say what was corrected', async () => {
  const { structuredContent } = await use('versions', { number: first.number })
  expect(structuredContent).toMatchObject({
    state: 'published',
    versions: [
      { version: 2, kind: 'clarification', note: 'A word was missing.' },
      { version: 1, kind: 'first' },
    ],
  })
})

test('what is under review says so, and no search finds it', async () => {
  const doubted = aClaim({ statement: 'Quarrels about doubt.' })
  const { number } = await published(room, doubted)
  await putUnderReview({ member: room.editor, claimId: doubted.id, version: 1, line: 'We look again.' })
  await renderOutbox()
  expect((await use('claim', { number })).structuredContent).toMatchObject({ state: 'under-review' })
  expect((await use('search', { query: 'quarrels' })).structuredContent).toMatchObject({ checks: [] })
})

test('a model is told what to ask otherwise', async () => {
  const told = async (name: string, given: Record<string, unknown>) => {
    const { isError, content } = await use(name, given)
    return [isError, JSON.stringify(content)]
  }
  const nothing = await told('claim', { number: 999_999 })
  expect(nothing).toEqual([true, expect.stringContaining('Nothing is published under this number')])
  expect(await told('claim', { number: 'x' })).toEqual([
    true,
    expect.stringContaining('number cannot be read'),
  ])
  expect(await told('search', { query: 'a', role: 'admin' })).toEqual([true, expect.stringContaining('role')])
  expect((await told('search', { query: 'relief', pageToken: '10-x' }))[0]).toBe(true)
  await expect(use('publish', {})).rejects.toThrow('no such tool')
})

test('pages of another host may send nothing', async () => {
  const from = async (origin: string) => (await send(message('ping'), { origin })).status
  expect(await from('https://elsewhere.example')).toBe(403)
  expect(await from('null')).toBe(403)
  expect(await from(settings().publicOrigin)).toBe(200)
})

test('there is no session, no stream and no cookie', async () => {
  const welcome = await send(message('initialize', { protocolVersion: '2025-06-18', capabilities: {} }))
  expect(welcome.headers.get('mcp-session-id')).toBeNull()
  expect(welcome.headers.get('set-cookie')).toBeNull()
  expect(welcome.headers.get('content-type')).toBe('application/json')
  expect(welcome.headers.get('access-control-allow-origin')).toBe('*')
  expect((await welcome.json()).result.protocolVersion).toBe('2025-06-18')
  const listening = await fetch(address, { headers: { accept: 'text/event-stream' } })
  expect([listening.status, listening.headers.get('allow')]).toEqual([405, 'POST'])
  const noted = await send(JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' }))
  expect([noted.status, await noted.text()]).toEqual([202, ''])
})

test('what is no message of the protocol is refused by what is wrong with it', async () => {
  const status = async (body: string, headers = {}) => (await send(body, headers)).status
  expect(await status(message('ping'), { 'content-type': 'text/plain' })).toBe(415)
  expect(await status(message('ping'), { accept: 'text/html' })).toBe(406)
  expect(await status(message('ping'), { 'mcp-protocol-version': '1999-01-01' })).toBe(400)
  expect(await status(' '.repeat(70_000))).toBe(413)
  expect((await (await send('{')).json()).error.code).toBe(-32_700)
  expect((await (await send('[]')).json()).error.code).toBe(-32_600)
  expect((await (await send(message('tools/delete'))).json()).error.code).toBe(-32_601)
})

test('searches count with those of the search for programs, all else by itself', async () => {
  const ask = (body: string) => send(body, { 'x-forwarded-for': '192.0.2.7' })
  const search = message('tools/call', { name: 'search', arguments: { query: 'relief' } })
  const answer = await ask(search)
  expect(answer.headers.get('ratelimit-policy')).toBe(`"search";q=${allowed.search};w=60`)
  for (let asked = 1; asked < allowed.search; asked++) await (await ask(search)).text()
  const over = await ask(search)
  expect([over.status, Number(over.headers.get('retry-after')) > 0]).toEqual([429, true])
  expect((await ask(message('ping'))).headers.get('ratelimit-policy')).toBe(`"mcp";q=${allowed.mcp};w=60`)
})

test('while the database is away it says when to come back', async () => {
  await closeDatabase()
  openDatabase('postgres://nobody@127.0.0.1:1/none')
  const answer = await send(message('tools/call', { name: 'claim', arguments: { number: 1 } }))
  await closeDatabase()
  openDatabase(databaseUrl())
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30'])
})
