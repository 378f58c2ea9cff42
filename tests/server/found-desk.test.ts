import { afterAll, expect, test } from 'vitest'
import { desks, keys, people } from '../../db/schema'
import { type Founding, foundAnother, foundDesk, readSetUpCode } from '../../server/member/found-desk'
import { hasDesk, readDesksOf } from '../../server/member/read-desk'
import { readMember } from '../../server/member/read-member'
import { createCaller } from '../../server/router'
import { signIn } from '../../server/session/sign-in'
import { freshDatabase } from '../database'
import { aDesk, onDesk, refusalOf } from '../newsroom'

const db = await freshDatabase()
const listened = process.env.HOST
process.env.HOST = '0.0.0.0'
afterAll(() => {
  process.env.HOST = listened
})

const founding: Founding = {
  desk: 'Meridian Fact Desk',
  timeZone: 'Europe/Berlin',
  name: 'Ruth Abel',
  email: 'ruth@meridian.example',
  password: 'a long enough password',
  code: null,
}
const asNobody = createCaller({ person: null })

// In the order of a first run: each test finds what the one before it left.

test('an empty installation asks to be set up, and shows nobody its code', async () => {
  expect(await asNobody.member.needsSetUp()).toBe(true)
  expect(await asNobody.member.needsSetUpCode()).toBe(true)
})

test('a server that only its own machine reaches asks for no code', async () => {
  expect(await readSetUpCode('127.0.0.1')).toBeNull()
})

test('the code is made once and stays until it is used', async () => {
  const [first, second] = await Promise.all([readSetUpCode(), readSetUpCode()])
  expect(first).toMatch(/^[A-Z2-9]{5}-[A-Z2-9]{5}$/)
  expect(second).toBe(first)
})

test('without the right code no desk is founded', async () => {
  await expect(foundDesk(founding)).rejects.toMatchObject({ refusal: { code: 'set-up-code-wrong' } })
  await expect(foundDesk({ ...founding, code: 'AAAAA-AAAAA' })).rejects.toMatchObject({
    refusal: { code: 'set-up-code-wrong' },
  })
  expect(await hasDesk()).toBe(false)
})

test('an unknown time zone and a short password are refused at the door', async () => {
  const code = await readSetUpCode()
  const wrong = [{ timeZone: 'Europe/Anselm' }, { password: 'short' }, { email: 'ruth' }, { desk: ' ' }]
  for (const part of wrong) {
    await expect(asNobody.member.foundDesk({ ...founding, ...part, code })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
  }
  expect(await hasDesk()).toBe(false)
})

test('of two people who set up at the same moment one founds the desk, the other is told', async () => {
  const code = (await readSetUpCode())?.toLowerCase() ?? null
  const both = await Promise.allSettled([
    foundDesk({ ...founding, code }),
    foundDesk({ ...founding, code, desk: 'Another', email: 'other@meridian.example' }),
  ])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(both.find((one) => one.status === 'rejected')?.reason).toMatchObject({
    refusal: { code: 'already-set-up' },
  })
  expect(await db.select().from(desks)).toHaveLength(1)
  expect(await db.select().from(people)).toHaveLength(1)
})

test('the founder is the desk’s admin, and nobody else needs the code again', async () => {
  const [person] = await db.select().from(people)
  const [desk] = await db.select().from(desks)
  if (!person || !desk) throw new Error('nothing was founded')
  expect(await readMember(desk.slug, person.id)).toMatchObject({ role: 'admin' })
  expect(desk.timeZone).toBe('Europe/Berlin')
  expect(
    await signIn({ email: person.email, password: founding.password, address: '127.0.0.1' }),
  ).toBeTruthy()
  expect(await db.select().from(keys)).not.toContainEqual(expect.objectContaining({ name: 'set-up' }))
  expect(await asNobody.member.needsSetUpCode()).toBe(false)
})

test('a second first run is refused', async () => {
  await expect(foundDesk({ ...founding, email: 'late@meridian.example' })).rejects.toMatchObject({
    refusal: { code: 'already-set-up' },
  })
})

test('an admin founds another desk and is its first admin; its work is unknown to the first', async () => {
  const desk = await aDesk()
  const admin = await onDesk('admin', desk)
  const slug = await foundAnother(admin, { name: 'Sports Desk', timeZone: 'Europe/Paris' })
  expect(slug).toBe('sports-desk')
  expect(await readMember(slug, admin.personId)).toMatchObject({ role: 'admin' })
  expect((await readDesksOf(admin.personId)).map(({ name }) => name)).toContain('Sports Desk')
  const colleague = await onDesk('admin', desk)
  expect(await readMember(slug, colleague.personId)).toBeNull()
})

test('the demo newsroom founds no desks', async () => {
  const admin = await onDesk('admin', await aDesk({ isDemo: true }))
  const founded = foundAnother(admin, { name: 'Free Desk', timeZone: 'UTC' })
  expect(await refusalOf(founded)).toBe('demo-founds-none')
})
