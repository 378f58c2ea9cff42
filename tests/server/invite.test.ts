import { createHash, randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { invitations, people } from '../../db/schema'
import { addMember } from '../../server/member/add-member'
import { acceptInvitation, invite, openInvitation } from '../../server/member/invitation/invite'
import { changeRole, removeMember } from '../../server/member/manage-member'
import type { Member } from '../../server/member/member'
import { readDesksOf } from '../../server/member/read-desk'
import { readMember, readMemberById } from '../../server/member/read-member'
import { createCaller } from '../../server/router'
import { signIn } from '../../server/session/sign-in'
import { freshDatabase } from '../database'
import { aFoundedDesk, password } from '../founding'
import { aDesk, onDesk } from '../newsroom'

const db = await freshDatabase()
const { desk, memberId } = await aFoundedDesk()
const ruth = await theMember(memberId)

async function theMember(id: string): Promise<Member> {
  const member = await readMemberById(id)
  if (!member) throw new Error('no such member')
  return member
}

const anAddress = () => `${randomUUID()}@meridian.example`

async function aSecret({ inviter = ruth, email = anAddress() } = {}): Promise<string> {
  const { path } = await invite(inviter, { email, role: 'editor' })
  return path.replace('/invite/', '')
}

async function anAdmin(): Promise<Member> {
  const email = anAddress()
  const added = await addMember({ desk, email, name: 'Tomas Lind', role: 'admin', password })
  return theMember(added.memberId)
}

async function asPerson({ personId }: Member) {
  const [person] = await db.select().from(people).where(eq(people.id, personId))
  return { id: personId, email: person?.email ?? '' }
}

const maren = { name: 'Maren Holt', password }
const refusedAs = (code: string) => expect.objectContaining({ refusal: expect.objectContaining({ code }) })

test('a newcomer joins with the role of the invitation and can sign in', async () => {
  const email = anAddress()
  expect(await acceptInvitation(await aSecret({ email }), maren)).toEqual({ desk })
  const [person] = await db.select().from(people).where(eq(people.email, email))
  expect(await readMember(desk, person?.id ?? '')).toMatchObject({ name: 'Maren Holt', role: 'editor' })
  expect(await signIn({ email, password, address: '192.0.2.1' })).toBeTruthy()
})

test('the link says which desk, which role, whom and who invites', async () => {
  const email = anAddress()
  expect(await openInvitation(await aSecret({ email }))).toMatchObject({
    email,
    desk: 'Meridian',
    role: 'editor',
    invitedBy: 'Ruth Abel',
  })
})

test('a link works once, also for two who press at the same moment', async () => {
  const secret = await aSecret()
  const both = await Promise.allSettled([acceptInvitation(secret, maren), acceptInvitation(secret, maren)])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  await expect(openInvitation(secret)).rejects.toEqual(refusedAs('invitation-used'))
})

test('a link runs out after 72 hours', async () => {
  const { path, expiresAt } = await invite(ruth, { email: anAddress(), role: 'reviewer' })
  expect(Math.round((expiresAt.getTime() - Date.now()) / 3_600_000)).toBe(72)
  const secret = path.replace('/invite/', '')
  const secretHash = createHash('sha256').update(secret).digest('hex')
  await db.update(invitations).set({ expiresAt: new Date() }).where(eq(invitations.secretHash, secretHash))
  await expect(acceptInvitation(secret, maren)).rejects.toEqual(refusedAs('invitation-expired'))
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
  const [first, second] = [await aSecret({ inviter: removed }), await aSecret({ inviter: demoted })]
  await removeMember({ deskId: ruth.deskId, memberId: removed.id })
  await changeRole({ deskId: ruth.deskId, memberId: demoted.id, role: 'editor' })
  await expect(openInvitation(first)).rejects.toEqual(refusedAs('invitation-withdrawn'))
  await expect(acceptInvitation(second, maren)).rejects.toEqual(refusedAs('invitation-withdrawn'))
})

test('an invitation is for its address: nobody else who is signed in can use it', async () => {
  const [tomas, email] = [await anAdmin(), anAddress()]
  const secret = await aSecret({ email })
  const refusal = { code: 'invitation-for-another', values: { email } }
  await expect(acceptInvitation(secret, await asPerson(tomas))).rejects.toMatchObject({ refusal })
  expect(await acceptInvitation(secret, maren)).toEqual({ desk })
})

test('a newcomer cannot take the account of a known address, and the link still holds for who has it', async () => {
  const elsewhere = await onDesk('editor', await aDesk())
  const person = await asPerson(elsewhere)
  const secret = await aSecret({ email: person.email })
  await expect(acceptInvitation(secret, maren)).rejects.toEqual(refusedAs('email-taken'))
  expect(await acceptInvitation(secret, person)).toEqual({ desk })
})

test('whoever is on one desk joins a second with the role given there, and has both', async () => {
  const other = await aDesk({ name: 'A second desk' })
  const idris = await onDesk('reviewer', other)
  const person = await asPerson(idris)
  await acceptInvitation(await aSecret({ email: person.email }), person)
  const desks = await readDesksOf(idris.personId)
  expect(desks.map(({ slug, role }) => [slug, role])).toEqual([
    [other.slug, 'reviewer'],
    [desk, 'editor'],
  ])
})

test('who is on the desk already is not invited again', async () => {
  const { email } = await asPerson(ruth)
  await expect(aSecret({ email })).rejects.toMatchObject({
    refusal: { code: 'invited-is-here', values: { email } },
  })
})

test('who came onto the desk meanwhile keeps the role there, and the link still holds', async () => {
  const email = anAddress()
  const secret = await aSecret({ email })
  const { memberId: id } = await addMember({ desk, email, name: 'Tomas Lind', role: 'admin', password })
  const tomas = await theMember(id)
  await expect(acceptInvitation(secret, await asPerson(tomas))).rejects.toEqual(refusedAs('already-on-desk'))
  expect((await theMember(id)).role).toBe('admin')
  expect(await openInvitation(secret)).toMatchObject({ role: 'editor' })
})

test('a second link for the same address ends the first', async () => {
  const email = anAddress()
  const [first, second] = [await aSecret({ email }), await aSecret({ email })]
  await expect(openInvitation(first)).rejects.toEqual(refusedAs('invitation-expired'))
  expect(await openInvitation(second)).toMatchObject({ email })
})

test('who was removed comes back by a new link, as the same member', async () => {
  const tomas = await anAdmin()
  const person = await asPerson(tomas)
  await removeMember({ deskId: ruth.deskId, memberId: tomas.id })
  await acceptInvitation(await aSecret({ email: person.email }), person)
  expect(await theMember(tomas.id)).toMatchObject({ role: 'editor' })
})

test('only an admin invites, and a withdrawn link is gone', async () => {
  const tomas = await anAdmin()
  const asTomas = createCaller({
    person: { id: tomas.personId, name: '', email: '', sessionId: '', language: 'en' },
  })
  const { path } = await asTomas.member.invite({ desk, email: anAddress(), role: 'observer' })
  const [open] = await asTomas.member.invitations({ desk })
  await asTomas.member.withdrawInvitation({ desk, id: open?.id ?? '' })
  await expect(openInvitation(path.replace('/invite/', ''))).rejects.toEqual(refusedAs('invitation-expired'))
  await changeRole({ deskId: ruth.deskId, memberId: tomas.id, role: 'editor' })
  await expect(asTomas.member.invite({ desk, email: anAddress(), role: 'observer' })).rejects.toMatchObject({
    cause: { refusal: { code: 'role-too-low' } },
  })
})
