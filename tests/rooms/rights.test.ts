import { and, eq } from 'drizzle-orm'
import { writeVarString, writeVarUint } from 'lib0/encoding'
import { encode } from 'next-auth/jwt'
import { afterEach, expect, test, vi } from 'vitest'
import { db } from '../../db/client'
import { auditEntries, members, secondFactors } from '../../db/schema'
import { authSecret, sessionCookieName } from '../../server/auth'
import { notify } from '../../server/channel/notify'
import { limitArticle } from '../../server/limit/change-limit'
import { changeIdentity } from '../../server/member/settings/change-identity'
import { checkPass, makePass } from '../../server/room/admit'
import { documentOf } from '../../server/room/doc/room-doc'
import { readRoomClaims } from '../../server/room/kept/read-room'
import { readPeople } from '../../server/room/read-people'
import { kinds } from '../../server/room/socket/frame'
import { endSession } from '../../server/session/end-sessions'
import { freshDatabase } from '../database'
import { aDesk, anArticle, onDesk, refusalOf } from '../newsroom'
import { aRoomServer, type Device, enter, open, signedIn, until } from './browser'
import { hasClaim, mark } from './marking'
import { connectRaw } from './raw-socket'

await freshDatabase()
const server = await aRoomServer()
const lena = await onDesk('reviewer')
const { id: articleId } = await anArticle(lena)
const document = documentOf(articleId)

afterEach(() => {
  vi.useRealTimers()
})

async function changeMember(memberId: string, change: Partial<typeof members.$inferInsert>) {
  await db().transaction(async (tx) => {
    await tx.update(members).set(change).where(eq(members.id, memberId))
    await notify(tx, 'member_changed', { memberId })
  })
}

test('an ended session is out of the room within two seconds', async () => {
  const device = await signedIn(lena)
  const browser = await enter({ server, device, articleId })
  const begun = Date.now()
  await endSession(device.sessionId)
  await until(() => browser.closed.some(({ code }) => code === 4401), 'the connection to end')
  expect(Date.now() - begun).toBeLessThan(2_000)
})

test('whoever is not named when an article is limited is out of its room within two seconds, and not let in again', async () => {
  const [idris, ruth] = [await onDesk('reviewer'), await onDesk('editor')]
  const { id: sealed } = await anArticle(ruth)
  const [browser, named] = [
    await enter({ server, device: await signedIn(idris), articleId: sealed }),
    await enter({ server, device: await signedIn(ruth), articleId: sealed }),
  ]
  const begun = Date.now()
  await limitArticle({ member: ruth, articleId: sealed, was: null, members: [ruth.id] })
  await until(() => browser.closed.length > 0, 'the connection to end')
  expect(Date.now() - begun).toBeLessThan(2_000)
  expect(named.closed).toEqual([])
  const { sessionId } = await signedIn(idris)
  expect(await refusalOf(makePass({ member: idris, sessionId, articleId: sealed }))).toBe('article-unknown')
})

test('a lowered role can read on and write no more, without being signed out', async () => {
  const idris = await onDesk('reviewer')
  const browser = await enter({ server, device: await signedIn(idris), articleId })
  const colleague = await enter({ server, device: await signedIn(lena), articleId })
  await changeMember(idris.id, { role: 'observer' })
  await until(() => browser.news.some(({ type }) => type === 'rights'), 'news of the rights')
  expect(browser.news.at(-1)).toEqual({ type: 'rights', mayEdit: false })
  const refused = mark(browser.doc)
  const seen = mark(colleague.doc)
  await until(() => hasClaim(browser.doc, seen), 'the colleague’s mark')
  expect(browser.closed).toEqual([])
  expect((await readRoomClaims(articleId)).map(({ id }) => id)).not.toContain(refused)
})

test('what was written while the role was too low comes in when it is raised again', async () => {
  const idris = await onDesk('reviewer')
  const browser = await enter({ server, device: await signedIn(idris), articleId })
  await changeMember(idris.id, { role: 'observer' })
  await until(() => browser.news.length === 1, 'news of the rights')
  const id = mark(browser.doc)
  const receipt = browser.kept()
  await changeMember(idris.id, { role: 'editor' })
  await receipt
  expect((await readRoomClaims(articleId)).map((claim) => claim.id)).toContain(id)
})

test('when a desk begins to ask for a second factor, editors without one are out of its rooms within two seconds', async () => {
  process.env.SECRET_KEY = 'a key of at least thirty-two characters'
  const desk = await aDesk()
  const [without, withOne] = [await onDesk('editor', desk), await onDesk('editor', desk)]
  const { reviewer, admin } = { reviewer: await onDesk('reviewer', desk), admin: await onDesk('admin', desk) }
  await db()
    .insert(secondFactors)
    .values({ personId: withOne.personId, secret: 'sealed', confirmedAt: new Date() })
  const { id } = await anArticle(reviewer)
  const enterAs = async (member: typeof admin) =>
    enter({ server, device: await signedIn(member), articleId: id })
  const [shutOut, guarded, unasked] = [
    await enterAs(without),
    await enterAs(withOne),
    await enterAs(reviewer),
  ]
  const elsewhere = await enter({ server, device: await signedIn(await onDesk('editor')), articleId })
  const pass = await makePass({ ...(await signedIn(without)), articleId: id })
  const begun = Date.now()
  const was = { needsSecondFactor: false, editorsProveIdentity: false }
  await changeIdentity(admin, { was, to: { ...was, needsSecondFactor: true } })
  await until(() => shutOut.closed.length > 0, 'the connection to end')
  expect(Date.now() - begun).toBeLessThan(2_000)
  expect([guarded.closed, unasked.closed, elsewhere.closed]).toEqual([[], [], []])
  expect(await checkPass(pass.token, pass.document)).toBeNull()
})

test('a member who is taken off the desk is out of the room', async () => {
  const idris = await onDesk('reviewer')
  const browser = await enter({ server, device: await signedIn(idris), articleId })
  await changeMember(idris.id, { removedAt: new Date() })
  await until(() => browser.closed.length > 0, 'the connection to end')
  await expect(
    makePass({ ...(await signedIn(idris)), articleId }).then(({ token }) => checkPass(token, document)),
  ).resolves.toBeNull()
})

test('whoever is in the room is told to look again when rows change', async () => {
  const { id: elsewhere } = await anArticle(lena)
  const here = await enter({ server, device: await signedIn(lena), articleId })
  const there = await enter({ server, device: await signedIn(lena), articleId: elsewhere })
  await notify(db(), 'rows_changed', { articleId })
  await until(() => here.news.some(({ type }) => type === 'look-again'), 'the news')
  await notify(db(), 'rows_changed', { articleId: elsewhere })
  await until(() => there.news.length > 0, 'the other news')
  expect([here.news.length, there.news.length]).toEqual([1, 1])
})

test('who is in a room can be asked, each member once', async () => {
  const { id: quiet } = await anArticle(lena)
  const device = await signedIn(lena)
  const peopleIn = async () => (await readPeople(lena))[quiet] ?? []
  expect(await peopleIn()).toEqual([])
  const one = await enter({ server, device, articleId: quiet })
  const other = await enter({ server, device, articleId: quiet })
  await until(async () => (await peopleIn()).length > 0, 'somebody to be in')
  expect(await peopleIn()).toMatchObject([{ memberId: lena.id, name: lena.name, role: 'reviewer' }])
  one.leave()
  other.leave()
  await until(async () => (await peopleIn()).length === 0, 'the room to be empty')
})

/** Shows a token at the door and tells how the connection ends. */
async function show(token: string, at = document): Promise<number> {
  const raw = await connectRaw(server, at)
  raw.send(kinds.auth, (encoder) => {
    writeVarUint(encoder, 0)
    writeVarString(encoder, token)
  })
  return (await raw.ended()).code
}

test('a pass is good for one minute', async () => {
  const { token } = await makePass({ ...(await signedIn(lena)), articleId })
  expect(await checkPass(token, document)).toMatchObject({ mayEdit: true, articleId })
  vi.useFakeTimers({ now: Date.now() + 61_000, toFake: ['Date'] })
  expect(await checkPass(token, document)).toBeNull()
})

test('a pass admits to its own room only', async () => {
  const { id: elsewhere } = await anArticle(lena)
  const { token } = await makePass({ ...(await signedIn(lena)), articleId })
  await makePass({ ...(await signedIn(lena)), articleId: elsewhere })
  expect(await show(token, documentOf(elsewhere))).toBe(4401)
})

test('a pass that was changed by one letter does not hold, nor does anything that is none', async () => {
  const { token } = await makePass({ ...(await signedIn(lena)), articleId })
  const forged = [`${token}x`, `x${token}`, token.replace('.', '.A'), '', '.', 'a.b.c', '☃.☃']
  for (const wrong of forged) expect(await checkPass(wrong, document)).toBeNull()
  expect(await show('none')).toBe(4401)
})

test('a pass of an ended session does not hold', async () => {
  const device = await signedIn(lena)
  const { token } = await makePass({ ...device, articleId })
  await endSession(device.sessionId)
  expect(await show(token)).toBe(4401)
})

test('an article of another desk looks like one that is not there', async () => {
  const stranger = await signedIn(await onDesk('admin', await aDesk()))
  const nowhere = '00000000-0000-7000-8000-000000000000'
  expect(await refusalOf(makePass({ ...stranger, articleId }))).toBe('article-unknown')
  expect(await refusalOf(makePass({ ...stranger, articleId: nowhere }))).toBe('article-unknown')
})

test('a pass shown with somebody else’s cookie does not hold', async () => {
  const device = await signedIn(lena)
  const cookieOf = async ({ sessionId }: Device) => {
    const token = await encode({ token: { sid: sessionId }, secret: await authSecret() })
    return { cookie: `${sessionCookieName()}=${token}` }
  }
  const other = await signedIn(await onDesk('editor'))
  const wrong = open({ server, device, articleId, headers: await cookieOf(other) })
  await until(() => wrong.closed.some(({ code }) => code === 4401), 'the refusal')
  expect(wrong.provider.isSynced).toBe(false)
  await enter({ server, device, articleId, headers: await cookieOf(device) })
})

test('who shows a pass that does not hold is kept once a minute, on the desk of the room; who is nobody is not', async () => {
  const refused = () =>
    db()
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.way, 'room socket'), eq(auditEntries.deskId, lena.deskId)))
  const before = await refused()
  await show('none')
  expect(await refused()).toEqual(before)
  const shutOut = await onDesk('editor')
  const { token } = await makePass({ ...(await signedIn(shutOut)), articleId })
  await changeMember(shutOut.id, { removedAt: new Date() })
  for (let n = 0; n < 3; n++) expect(await show(token)).toBe(4401)
  const { personId } = shutOut
  expect((await refused()).filter((entry) => entry.personId === personId)).toMatchObject([
    {
      ...{ act: 'enter rooms', outcome: 'article-unknown', things: {}, memberId: null },
      ...{ address: '127.0.0.0/24', requestId: expect.any(String) },
    },
  ])
})
