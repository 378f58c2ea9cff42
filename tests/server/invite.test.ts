import { createHash, randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { invitations, people } from '../../db/schema'
import { addMember } from '../../server/member/add-member'
import { acceptInvitation, invite, openInvitation } from '../../server/member/invite'
import { changeRole, removeMember } from '../../server/member/manage-member'
import type { Member } from '../../server/member/member'
import { readMember, readMemberById } from '../../server/member/read-member'
import { createCaller } from '../../server/router'
import { signIn } from '../../server/session/sign-in'
import { freshDatabase } from '../database'
import { aFoundedDesk, password } from '../founding'

const db = await freshDatabase()
const { desk, memberId } = await aFoundedDesk()
const ruth = await theMember(memberId)

async function theMember(id: string): Promise<Member> {
  const member = await readMemberById(id)
  if (!member) throw new Error('no such member')
  return member
}

async function aSecret(inviter: Member = ruth): Promise<string> {
  const { path } = await invite(inviter, 'editor')
  return path.replace('/invite/', '')
}

async function anAdmin(): Promise<Member> {
  const email = `${randomUUID()}@meridian.example`
  const added = await addMember({ desk, email, name: 'Tomas Lind', role: 'admin', password })
  return theMember(added.memberId)
}

const aNewcomer = () => ({ name: 'Maren Holt', email: `${randomUUID()}@meridian.example`, password })
const refusedAs = (code: string) => expect.objectContaining({ refusal: { code } })

test('a newcomer joins with the role of the invitation and can sign in', async () => {
  const newcomer = aNewcomer()
  expect(await acceptInvitation(await aSecret(), newcomer)).toEqual({ desk })
  const [person] = await db.select().from(people).where(eq(people.email, newcomer.email))
  expect(await readMember(desk, person?.id ?? '')).toMatchObject({ name: 'Maren Holt', role: 'editor' })
  expect(await signIn({ email: newcomer.email, password, address: '192.0.2.1' })).toBeTruthy()
})

test('the link says which desk, which role and who invites', async () => {
  expect(await openInvitation(await aSecret())).toMatchObject({
    desk: 'Meridian',
    role: 'editor',
    invitedBy: 'Ruth Abel',
  })
})

test('a link works once, also for two who press at the same moment', async () => {
  const secret = await aSecret()
  const both = await Promise.allSettled([
    acceptInvitation(secret, aNewcomer()),
    acceptInvitation(secret, aNewcomer()),
  ])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  await expect(openInvitation(secret)).rejects.toEqual(refusedAs('invitation-used'))
})

test('a link runs out after seven days', async () => {
  const { path, expiresAt } = await invite(ruth, 'reviewer')
  expect(Math.round((expiresAt.getTime() - Date.now()) / 3_600_000)).toBe(7 * 24)
  const secret = path.replace('/invite/', '')
  const secretHash = createHash('sha256').update(secret).digest('hex')
  await db.update(invitations).set({ expiresAt: new Date() }).where(eq(invitations.secretHash, secretHash))
  await expect(acceptInvitation(secret, aNewcomer())).rejects.toEqual(refusedAs('invitation-expired'))
})

test('the database does not hold what is in the link', async () => {
  const secret = await aSecret()
  expect(JSON.stringify(await db.select().from(invitations))).not.toContain(secret)
})

test('a made-up link is refused', async () => {
  await expect(openInvitation('made-up')).rejects.toEqual(refusedAs('invitation-unknown'))
})

test('the links of an admin who was removed or is none any more do not hold', async () => {
  const [removed, demoted] = [await anAdmin(), await anAdmin()]
  const [first, second] = [await aSecret(removed), await aSecret(demoted)]
  await removeMember({ deskId: ruth.deskId, memberId: removed.id })
  await changeRole({ deskId: ruth.deskId, memberId: demoted.id, role: 'editor' })
  await expect(openInvitation(first)).rejects.toEqual(refusedAs('invitation-withdrawn'))
  await expect(acceptInvitation(second, aNewcomer())).rejects.toEqual(refusedAs('invitation-withdrawn'))
})

test('a known e-mail cannot be taken by a newcomer, and the link still holds', async () => {
  const secret = await aSecret()
  const thief = { ...aNewcomer(), email: 'ruth@meridian.example' }
  await expect(acceptInvitation(secret, thief)).rejects.toEqual(refusedAs('email-taken'))
  expect(await acceptInvitation(secret, aNewcomer())).toEqual({ desk })
})

test('who is on the desk already keeps the role there, and the link still holds', async () => {
  const secret = await aSecret()
  await expect(acceptInvitation(secret, { personId: ruth.personId })).rejects.toEqual(
    refusedAs('already-on-desk'),
  )
  expect((await theMember(ruth.id)).role).toBe('admin')
  expect(await openInvitation(secret)).toMatchObject({ role: 'editor' })
})

test('who was removed comes back by a new link, as the same member', async () => {
  const tomas = await anAdmin()
  await removeMember({ deskId: ruth.deskId, memberId: tomas.id })
  await acceptInvitation(await aSecret(), { personId: tomas.personId })
  expect(await theMember(tomas.id)).toMatchObject({ role: 'editor' })
})

test('only an admin invites, and a withdrawn link is gone', async () => {
  const tomas = await anAdmin()
  const asTomas = createCaller({ person: { id: tomas.personId, name: '', email: '', sessionId: '' } })
  const { path } = await asTomas.member.invite({ desk, role: 'observer' })
  const [open] = await asTomas.member.invitations({ desk })
  await asTomas.member.withdrawInvitation({ desk, id: open?.id ?? '' })
  await expect(openInvitation(path.replace('/invite/', ''))).rejects.toEqual(refusedAs('invitation-expired'))
  await changeRole({ deskId: ruth.deskId, memberId: tomas.id, role: 'editor' })
  await expect(asTomas.member.invite({ desk, role: 'observer' })).rejects.toMatchObject({
    cause: { refusal: { code: 'role-too-low' } },
  })
})
