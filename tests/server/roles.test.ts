import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { members } from '../../db/schema'
import type { Role } from '../../db/vocabulary'
import { addMember } from '../../server/member/add-member'
import { foundDesk } from '../../server/member/found-desk'
import { changeRole, removeMember } from '../../server/member/manage-member'
import { readMemberById } from '../../server/member/read-member'
import { createCaller } from '../../server/router'
import { freshDatabase } from '../database'
import { aDesk } from '../newsroom'

const db = await freshDatabase()
const password = 'a long enough password'
const ruthIs = { name: 'Ruth Abel', email: 'ruth@meridian.example', password }
const { desk, memberId: ruth } = await foundDesk({ ...ruthIs, desk: 'Meridian', timeZone: 'UTC', code: null })
const deskId = (await readMemberById(ruth))?.deskId ?? ''

let people = 0
async function aMember(role: Role): Promise<string> {
  people += 1
  const email = `member${people}@meridian.example`
  const { memberId } = await addMember({ desk, email, name: `Member ${people}`, role, password })
  return memberId
}

async function callerOf(memberId: string) {
  const [row] = await db.select().from(members).where(eq(members.id, memberId))
  return createCaller({
    person: { id: row?.personId ?? '', name: '', email: '', sessionId: '', language: 'en' },
  })
}

const lastAdmin = { refusal: { code: 'last-admin' } }

test('the last admin can neither step down nor be removed', async () => {
  await expect(changeRole({ deskId, memberId: ruth, role: 'editor' })).rejects.toMatchObject(lastAdmin)
  await expect(removeMember({ deskId, memberId: ruth })).rejects.toMatchObject(lastAdmin)
  expect((await readMemberById(ruth))?.role).toBe('admin')
})

test('two admins who step down at the same moment leave one', async () => {
  const tomas = await aMember('admin')
  const both = await Promise.allSettled([
    changeRole({ deskId, memberId: ruth, role: 'editor' }),
    removeMember({ deskId, memberId: tomas }),
  ])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  // Put back what the other tests start from.
  await changeRole({ deskId, memberId: ruth, role: 'admin' })
})

test('a role is not changed over a newer one that whoever changes it has not read', async () => {
  const maren = await aMember('reviewer')
  await changeRole({ deskId, memberId: maren, was: 'reviewer', role: 'observer' })
  const late = changeRole({ deskId, memberId: maren, was: 'reviewer', role: 'admin' })
  await expect(late).rejects.toMatchObject({
    refusal: { code: 'role-changed', values: { role: 'observer' } },
  })
  expect((await readMemberById(maren))?.role).toBe('observer')
  // Sent again after a lost answer.
  await changeRole({ deskId, memberId: maren, was: 'reviewer', role: 'observer' })
  await changeRole({ deskId, memberId: maren, was: 'observer', role: 'editor' })
  expect((await readMemberById(maren))?.role).toBe('editor')
})

test('a role holds from the next request', async () => {
  const maren = await aMember('reviewer')
  const asMaren = await callerOf(maren)
  await expect(asMaren.member.invitations({ desk })).rejects.toMatchObject({
    cause: { refusal: { code: 'role-too-low' } },
  })
  await changeRole({ deskId, memberId: maren, role: 'admin' })
  expect(await asMaren.member.invitations({ desk })).toEqual([])
  await changeRole({ deskId, memberId: maren, role: 'observer' })
  await expect(asMaren.member.invitations({ desk })).rejects.toMatchObject({
    cause: { refusal: { code: 'role-too-low' } },
  })
})

test('the operator cannot take the last admin away from a desk', async () => {
  const { slug } = await aDesk()
  const admin = { desk: slug, email: 'last@meridian.example', name: 'Ruth Abel', password }
  const { memberId } = await addMember({ ...admin, role: 'admin' })
  await expect(addMember({ ...admin, role: 'reviewer' })).rejects.toMatchObject({
    refusal: { code: 'last-admin' },
  })
  expect(await readMemberById(memberId)).toMatchObject({ role: 'admin' })
})

test('the operator changes role and name of somebody who is on the desk already', async () => {
  const person = { desk, email: 'twice@meridian.example', password }
  const first = await addMember({ ...person, name: 'M. Holt', role: 'editor' })
  expect(await addMember({ ...person, name: 'Maren Holt', role: 'reviewer' })).toEqual(first)
  expect(await readMemberById(first.memberId)).toMatchObject({ name: 'Maren Holt', role: 'reviewer' })
})

test('the operator brings back somebody who was removed', async () => {
  const person = { desk, email: 'back@meridian.example', name: 'Idris Okoye', password }
  const { memberId } = await addMember({ ...person, role: 'editor' })
  await removeMember({ deskId, memberId })
  expect(await addMember({ ...person, role: 'observer' })).toEqual({ memberId })
  expect(await readMemberById(memberId)).toMatchObject({ role: 'observer' })
})

test('a member of another desk cannot be managed from here, and looks like nobody', async () => {
  const maren = await aMember('reviewer')
  const elsewhere = '01900000-0000-7000-8000-000000000000'
  await expect(removeMember({ deskId: elsewhere, memberId: maren })).rejects.toMatchObject({
    refusal: { code: 'member-unknown' },
  })
  expect(await readMemberById(maren)).not.toBeNull()
})

test('a desk one is not on looks like a desk that is not there', async () => {
  const asStranger = createCaller({
    person: {
      id: '01900000-0000-7000-8000-000000000001',
      name: '',
      email: '',
      sessionId: '',
      language: 'en',
    },
  })
  const answers = await Promise.allSettled([
    asStranger.member.list({ desk }),
    asStranger.member.list({ desk: 'no-such-desk' }),
  ])
  for (const answer of answers) {
    expect(answer).toMatchObject({ reason: { cause: { refusal: { code: 'desk-unknown' } } } })
  }
})

test('who is signed out is told so', async () => {
  await expect(createCaller({ person: null }).member.desks()).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
})
