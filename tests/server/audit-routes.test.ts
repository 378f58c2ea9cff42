import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { and, asc, eq, isNull, like, ne } from 'drizzle-orm'
import { pino } from 'pino'
import { afterAll, expect, test } from 'vitest'
import { auditEntries, guestLinks } from '../../db/schema'
import { inRequest } from '../../server/audit/follow-request'
import { signInFrom } from '../../server/auth'
import { serveGuest } from '../../server/guest/serve-guest'
import { withdrawGuestLink } from '../../server/guest/withdraw-link'
import { limitArticle } from '../../server/limit/change-limit'
import { servePreview } from '../../server/publication/next/serve-preview'
import { serveSnapshot } from '../../server/room/serve-snapshot'
import { freshDatabase } from '../database'
import { aDesk, anArticle, onDesk } from '../newsroom'
import { cookieOf } from '../signed-in'
import { aDeskThatClears } from './outside/newsroom'

const db = await freshDatabase()
const log = pino({ level: 'silent' })
const asked = { id: 'request-7', address: '203.0.113.77' }
const server = createServer((request, response) => {
  const isTaken = inRequest(
    asked,
    () =>
      serveSnapshot(request, response, log) ||
      servePreview(request, response, log) ||
      serveGuest(request, response, log),
  )
  if (!isTaken) response.writeHead(418).end()
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
afterAll(() => server.close())
const { port } = server.address() as AddressInfo // It listens on TCP.

async function get(path: string, cookie?: string): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { ...(cookie && { cookie }) } })
  return answer.status
}

const entriesOf = (deskId: string | null) =>
  db
    .select()
    .from(auditEntries)
    .where(
      and(
        ne(auditEntries.act, 'sign in'),
        deskId === null ? isNull(auditEntries.deskId) : eq(auditEntries.deskId, deskId),
      ),
    )
    .orderBy(asc(auditEntries.at), asc(auditEntries.id))

const nowhere = '00000000-0000-7000-8000-000000000000'
const request = { requestId: 'request-7', address: '203.0.113.0/24' }

test('who asks for the words of a limited article is kept on its desk, by which request, and no id', async () => {
  const desk = await aDesk()
  const [editor, shutOut] = [await onDesk('editor', desk), await onDesk('reviewer', desk)]
  const { id } = await anArticle(editor)
  await limitArticle({ member: editor, articleId: id, was: null, members: [editor.id] })
  expect(await get(`/api/rooms/${id}/snapshot`, await cookieOf(shutOut.personId))).toBe(404)
  expect(await entriesOf(desk.id)).toMatchObject([
    {
      ...{ act: 'enter rooms', way: 'room snapshot', outcome: 'article-unknown', things: {}, ...request },
      ...{ memberId: shutOut.id, personId: shutOut.personId },
    },
  ])
})

test('who asks for what is another desk’s is seen there, and for what is nowhere by the installation', async () => {
  const { desk, submissionId } = await aDeskThatClears()
  const stranger = await onDesk('admin', await aDesk())
  const cookie = await cookieOf(stranger.personId)
  expect(await get(`/api/previews/${submissionId}`, cookie)).toBe(404)
  expect(await get(`/api/previews/${nowhere}`, cookie)).toBe(404)
  const refused = { act: 'read the desk', way: 'preview', outcome: 'submission-unknown', things: {} }
  const by = { memberId: null, personId: stranger.personId }
  expect(await entriesOf(desk.id)).toMatchObject([{ ...refused, ...by }])
  expect((await entriesOf(null)).filter(({ personId }) => personId === stranger.personId)).toMatchObject([
    { ...refused, ...by },
  ])
  expect(await entriesOf(stranger.deskId)).toEqual([])
})

test('who is not signed in leaves nothing, and who asks again and again one entry a minute', async () => {
  const stranger = await onDesk('admin', await aDesk())
  const desk = await aDesk()
  const { id } = await anArticle(await onDesk('editor', desk))
  await get(`/api/rooms/${id}/snapshot`)
  expect(await entriesOf(desk.id)).toEqual([])
  const cookie = await cookieOf(stranger.personId)
  for (let n = 0; n < 5; n++) await get(`/api/rooms/${id}/snapshot`, cookie)
  expect(await entriesOf(desk.id)).toHaveLength(1)
})

test('that a withdrawn link was tried is kept on its desk, of unknown ones one entry a minute by the installation', async () => {
  const { desk, ruth, link } = await aDeskThatClears()
  const { id, secret } = await link()
  await withdrawGuestLink({ member: ruth, linkId: id })
  expect(await get(`/guest/${secret}`)).toBe(404)
  for (let n = 0; n < 3; n++) expect(await get(`/guest/${'x'.repeat(43)}`)).toBe(404)
  const refused = { act: 'answer as a guest', way: 'guest link', outcome: 'guest-link-unknown', ...request }
  const ofGuests = async (deskId: string | null) =>
    (await entriesOf(deskId)).filter(({ way }) => way === 'guest link')
  expect(await ofGuests(desk.id)).toMatchObject([{ ...refused, memberId: null, personId: null }])
  expect(await ofGuests(null)).toMatchObject([refused])
  expect(JSON.stringify(await entriesOf(null))).not.toContain('xxx')
})

test('what a guest sends and a rule refuses is kept, its words are not', async () => {
  const { desk, link } = await aDeskThatClears()
  const { id, secret } = await link()
  const body = new URLSearchParams({ act: 'comment', text: ' '.repeat(3) })
  const answer = await fetch(`http://127.0.0.1:${port}/guest/${secret}`, { method: 'POST', body })
  expect(answer.status).toBe(422)
  const [entry] = (await entriesOf(desk.id)).filter(({ way }) => way === 'guest comment')
  expect(entry?.outcome).not.toBe('done')
  expect(entry).toMatchObject({ act: 'answer as a guest', things: { linkId: id }, ...request })
  const [row] = await db.select().from(guestLinks).where(eq(guestLinks.id, id))
  expect(entry?.things).toEqual({ linkId: id, submissionId: row?.submissionId })
})

test('a stranger who goes on signing in after too many attempts adds one entry a minute', async () => {
  const attempt = () =>
    inRequest({ id: 'request-8', address: '198.51.100.9' }, () =>
      signInFrom(
        { email: 'nobody@nowhere.example', password: 'x' },
        { 'x-forwarded-for': '198.51.100.9' },
      ).catch(() => {}),
    )
  for (let n = 0; n < 60; n++) await attempt()
  const mine = and(isNull(auditEntries.deskId), like(auditEntries.address, '198.51.100.%'))
  const outcomes = (await db.select().from(auditEntries).where(mine)).map(({ outcome }) => outcome)
  expect(outcomes.filter((outcome) => outcome === 'sign-in-too-often')).toHaveLength(1)
  expect(outcomes.filter((outcome) => outcome === 'sign-in-wrong').length).toBeGreaterThan(1)
})
