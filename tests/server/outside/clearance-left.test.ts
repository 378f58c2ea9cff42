import { desc, eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { auditEntries } from '../../../db/schema'
import { askInstead } from '../../../server/clearance/ask-instead'
import { readClearances } from '../../../server/clearance/read-clearances'
import { liftClearance } from '../../../server/clearance/withdraw-clearance'
import { removeMember } from '../../../server/member/manage-member'
import type { Member } from '../../../server/member/member'
import { readNotices } from '../../../server/notice/read-notices'
import { createCaller } from '../../../server/router'
import { freshDatabase } from '../../database'
import { onDesk, refusalOf } from '../../newsroom'
import { aDeskThatClears } from './newsroom'

const db = await freshDatabase()

/** Omar was to clear it and is not on the desk any more; Jonas is another editor, Nina another observer. */
async function aDeskThatOmarLeft(before?: (ready: Awaited<ReturnType<typeof aDeskThatClears>>) => unknown) {
  const ready = await aDeskThatClears()
  const { desk, omar, require } = ready
  const [jonas, nina] = [await onDesk('editor', desk), await onDesk('observer', desk)]
  const legal = await require(omar.id)
  await before?.({ ...ready, require: async () => legal })
  await removeMember({ deskId: desk.id, memberId: omar.id })
  const id = uuid()
  const instead = (parts: Partial<Parameters<typeof askInstead>[0]> = {}) =>
    askInstead({
      ...{ member: jonas, clearanceId: legal, id, memberId: nina.id, note: 'Omar has left the desk.' },
      ...parts,
    })
  return { ...ready, jonas, nina, legal, id, instead }
}

test('a clearance of somebody who has left the desk says so, and still stands in the way', async () => {
  const { approve, claim, legal } = await aDeskThatOmarLeft()
  expect(await refusalOf(approve())).toBe('clearance-missing')
  const [clearance] = await readClearances(claim.id)
  expect(clearance).toMatchObject({ id: legal, of: { hasLeft: true }, lifted: null })
})

test('whoever required it is told when who should give it leaves, and nobody else', async () => {
  const { ruth, omar, jonas, nina, claim } = await aDeskThatOmarLeft()
  const [told] = (await readNotices(ruth, null)).notices
  expect(told).toMatchObject({ kind: 'clearance-left', by: { name: omar.name }, claimId: claim.id })
  for (const other of [jonas, nina]) expect(await leftTold(other)).toEqual([])
})

test('where whoever required it has left before, every editor is told', async () => {
  const { jonas, maren } = await aDeskThatOmarLeft(({ desk, ruth }) =>
    removeMember({ deskId: desk.id, memberId: ruth.id }),
  )
  for (const editor of [jonas, maren]) expect(await leftTold(editor)).toHaveLength(1)
})

test('of a clearance that was lifted nobody is told', async () => {
  const { ruth } = await aDeskThatOmarLeft(async ({ ruth, require, omar }) =>
    liftClearance({
      member: ruth,
      clearanceId: await require(omar.id),
      note: 'No company is named any more.',
    }),
  )
  expect(await leftTold(ruth)).toEqual([])
})

const leftTold = async (member: Member) =>
  (await readNotices(member, null)).notices.filter(({ kind }) => kind === 'clearance-left')

test('any editor asks another member instead, with a reason; who gives it then is another', async () => {
  const { approve, claim, legal, id, instead, jonas, nina, sign } = await aDeskThatOmarLeft()
  await instead()
  await instead()
  const [former, present, ...more] = await readClearances(claim.id)
  expect(more).toEqual([])
  expect(former).toMatchObject({ id: legal, lifted: { by: jonas.name, note: 'Omar has left the desk.' } })
  expect(present).toMatchObject({
    ...{ id, name: 'Legal', why: 'It names a company.', lifted: null },
    ...{ by: { id: jonas.id }, of: { id: nina.id, hasLeft: false } },
  })
  const [notice] = (await readNotices(nina, null)).notices
  expect(notice).toMatchObject({ kind: 'clearance-asked', by: { name: jonas.name } })
  expect(await refusalOf(approve())).toBe('clearance-missing')
  await sign(id, { member: nina })
  expect((await approve()).publication).not.toBeNull()
})

test('while who shall give it is on the desk, nobody is asked instead', async () => {
  const { require, omar, ruth, maren } = await aDeskThatClears()
  const clearanceId = await require(omar.id)
  const asked = { member: ruth, clearanceId, id: uuid(), memberId: maren.id, note: 'He is on leave.' }
  expect(await refusalOf(askInstead(asked))).toBe('clearance-not-left')
})

test('what somebody answered before they left holds for these words; for other words another is asked', async () => {
  const { ask, edit, instead } = await aDeskThatOmarLeft(async ({ require, omar, sign }) => {
    await sign(await require(omar.id), { answer: 'refused', note: 'The name must go.' })
  })
  expect(await refusalOf(instead())).toBe('clearance-answered-already')
  await edit('Probably')
  await ask()
  await instead()
})

test('a reason is needed, and a member who is on the desk', async () => {
  const { instead, omar, legal } = await aDeskThatOmarLeft()
  expect(await refusalOf(instead({ note: ' ' }))).toBe('clearance-instead-needs-note')
  expect(await refusalOf(instead({ memberId: omar.id }))).toBe('member-unknown')
  expect(await refusalOf(instead({ clearanceId: uuid() }))).toBe('clearance-unknown')
  await instead()
  expect(await refusalOf(instead({ clearanceId: legal, id: uuid() }))).toBe('clearance-lifted')
})

test('the audit keeps who asked whom instead', async () => {
  const { desk, jonas, nina, legal, id } = await aDeskThatOmarLeft()
  const { personId, name } = jonas
  const caller = createCaller({ person: { id: personId, name, email: '', sessionId: '', language: 'en' } })
  const asked = { clearanceId: legal, id, memberId: nina.id, note: 'Omar has left the desk.' }
  await caller.clearance.askInstead({ desk: desk.slug, ...asked })
  const [entry] = await db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.deskId, desk.id))
    .orderBy(desc(auditEntries.at))
    .limit(1)
  expect(entry).toMatchObject({
    ...{ act: 'require clearances', outcome: 'done', memberId: jonas.id },
    things: { clearanceId: legal, id, memberId: nina.id },
  })
})
