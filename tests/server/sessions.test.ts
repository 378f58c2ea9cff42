import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { encode } from 'next-auth/jwt'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { people, sessions } from '../../db/schema'
import { authSecret, personOfCookie, sessionCookieName, signOutOf } from '../../server/auth'
import { addMember } from '../../server/member/add-member'
import { removeMember } from '../../server/member/manage-member'
import { readMemberById, readPerson } from '../../server/member/read-member'
import { readKey } from '../../server/read-key'
import { passFor } from '../../server/room/pass-for'
import { createCaller } from '../../server/router'
import { changePassword } from '../../server/session/change-password'
import { signIn, startSession } from '../../server/session/sign-in'
import { databaseUrl, freshDatabase } from '../database'
import { aFoundedDesk, password } from '../founding'
import { aDesk, anArticle, onDesk } from '../newsroom'

const db = await freshDatabase()
const { desk } = await aFoundedDesk()

const heard: { channel: string; payload: string | undefined }[] = []
const listener = new pg.Client({ connectionString: databaseUrl() })
beforeAll(async () => {
  await listener.connect()
  listener.on('notification', ({ channel, payload }) => heard.push({ channel, payload }))
  await listener.query('listen session_ended; listen member_changed')
})
afterAll(() => listener.end())

// Postgres hands news out before it answers the next statement on the same connection.
async function news(): Promise<typeof heard> {
  await listener.query('select 1')
  return heard
}

async function aPerson() {
  const email = `${randomUUID()}@meridian.example`
  const { memberId } = await addMember({ desk, email, name: 'Maren Holt', role: 'editor', password })
  const [person] = await db.select().from(people).where(eq(people.email, email))
  if (!person) throw new Error('nobody was added')
  return { memberId, email, personId: person.id, session: () => startSession(person.id) }
}

async function cookieWith(content: Record<string, unknown>, secret?: string): Promise<string> {
  const token = await encode({ token: content, secret: secret ?? (await authSecret()) })
  return `theme=dark; ${sessionCookieName()}=${token}; x=y`
}

test('the cookie of a live session is its person, on HTTP and on sockets alike', async () => {
  const { personId, session } = await aPerson()
  const sid = await session()
  expect(await personOfCookie(await cookieWith({ sid }))).toMatchObject({ id: personId, sessionId: sid })
})

test('no cookie, a forged one and one of an unknown session are nobody', async () => {
  const { session } = await aPerson()
  const sid = await session()
  expect(await personOfCookie(null)).toBeNull()
  expect(await personOfCookie(`${sessionCookieName()}=${sid}`)).toBeNull()
  expect(await personOfCookie(await cookieWith({ sid }, 'another secret'))).toBeNull()
  expect(await personOfCookie(await cookieWith({ sid: randomUUID() }))).toBeNull()
  expect(await personOfCookie(await cookieWith({ sid: 'not an id' }))).toBeNull()
})

test('signing out ends this session at once, and no other', async () => {
  const { session } = await aPerson()
  const [here, elsewhere] = [await session(), await session()]
  await signOutOf({ sid: here })
  expect(await personOfCookie(await cookieWith({ sid: here }))).toBeNull()
  expect(await readPerson(elsewhere)).not.toBeNull()
  expect(await news()).toContainEqual({
    channel: 'session_ended',
    payload: JSON.stringify({ sessionId: here }),
  })
})

test('a session that has run out is nobody’s', async () => {
  const { session } = await aPerson()
  const sid = await session()
  await db.update(sessions).set({ expiresAt: new Date() }).where(eq(sessions.id, sid))
  expect(await readPerson(sid)).toBeNull()
})

test('a pass that the operator makes leaves a session of a day, not of a month', async () => {
  const member = await onDesk('reviewer', await aDesk())
  const article = await anArticle(member)
  const [person] = await db.select().from(people).where(eq(people.id, member.personId))
  await passFor({ articleId: article.id, email: person?.email ?? '' })
  const [session] = await db.select().from(sessions).where(eq(sessions.personId, member.personId))
  const hours = ((session?.expiresAt.getTime() ?? 0) - (session?.createdAt.getTime() ?? 0)) / 3_600_000
  expect(Math.round(hours)).toBe(24)
})

test('a new password ends every other session and keeps this one', async () => {
  const { personId, session } = await aPerson()
  const [here, elsewhere] = [await session(), await session()]
  await changePassword({ personId, sessionId: here, current: password, next: 'another long password' })
  expect(await readPerson(here)).not.toBeNull()
  expect(await readPerson(elsewhere)).toBeNull()
  expect(await news()).toContainEqual({
    channel: 'session_ended',
    payload: JSON.stringify({ sessionId: elsewhere }),
  })
})

test('who signs in with the old password while it is changed is out afterwards', async () => {
  const { personId, email, session } = await aPerson()
  const here = await session()
  const change = changePassword({
    personId,
    sessionId: here,
    current: password,
    next: 'another long password',
  })
  const meanwhile = await Promise.allSettled(
    Array.from({ length: 8 }, () => signIn({ email, password, address: '192.0.2.1' })),
  )
  await change
  const started = meanwhile.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  expect(await Promise.all(started.map(readPerson))).toEqual(started.map(() => null))
  await expect(signIn({ email, password, address: '192.0.2.1' })).rejects.toMatchObject({
    refusal: { code: 'sign-in-wrong' },
  })
})

test('the current password cannot be found out by a stolen session', async () => {
  const { personId, session } = await aPerson()
  const sessionId = await session()
  const guess = () =>
    changePassword({ personId, sessionId, current: 'a guess', next: 'another long password' }).catch(
      (error) => error.refusal.code,
    )
  const answers = await Promise.all(Array.from({ length: 12 }, guess))
  expect(answers.filter((code) => code === 'password-wrong')).toHaveLength(10)
  expect(answers.filter((code) => code === 'sign-in-too-often')).toHaveLength(2)
})

test('without the current password nothing changes', async () => {
  const { personId, session } = await aPerson()
  const [here, elsewhere] = [await session(), await session()]
  const change = { personId, sessionId: here, current: 'not this one', next: 'another long password' }
  await expect(changePassword(change)).rejects.toMatchObject({ refusal: { code: 'password-wrong' } })
  expect(await readPerson(elsewhere)).not.toBeNull()
})

test('removal from the desk ends all sessions and is told to the rooms', async () => {
  const { personId, memberId, session } = await aPerson()
  const sid = await session()
  const deskId = (await readMemberById(memberId))?.deskId ?? ''
  await removeMember({ deskId, memberId })
  expect(await readPerson(sid)).toBeNull()
  expect(await readMemberById(memberId)).toBeNull()
  expect(await news()).toContainEqual({ channel: 'member_changed', payload: JSON.stringify({ memberId }) })
  const again = { id: personId, name: '', email: '', sessionId: await session(), language: 'en' as const }
  await expect(createCaller({ person: again }).member.desk({ desk })).rejects.toMatchObject({
    cause: { refusal: { code: 'desk-unknown' } },
  })
})

test('the operator’s new password ends all sessions of that person', async () => {
  const { personId, session } = await aPerson()
  const sid = await session()
  const [person] = await db.select().from(people).where(eq(people.id, personId))
  await addMember({
    desk,
    email: person?.email ?? '',
    name: 'Maren Holt',
    role: 'admin',
    password: 'a newer password',
  })
  expect(await readPerson(sid)).toBeNull()
})

test('a key that many ask for at once is made once', async () => {
  const asked = await Promise.all(Array.from({ length: 20 }, () => readKey('asked by many')))
  expect(new Set(asked).size).toBe(1)
  expect(asked[0]).toMatch(/^[\w-]{43}$/)
})
