import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { desks, publications } from '../../../db/schema'
import type { Decision } from '../../../db/vocabulary'
import type { Member } from '../../../server/member/member'
import {
  type ApprovalRule,
  neededShape,
  neededUnder,
  ruleNeeding,
} from '../../../server/member/settings/approval-rule'
import { changeDesk } from '../../../server/member/settings/change-desk'
import { decide } from '../../../server/review/decide'
import { readStages } from '../../../server/review/read-stages'
import { submit } from '../../../server/review/submit'
import { textOf } from '../../../server/room/doc/room-doc'
import { freshDatabase } from '../../database'
import { aClaim, aDesk, aRoomWith, onDesk, refusalOf } from '../../newsroom'

const db = await freshDatabase()

async function aDeskWith(rule: ApprovalRule) {
  const desk = await aDesk(neededUnder(rule))
  const author = await onDesk('reviewer', desk)
  const editors = await Promise.all(
    ['editor', 'editor', 'editor', 'admin'].map((role) => onDesk(role as 'editor', desk)),
  )
  const claim = aClaim()
  const room = await aRoomWith([claim], author)
  const ask = async () => {
    const hash = await room.hashOf(claim.id)
    return submit({ member: author, claimId: claim.id, hash, kind: 'first', publicNote: '' })
  }
  const stage = async () => (await readStages(room.articleId, author))[0]
  const [one, two, three, four] = editors as [Member, Member, Member, Member]
  return { desk, author, one, two, three, four, claim, room, ask, stage, ...(await ask()) }
}

const say = (member: Member, submissionId: string, decision: Decision) =>
  decide({ member, submissionId, decision, note: decision === 'returned' ? `Not yet, ${member.id}.` : '' })

test('with two approvals the first one is shown as one of two, and publishes nothing', async () => {
  const { one, two, submissionId, stage } = await aDeskWith('two')
  expect(await say(one, submissionId, 'approved')).toEqual({ publication: null })
  expect(await stage()).toMatchObject({
    stage: 'in-review',
    submission: { approvals: 1, approvalsNeeded: 2 },
  })
  expect(await say(two, submissionId, 'approved')).toMatchObject({ publication: { version: 1 } })
})

test('no editor counts twice', async () => {
  const { one, submissionId } = await aDeskWith('two')
  await say(one, submissionId, 'approved')
  expect(await refusalOf(say(one, submissionId, 'approved'))).toBe('decided-by-you')
})

test('of five editors who approve at once, two count and three hear why not', async () => {
  const { desk, one, two, three, four, submissionId, claim } = await aDeskWith('two')
  const five = [one, two, three, four, await onDesk('editor', desk)]
  const outcomes = await Promise.allSettled(five.map((editor) => say(editor, submissionId, 'approved')))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
  expect(await db.select().from(publications).where(eq(publications.claimId, claim.id))).toHaveLength(1)
})

test('none of the two may be an author, also one who wrote between the two approvals', async () => {
  const { one, two, room, claim, submissionId } = await aDeskWith('two')
  await say(one, submissionId, 'approved')
  await room.edit(two, (doc) => textOf(doc, 'statement', claim.id).insert(0, 'Well, '))
  expect(await refusalOf(say(two, submissionId, 'approved'))).toBe('own-edits')
})

test('words submitted anew have no approvals yet', async () => {
  const { author, one, two, room, claim, ask, submissionId } = await aDeskWith('two')
  await say(one, submissionId, 'approved')
  await room.edit(author, (doc) => textOf(doc, 'statement', claim.id).insert(0, 'So far, '))
  const anew = await ask()
  expect(await refusalOf(say(two, submissionId, 'approved'))).toBe('submission-superseded')
  expect(await say(two, anew.submissionId, 'approved')).toEqual({ publication: null })
  expect(await say(one, anew.submissionId, 'approved')).toMatchObject({ publication: { version: 1 } })
})

test('where two must approve, one return sends it back', async () => {
  const { one, two, three, submissionId, stage } = await aDeskWith('two')
  await say(one, submissionId, 'approved')
  await say(two, submissionId, 'returned')
  expect(await stage()).toMatchObject({ stage: 'returned', returned: { editor: two.name } })
  expect(await refusalOf(say(three, submissionId, 'approved'))).toBe('already-decided')
})

test('of three who vote, one return is outvoted', async () => {
  const { one, two, three, submissionId, stage } = await aDeskWith('vote')
  await say(one, submissionId, 'returned')
  expect(await stage()).toMatchObject({ stage: 'in-review', returned: null, submission: { returns: 1 } })
  expect(await say(two, submissionId, 'approved')).toEqual({ publication: null })
  expect(await say(three, submissionId, 'approved')).toMatchObject({ publication: { version: 1 } })
})

test('of three who vote, two returns send it back with both notes, and nobody votes a fourth time', async () => {
  const { one, two, three, four, submissionId, stage } = await aDeskWith('vote')
  await say(one, submissionId, 'returned')
  await say(two, submissionId, 'approved')
  await say(three, submissionId, 'returned')
  const returned = (await stage())?.returned
  for (const { id } of [one, three]) expect(returned?.note).toContain(id)
  expect(await refusalOf(say(four, submissionId, 'approved'))).toBe('already-decided')
})

test('a changed rule holds for what is submitted from then on', async () => {
  const { desk, one, two, submissionId, stage, claim, room, author, ask } = await aDeskWith('two')
  await say(one, submissionId, 'approved')
  await changeDesk({ deskId: desk.id }, { was: neededUnder('two'), to: neededUnder('one') })
  expect(await stage()).toMatchObject({ stage: 'in-review' })
  await say(two, submissionId, 'approved')
  await changeDesk({ deskId: desk.id }, { was: neededUnder('one'), to: neededUnder('vote') })
  expect(await stage()).toMatchObject({ stage: 'published' })
  await room.edit(author, (doc) => textOf(doc, 'statement', claim.id).insert(0, 'So far, '))
  expect(await refusalOf(ask())).toBe('correction-needs-kind')
})

test('a rule changed by somebody else meanwhile is not overwritten unseen', async () => {
  const desk = await aDesk(neededUnder('two'))
  const change = changeDesk({ deskId: desk.id }, { was: neededUnder('one'), to: neededUnder('vote') })
  expect(await refusalOf(change)).toBe('setting-changed')
  const [kept] = await db.select().from(desks).where(eq(desks.id, desk.id))
  expect(kept && ruleNeeding(kept)).toBe('two')
})

test('only the three rules can be set', () => {
  for (const pair of [
    { approvalsNeeded: 0, returnsNeeded: 1 },
    { approvalsNeeded: 3, returnsNeeded: 2 },
    { approvalsNeeded: 1, returnsNeeded: 2 },
  ])
    expect(neededShape.safeParse(pair).success).toBe(false)
  for (const rule of ['one', 'two', 'vote'] as const)
    expect(neededShape.safeParse(neededUnder(rule)).success).toBe(true)
})
