import { sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { db } from '../../db/client'
import { changeCheckList } from '../../server/check-list/change-check-list'
import type { CheckLine } from '../../server/check-list/check-list'
import { readCheckList } from '../../server/check-list/read-check-list'
import { signTick } from '../../server/check-list/sign-tick'
import type { Member } from '../../server/member/member'
import { readSubmission } from '../../server/review/approval/read-submission'
import { decide } from '../../server/review/decide'
import { submit } from '../../server/review/submit'
import { textOf } from '../../server/room/doc/room-doc'
import { freshDatabase } from '../database'
import { aClaim, aDesk, aRoomWith, onDesk, type Room, refusalOf } from '../newsroom'

await freshDatabase()

const line = (text: string, kinds: CheckLine['kinds'] = []): CheckLine => ({ id: uuid(), text, kinds })

/** A desk whose editors check these lines by hand, with a submitted comparison. */
async function aDeskThatChecks(lines: CheckLine[], { isDemanded = true } = {}) {
  const desk = await aDesk()
  const [lena, ruth, maren] = [
    await onDesk('reviewer', desk),
    await onDesk('editor', desk),
    await onDesk('admin', desk),
  ]
  const list = await changeCheckList({ member: maren, version: 0, lines, isDemanded })
  const claim = aClaim()
  const room = await aRoomWith([claim], lena)
  return { desk, lena, ruth, maren, list, claim, room, submissionId: await ask(room, claim.id, lena) }
}

async function ask(room: Room, claimId: string, member: Member) {
  const hash = await room.hashOf(claimId)
  return (await submit({ member, claimId, hash, kind: 'first', publicNote: '' })).submissionId
}

const tick = (member: Member, submissionId: string, { id, text }: CheckLine, isTicked = true) =>
  signTick({ member, submissionId, lineId: id, words: text, isTicked })
const approve = (member: Member, submissionId: string) =>
  decide({ member, submissionId, decision: 'approved', note: '' })

test('a claim is approved only when every line for its kind is ticked', async () => {
  const [asked, counted] = [line('The speaker was asked'), line('Counted again', ['number'])]
  const { ruth, submissionId } = await aDeskThatChecks([asked, counted])
  expect(await refusalOf(approve(ruth, submissionId))).toBe('check-list-open')
  expect((await readSubmission(submissionId, ruth)).whyNotApprove?.code).toBe('check-list-open')
  await tick(ruth, submissionId, asked)
  expect((await readSubmission(submissionId, ruth)).whyNotApprove).toBeNull()
  expect((await approve(ruth, submissionId)).publication).not.toBeNull()
})

test('a claim can be returned whatever is ticked', async () => {
  const { ruth, submissionId } = await aDeskThatChecks([line('The speaker was asked')])
  await decide({ member: ruth, submissionId, decision: 'returned', note: 'Ask them.' })
  expect((await readSubmission(submissionId, ruth)).decision).toBe('returned')
})

test('a desk that does not demand its check-list approves without it', async () => {
  const { ruth, submissionId } = await aDeskThatChecks([line('Asked')], { isDemanded: false })
  expect((await approve(ruth, submissionId)).publication).not.toBeNull()
})

test('a tick is signed and can be taken back', async () => {
  const asked = line('The speaker was asked')
  const { ruth, submissionId } = await aDeskThatChecks([asked])
  await tick(ruth, submissionId, asked)
  const [checked] = (await readSubmission(submissionId, ruth)).checks
  expect(checked?.tick?.by).toEqual({ id: ruth.id, name: ruth.name })
  await tick(ruth, submissionId, asked, false)
  expect((await readSubmission(submissionId, ruth)).checks[0]?.tick).toBeNull()
  const { rows } = await db().execute(
    sql`select is_ticked from check_ticks where submission_id = ${submissionId} order by at`,
  )
  expect(rows).toEqual([{ is_ticked: true }, { is_ticked: false }])
})

test('the same tick sent twice is made once', async () => {
  const asked = line('The speaker was asked')
  const { ruth, submissionId } = await aDeskThatChecks([asked])
  await Promise.all([tick(ruth, submissionId, asked), tick(ruth, submissionId, asked)])
  const { rows } = await db().execute(sql`select 1 from check_ticks where submission_id = ${submissionId}`)
  expect(rows).toHaveLength(1)
})

test('a tick on an older submission does not count for a newer one', async () => {
  const asked = line('The speaker was asked')
  const { lena, ruth, room, claim, submissionId } = await aDeskThatChecks([asked])
  await tick(ruth, submissionId, asked)
  await room.edit(lena, (doc) => textOf(doc, 'statement', claim.id).insert(0, 'So, '))
  const newer = await ask(room, claim.id, lena)
  expect((await readSubmission(newer, ruth)).checks[0]?.tick).toBeNull()
  expect(await refusalOf(approve(ruth, newer))).toBe('check-list-open')
  expect(await refusalOf(tick(ruth, submissionId, asked))).toBe('submission-superseded')
})

test('who may not decide on a claim may not tick for it', async () => {
  const asked = line('The speaker was asked')
  const { lena, ruth, room, claim, submissionId } = await aDeskThatChecks([asked])
  expect(await refusalOf(tick(lena, submissionId, asked))).toBe('not-an-editor')
  await room.edit(ruth, (doc) => textOf(doc, 'statement', claim.id).insert(0, 'So, '))
  expect(await refusalOf(tick(ruth, submissionId, asked))).toBe('own-edits')
})

test('another desk’s submission looks like one that is not there', async () => {
  const asked = line('The speaker was asked')
  const { submissionId } = await aDeskThatChecks([asked])
  const stranger = await onDesk('editor', await aDesk())
  expect(await refusalOf(tick(stranger, submissionId, asked))).toBe('submission-unknown')
  expect(await refusalOf(tick(stranger, uuid(), asked))).toBe('submission-unknown')
})

test('a line whose words changed is open again, and its old words cannot be ticked', async () => {
  const asked = line('The speaker was asked')
  const { maren, ruth, submissionId } = await aDeskThatChecks([asked])
  await tick(ruth, submissionId, asked)
  const changed = { ...asked, text: 'The speaker was asked in writing' }
  await changeCheckList({ member: maren, version: 1, lines: [changed], isDemanded: true })
  expect((await readSubmission(submissionId, ruth)).checks).toEqual([{ line: changed, tick: null }])
  expect(await refusalOf(tick(ruth, submissionId, asked))).toBe('check-line-changed')
})

test('what was decided keeps the lines and ticks it was decided with', async () => {
  const asked = line('The speaker was asked')
  const { maren, ruth, submissionId } = await aDeskThatChecks([asked])
  await tick(ruth, submissionId, asked)
  await approve(ruth, submissionId)
  await changeCheckList({ member: maren, version: 1, lines: [line('Something else')], isDemanded: true })
  const { checks } = await readSubmission(submissionId, ruth)
  expect(checks.map(({ line, tick }) => [line.text, tick?.by.name])).toEqual([[asked.text, ruth.name]])
})

test('two admins who change the list at once do not lose one’s words', async () => {
  const { desk, maren } = await aDeskThatChecks([])
  const change = (text: string) =>
    changeCheckList({ member: maren, version: 1, lines: [line(text)], isDemanded: false })
  const outcomes = await Promise.allSettled([change('One'), change('Two')])
  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
  expect(refused).toMatchObject([{ refusal: { code: 'setting-changed' } }])
  expect((await readCheckList(desk.id)).version).toBe(2)
})

test('ticks and lists are never changed or deleted', async () => {
  const asked = line('The speaker was asked')
  const { ruth, submissionId } = await aDeskThatChecks([asked])
  await tick(ruth, submissionId, asked)
  for (const statement of [
    sql`update check_ticks set is_ticked = false`,
    sql`delete from check_ticks`,
    sql`update check_lists set is_demanded = false`,
    sql`delete from check_lists`,
  ])
    await expect(db().execute(statement)).rejects.toThrow()
})
