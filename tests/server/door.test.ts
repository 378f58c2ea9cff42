import { encode } from 'next-auth/jwt'
import { expect, test } from 'vitest'
import { GET as health } from '../../app/api/health/route'
import { GET, POST } from '../../app/api/trpc/[trpc]/route'
import { people } from '../../db/schema'
import { authSecret, sessionCookieName } from '../../server/auth'
import { foundDesk } from '../../server/member/found-desk'
import { startSession } from '../../server/session/sign-in'
import { freshDatabase } from '../database'

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
  const sid = await startSession(ruth?.id ?? '')
  return `${sessionCookieName()}=${await encode({ token: { sid }, secret: await authSecret() })}`
}

function invitation(
  headers: Record<string, string>,
  body = JSON.stringify({ json: { desk, role: 'editor' } }),
) {
  return POST(
    new Request(at('member.invite'), {
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

test('without a cookie the answer is a sentence, without a stack', async () => {
  const answer = await invitation({ origin })
  expect(answer.status).toBe(401)
  const said = await answer.text()
  expect(said).toContain('You have been signed out.')
  expect(said).not.toContain('node_modules')
})

test('more bytes than an article has are not read', async () => {
  expect((await invitation({ origin }, 'x'.repeat(8 * 1024 * 1024 + 1))).status).toBe(413)
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
