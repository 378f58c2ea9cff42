import { inspect } from 'node:util'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { GET as health } from '../../app/api/health/route'
import { GET, POST } from '../../app/api/trpc/[trpc]/route'
import { auditEntries, people } from '../../db/schema'
import { mostPageBytes } from '../../server/article/article'
import { plainFault } from '../../server/fault/read-fault'
import { foundDesk } from '../../server/member/found-desk'
import { freshDatabase } from '../database'
import { cookieOf } from '../signed-in'

const db = await freshDatabase()
const { desk } = await foundDesk({
  desk: 'Meridian',
  timeZone: 'UTC',
  name: 'Ruth Abel',
  email: 'ruth@meridian.example',
  password: 'a long enough password',
  code: null,
})

const origin = 'http://127.0.0.1:3000'
const at = (procedure: string) => `${origin}/api/trpc/${procedure}`

async function ruthsCookie(): Promise<string> {
  const [ruth] = await db.select().from(people)
  return cookieOf(ruth?.id ?? '')
}

function invitation(
  headers: Record<string, string>,
  body = JSON.stringify({ json: { desk, role: 'editor', email: 'new@desk.example' } }),
) {
  return asked('member.invite', headers, body)
}

function asked(procedure: string, headers: Record<string, string>, body: string) {
  return POST(
    new Request(at(procedure), {
      method: 'POST',
      headers: { 'content-type': 'application/json', host: '127.0.0.1:3000', ...headers },
      body,
    }),
  )
}

test('a page of ours acts for the person whose cookie it brings', async () => {
  const answer = await invitation({ cookie: await ruthsCookie(), origin, 'sec-fetch-site': 'same-origin' })
  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain('/invite/')
})

test('a page of somebody else’s cannot act with that cookie', async () => {
  const cookie = await ruthsCookie()
  expect((await invitation({ cookie, origin: 'https://evil.example' })).status).toBe(403)
  expect((await invitation({ cookie, 'sec-fetch-site': 'cross-site' })).status).toBe(403)
})

test('what another site’s page sent with a cookie is in the audit of its person’s desks, once a minute', async () => {
  const cookie = await ruthsCookie()
  const asked = { origin: 'https://evil.example', 'x-request-id': 'request-9' }
  for (const headers of [{ ...asked, cookie }, { ...asked, cookie }, asked])
    expect((await invitation({ ...headers, 'x-forwarded-for': '203.0.113.9' })).status).toBe(403)
  const entries = await db.select().from(auditEntries).where(eq(auditEntries.outcome, 'from-another-site'))
  const [ruth] = await db.select().from(people)
  expect(entries).toHaveLength(1)
  expect(entries[0]).toMatchObject({ personId: ruth?.id, way: 'trpc', act: 'act from another site' })
  expect(entries[0]?.deskId).not.toBeNull()
})

test('without a cookie the answer is a sentence, without a stack', async () => {
  const answer = await invitation({ origin })
  expect(answer.status).toBe(401)
  const said = await answer.text()
  expect(said).toContain('You have been signed out.')
  expect(said).not.toContain('node_modules')
})

test('more bytes than any page has are refused with a sentence', async () => {
  const answer = await invitation({ origin }, 'x'.repeat(16 * 1024 * 1024 + 1))
  expect(answer.status).toBe(413)
  expect(await answer.text()).toContain('This page is larger than 5 MB.')
})

test('a page of 5 MB is taken even when JSON writes each of its letters twice', async () => {
  const content = '"'.repeat(mostPageBytes)
  const body = JSON.stringify({ json: { desk, kind: 'html', content } })
  const answer = await asked('article.importContent', { cookie: await ruthsCookie(), origin }, body)
  expect(await answer.json()).toMatchObject({
    error: { json: { data: { refusal: { code: 'page-empty' } } } },
  })
})

test('a page a little longer than that is refused', async () => {
  const content = `<p>Dam ${'a'.repeat(mostPageBytes)}`
  const body = JSON.stringify({ json: { desk, kind: 'html', content } })
  const answer = await asked('article.importContent', { cookie: await ruthsCookie(), origin }, body)
  expect(await answer.json()).toMatchObject({
    error: { json: { data: { refusal: { code: 'page-too-large' } } } },
  })
})

test('what has not the shape that is asked for is refused with a sentence, not as a fault', async () => {
  const body = JSON.stringify({ json: { desk, role: 'emperor' } })
  const answer = await invitation({ cookie: await ruthsCookie(), origin }, body)
  expect(answer.status).toBe(400)
  const { error } = await answer.json()
  expect(error.json.data.refusal).toEqual({ code: 'input-wrong' })
  expect(error.json.message).toContain('Check what you typed')
})

test.each([
  ['member.list', {}, { desk: 'a\0b' }],
  [
    'review.submit',
    { claimId: desk, hash: 'a'.repeat(64), version: null, kind: 'first' },
    { publicNote: 'a\0b' },
  ],
  ['article.importContent', { kind: 'text', content: 'The dam gave way.' }, { name: 'a\0b' }],
  [
    'article.importContent',
    { kind: 'text', content: 'The dam gave way.' },
    { address: 'half \ud83d a face' },
  ],
])('text that no database keeps is wrong input of %s, no fault', async (procedure, parts, wrong) => {
  const json = { desk, ...parts, ...wrong }
  const cookie = await ruthsCookie()
  const answer =
    procedure === 'member.list'
      ? await GET(
          new Request(`${at(procedure)}?input=${encodeURIComponent(JSON.stringify({ json }))}`, {
            headers: { cookie },
          }),
        )
      : await asked(procedure, { cookie, origin }, JSON.stringify({ json }))
  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain('input-wrong')
})

test('a NUL in a pasted text is no fault', async () => {
  const body = JSON.stringify({ json: { desk, kind: 'text', content: 'The dam\0 gave way.' } })
  expect(
    (await asked('article.importContent', { cookie: await ruthsCookie(), origin }, body)).status,
  ).not.toBe(500)
})

test('no cache on the way keeps an answer', async () => {
  const answer = await GET(new Request(at('member.needsSetUp')))
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

test('what is logged of a failed query leaves out its parameters', async () => {
  const fault = await db
    .select()
    .from(people)
    .where(eq(people.id, 'somebody’s words'))
    .catch((error: unknown) => error)
  expect(String(fault)).toContain('somebody’s words')
  expect(inspect(plainFault(fault))).toContain('from "people"')
  expect(inspect(plainFault(fault))).not.toMatch(/params|parameters/)
})

test('what is no JSON at all is refused in the same way', async () => {
  const answer = await invitation({ cookie: await ruthsCookie(), origin }, '{')
  expect(await answer.text()).toContain('input-wrong')
})

test('reading needs no origin, and an unknown question is answered without a stack', async () => {
  expect(await (await GET(new Request(at('member.needsSetUp')))).json()).toMatchObject({
    result: { data: { json: false } },
  })
  const unknown = await GET(new Request(at('member.everything')))
  expect(unknown.status).toBe(404)
  expect(await unknown.text()).not.toContain('node_modules')
})

test('a watcher learns that the database answers', async () => {
  expect((await health()).status).toBe(200)
})
