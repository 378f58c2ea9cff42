import { asc, desc, eq, sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { auditEntries, auditLinks, auditUnlinked, people } from '../../db/schema'
import type { Happening } from '../../server/audit/audit'
import { auditFilterShape } from '../../server/audit/audit-view'
import { keepChain } from '../../server/audit/chain/keep-chain'
import { readChains } from '../../server/audit/chain/read-chain'
import { inRequest } from '../../server/audit/follow-request'
import { keepEntry } from '../../server/audit/keep-entry'
import { readAudit } from '../../server/audit/read-audit'
import { signInFrom } from '../../server/auth'
import { changeRole } from '../../server/member/manage-member'
import type { Member } from '../../server/member/member'
import { createCaller } from '../../server/router'
import { hashPassword } from '../../server/session/password'
import { freshDatabase } from '../database'
import { aClaim, aDesk, anArticle, onDesk } from '../newsroom'
import { submitted } from '../publishing'

const db = await freshDatabase()
const asked = { id: 'request-1', address: '203.0.113.77' }
const everything = auditFilterShape.parse({})

const callerOf = ({ personId, name }: Member) =>
  createCaller({ person: { id: personId, name, email: '', sessionId: '', language: 'en' }, asked })

let desk = await aDesk()
beforeEach(async () => {
  desk = await aDesk()
})

const entriesOf = (deskId: string) =>
  db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.deskId, deskId))
    .orderBy(asc(auditEntries.at), asc(auditEntries.id))

test('a changed role is kept with who, whom, what and by which request', async () => {
  const [maren, tomas] = [await onDesk('admin', desk), await onDesk('reviewer', desk)]
  await callerOf(maren).member.changeRole({
    desk: desk.slug,
    memberId: tomas.id,
    was: 'reviewer',
    role: 'editor',
  })
  expect(await entriesOf(desk.id)).toMatchObject([
    {
      ...{ act: 'manage members', way: 'member.changeRole', outcome: 'done', memberId: maren.id },
      ...{ things: { memberId: tomas.id }, words: { role: 'editor' } },
      ...{ requestId: 'request-1', address: '203.0.113.0/24' },
    },
  ])
})

test('a decision is kept once, in its own transaction, and its note is not', async () => {
  const [author, editor] = [await onDesk('reviewer', desk), await onDesk('editor', desk)]
  const article = await anArticle(author)
  const { id: submissionId } = await submitted({ desk, author, editor, article }, aClaim())
  const said = { decision: 'returned', note: 'Ask the treasury.' } as const
  await callerOf(editor).review.decide({ desk: desk.slug, submissionId, ...said })
  const entries = await entriesOf(desk.id)
  expect(entries).toMatchObject([
    { act: 'decide on submissions', things: { submissionId }, words: { decision: 'returned' } },
  ])
  expect(JSON.stringify(entries)).not.toContain('treasury')
})

test('an act whose transaction fails leaves no entry that it was done', async () => {
  const maren = await onDesk('admin', desk)
  const leave = callerOf(maren).member.changeRole({
    desk: desk.slug,
    memberId: maren.id,
    was: 'admin',
    role: 'editor',
  })
  await expect(leave).rejects.toMatchObject({ code: 'UNPROCESSABLE_CONTENT' })
  expect(await entriesOf(desk.id)).toMatchObject([{ outcome: 'last-admin', things: { memberId: maren.id } }])
})

test('where the audit cannot be kept, the act is not done', async () => {
  const [maren, tomas] = [await onDesk('admin', desk), await onDesk('reviewer', desk)]
  await db.execute(
    sql`alter table audit_entries add constraint refuses check (way <> 'member.changeRole') not valid`,
  )
  const change = callerOf(maren).member.changeRole({
    desk: desk.slug,
    memberId: tomas.id,
    was: 'reviewer',
    role: 'editor',
  })
  await expect(change).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' })
  await db.execute(sql`alter table audit_entries drop constraint refuses`)
  const colleagues = await callerOf(maren).member.list({ desk: desk.slug })
  expect(colleagues.find(({ id }) => id === tomas.id)?.role).toBe('reviewer')
})

test('a refusal is kept, and what it was about only where that was looked for', async () => {
  const lena = await onDesk('reviewer', desk)
  const memberId = uuid()
  await callerOf(lena)
    .member.remove({ desk: desk.slug, memberId })
    .catch(() => {})
  expect(await entriesOf(desk.id)).toMatchObject([{ outcome: 'role-too-low', memberId: lena.id, things: {} }])
})

test('who knocks at another desk is seen there, and at a desk that is not there by the installation', async () => {
  const stranger = await onDesk('admin', await aDesk())
  for (const slug of [desk.slug, 'no-such-desk'])
    await callerOf(stranger)
      .member.list({ desk: slug })
      .catch(() => {})
  const refused = { outcome: 'desk-unknown', memberId: null, personId: stranger.personId }
  expect(await entriesOf(desk.id)).toMatchObject([refused])
  const [newest] = await db
    .select()
    .from(auditEntries)
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
    .limit(1)
  expect(newest).toMatchObject({ ...refused, deskId: null })
})

test('reading leaves nothing, nor does who is not signed in', async () => {
  const lena = await onDesk('reviewer', desk)
  await callerOf(lena).member.list({ desk: desk.slug })
  await createCaller({ person: null })
    .member.list({ desk: desk.slug })
    .catch(() => {})
  expect(await entriesOf(desk.id)).toEqual([])
})

test('signing in is kept on each of a person’s desks, and so is not being let in', async () => {
  const tomas = await onDesk('reviewer', desk)
  const email = `${tomas.personId}@desk.example`
  await db
    .update(people)
    .set({ passwordHash: await hashPassword('a long enough password') })
    .where(eq(people.id, tomas.personId))
  await signInFrom({ email, password: 'not this one' }).catch(() => {})
  await inRequest(asked, () => signInFrom({ email, password: 'a long enough password' }))
  const way = { act: 'sign in', memberId: tomas.id }
  expect(await entriesOf(desk.id)).toMatchObject([
    { ...way, outcome: 'sign-in-wrong' },
    { ...way, outcome: 'done', requestId: 'request-1', address: '203.0.113.0/24' },
  ])
})

test('what is typed into the sign-in of nobody is not kept', async () => {
  const before = await db.$count(auditEntries)
  await signInFrom({ email: 'hunter2@hunter2.example', password: 'x' }).catch(() => {})
  const [newest] = await db
    .select()
    .from(auditEntries)
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
    .limit(1)
  expect(await db.$count(auditEntries)).toBe(before + 1)
  expect(newest).toMatchObject({ deskId: null, personId: null, outcome: 'sign-in-wrong' })
  expect(JSON.stringify(newest)).not.toContain('hunter2')
})

const happening = (): Happening => ({
  ...{
    deskId: desk.id,
    memberId: null,
    personId: null,
    act: 'discuss',
    way: 'thread.raise',
    outcome: 'done',
  },
  ...{ things: {}, words: {} },
})

test('many at once are linked in one chain, whoever links', async () => {
  await Promise.all(Array.from({ length: 60 }, () => keepEntry(db, happening())))
  await Promise.all([keepChain(), keepChain(), keepChain()])
  expect(await db.$count(auditUnlinked)).toBe(0)
  const links = await db
    .select()
    .from(auditLinks)
    .where(eq(auditLinks.chain, desk.id))
    .orderBy(asc(auditLinks.index))
  expect(links.map(({ index }) => index)).toEqual(links.map((_, place) => place))
  expect(links).toHaveLength(60)
  expect((await readChains()).filter(({ broken }) => broken)).toEqual([])
})

test('rows of the audit are never changed or removed', async () => {
  await keepEntry(db, happening())
  await keepChain()
  const mine = eq(auditEntries.deskId, desk.id)
  await expect(db.update(auditEntries).set({ outcome: 'done' }).where(mine)).rejects.toThrow()
  await expect(db.delete(auditEntries).where(mine)).rejects.toThrow()
  await expect(db.delete(auditLinks).where(eq(auditLinks.chain, desk.id))).rejects.toThrow()
})

test('who may write past the rules is found at the first entry they touched', async () => {
  for (let n = 0; n < 4; n++) await keepEntry(db, happening())
  await keepChain()
  const links = await db
    .select()
    .from(auditLinks)
    .where(eq(auditLinks.chain, desk.id))
    .orderBy(asc(auditLinks.index))
  const second = links[1]?.entryId ?? ''
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local proofroom.may_remove = 'on'`)
    await tx.update(auditEntries).set({ outcome: 'own-edits' }).where(eq(auditEntries.id, second))
  })
  const found = (await readChains()).find(({ chain }) => chain === desk.slug)
  expect(found?.broken).toEqual({ index: 1, entryId: second, why: 'entry-changed' })
})

test('an entry written past the one way in is found', async () => {
  const { outcome, ...rest } = happening()
  const id = uuid()
  await db.insert(auditEntries).values({ ...rest, outcome, id, at: new Date() })
  expect((await readChains()).map(({ broken }) => broken)).toContainEqual({
    entryId: id,
    why: 'never-linked',
  })
})

test('the audit is read newest first, filtered, and page by page', async () => {
  const [maren, tomas] = [await onDesk('admin', desk), await onDesk('reviewer', desk)]
  for (const outcome of ['done', 'own-edits', 'done'] as const)
    await keepEntry(db, { ...happening(), personId: tomas.personId, memberId: tomas.id, outcome })
  await keepEntry(db, {
    ...happening(),
    personId: maren.personId,
    memberId: maren.id,
    act: 'manage the desk',
  })
  const lines = async (filter: object) =>
    (await readAudit(desk.id, auditFilterShape.parse(filter))).lines.length
  expect(await lines({})).toBe(4)
  expect(await lines({ memberId: tomas.id, outcome: 'refused' })).toBe(1)
  expect(await lines({ act: 'manage the desk' })).toBe(1)
  const today = new Intl.DateTimeFormat('sv', { timeZone: desk.timeZone }).format(new Date())
  expect([await lines({ from: today, to: today }), await lines({ to: '2026-01-01' })]).toEqual([4, 0])
  expect(await lines({ memberId: 'not an id', from: 'yesterday' })).toBe(4)
  const first = await readAudit(desk.id, everything, { most: 3 })
  const rest = await readAudit(desk.id, everything, { most: 3, after: first.next })
  const ids = [...first.lines, ...rest.lines].map(({ id }) => id)
  expect(new Set(ids).size).toBe(4)
  expect(rest.next).toBeNull()
})

test('an export is itself in the audit before anybody has it', async () => {
  const maren = await onDesk('admin', desk)
  await keepEntry(db, happening())
  const file = await callerOf(maren).audit.exportFile({ desk: desk.slug, filter: {}, format: 'jsonl' })
  const [line] = file.text.split('\n')
  expect(JSON.parse(line ?? '')).toMatchObject({
    index: 0,
    act: 'discuss',
    hash: expect.stringMatching(/^[\da-f]{64}$/),
  })
  expect(file).toMatchObject({ entries: 1, isWhole: true })
  expect((await entriesOf(desk.id)).at(-1)).toMatchObject({
    act: 'read the audit',
    way: 'audit.exportFile',
    outcome: 'done',
  })
})

test('only admins read the audit', async () => {
  const editor = await onDesk('editor', desk)
  const look = callerOf(editor).audit.list({ desk: desk.slug, filter: {}, after: null })
  await expect(look).rejects.toMatchObject({ cause: { refusal: { code: 'role-too-low' } } })
})

test('an act without the door leaves nothing: the operator’s commands answer for themselves', async () => {
  const tomas = await onDesk('reviewer', desk)
  await changeRole({ deskId: desk.id, memberId: tomas.id, was: 'reviewer', role: 'editor' })
  expect(await entriesOf(desk.id)).toEqual([])
})
