import { and, eq, isNull } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { submissions } from '../../db/schema'
import type { Decision, SubmissionKind } from '../../db/vocabulary'
import type { Claim } from '../../server/claim/claim'
import type { Member } from '../../server/member/member'
import { readSubmission } from '../../server/review/approval/read-submission'
import { decide } from '../../server/review/decide'
import { countWaiting } from '../../server/review/queue/read-desk'
import { readQueue } from '../../server/review/queue/read-queue'
import { readStages } from '../../server/review/read-stages'
import { submit } from '../../server/review/submit'
import { withdraw } from '../../server/review/withdraw'
import { setVerdict } from '../../server/room/doc/claim-values'
import { deleteClaim } from '../../server/room/doc/marks'
import { textOf } from '../../server/room/doc/room-doc'
import { addSuggestion } from '../../server/suggestion/add-suggestion'
import { raiseThread } from '../../server/thread/add-comment'
import { resolveThread } from '../../server/thread/resolve-thread'
import { freshDatabase } from '../database'
import { aClaim, aDesk, aRoomWith, aSource, onDesk, type Room, refusalOf } from '../newsroom'

const db = await freshDatabase()

/** A desk with an author and two editors, and one submitted claim. */
async function aBusyDesk() {
  const desk = await aDesk()
  const [lena, jonas, ruth] = [
    await onDesk('reviewer', desk),
    await onDesk('editor', desk),
    await onDesk('editor', desk),
  ]
  const claim = aClaim()
  const room = await aRoomWith([claim], lena)
  return { desk, lena, jonas, ruth, claim, room, submissionId: await ask(room, claim, lena) }
}

async function ask(room: Room, claim: Claim, member: Member, kind: SubmissionKind = 'first') {
  const hash = await room.hashOf(claim.id)
  const publicNote = kind === 'first' ? '' : 'The 1987 package was larger.'
  return (await submit({ member, claimId: claim.id, hash, kind, publicNote })).submissionId
}

const say = (member: Member, submissionId: string, decision: Decision = 'approved') =>
  decide({ member, submissionId, decision, note: decision === 'returned' ? 'Ask the treasury.' : '' })

const idsOf = (lines: { id: string }[]) => lines.map(({ id }) => id)
const stageOf = async (room: Room, member: Member) => (await readStages(room.articleId, member))[0]

test('a submission is settled once it is withdrawn, superseded or published, and a return leaves it open', async () => {
  const { lena, ruth, claim, room, submissionId } = await aBusyDesk()
  const unsettled = async () => {
    const of = and(eq(submissions.claimId, claim.id), isNull(submissions.settledAt))
    return idsOf(await db.select({ id: submissions.id }).from(submissions).where(of))
  }
  expect(await unsettled()).toEqual([submissionId])
  await say(ruth, submissionId, 'returned')
  expect(await unsettled()).toEqual([submissionId])
  const superseding = await ask(room, claim, lena)
  expect(await unsettled()).toEqual([superseding])
  await withdraw({ member: lena, submissionId: superseding })
  expect(await unsettled()).toEqual([])
  const last = await ask(room, claim, lena)
  expect(await unsettled()).toEqual([last])
  await say(ruth, last)
  expect(await unsettled()).toEqual([])
})

test('a submission waits for the editors who did not write in it', async () => {
  const { jonas, submissionId, claim } = await aBusyDesk()
  const { waiting } = await readQueue(jonas)
  expect(waiting).toMatchObject([
    {
      id: submissionId,
      statement: claim.statement,
      verdict: 'misleading',
      publisher: 'The Northern Ledger',
      version: 1,
    },
  ])
})

test('the number beside Approvals is how many wait for this member', async () => {
  const { lena, jonas, ruth, room, claim } = await aBusyDesk()
  await room.edit(ruth, (doc) => textOf(doc, 'statement', claim.id).insert(0, 'So, '))
  expect(await countWaiting(jonas)).toEqual({ waiting: 1 })
  expect(await countWaiting(ruth)).toEqual({ waiting: 0 })
  expect(await countWaiting(lena)).toEqual({ waiting: 0 })
})

test('an editor who wrote in a claim sees it with the reason why another must decide', async () => {
  const { jonas, room, claim, submissionId } = await aBusyDesk()
  await room.edit(jonas, (doc) => textOf(doc, 'statement', claim.id).insert(0, 'So, '))
  const queue = await readQueue(jonas)
  expect(queue.waiting).toEqual([])
  expect(queue.ownEdits).toMatchObject([{ id: submissionId, reason: { code: 'own-edits' } }])
})

test('a reviewer sees what waits for an editor', async () => {
  const { lena } = await aBusyDesk()
  const { waiting, others } = await readQueue(lena)
  expect(waiting).toEqual([])
  expect(others).toMatchObject([{ reason: { code: 'not-an-editor' } }])
})

test('who has waited longest comes first', async () => {
  const { lena, jonas, submissionId } = await aBusyDesk()
  const claim = aClaim()
  const later = await ask(await aRoomWith([claim], lena), claim, lena)
  expect(idsOf((await readQueue(jonas)).waiting)).toEqual([submissionId, later])
})

test('another desk sees nothing of it', async () => {
  await aBusyDesk()
  const stranger = await onDesk('admin', await aDesk())
  expect(await readQueue(stranger)).toEqual({
    ...{ waiting: [], ownEdits: [], others: [], returned: [], decidedToday: [] },
  })
})

test('what was withdrawn waits for nobody', async () => {
  const { lena, jonas, submissionId } = await aBusyDesk()
  await withdraw({ member: lena, submissionId })
  expect((await readQueue(jonas)).waiting).toEqual([])
})

test('a newer submission takes the place of the one it supersedes', async () => {
  const { lena, jonas, room, claim } = await aBusyDesk()
  await room.edit(lena, (doc) => setVerdict(doc, claim, 'false'))
  const second = await ask(room, claim, lena)
  expect(idsOf((await readQueue(jonas)).waiting)).toEqual([second])
})

test('what was decided today is listed with the decision and the editor', async () => {
  const { jonas, ruth, submissionId } = await aBusyDesk()
  await say(jonas, submissionId)
  const { waiting, decidedToday } = await readQueue(ruth)
  expect(waiting).toEqual([])
  expect(decidedToday).toMatchObject([
    { id: submissionId, decision: 'approved', editor: jonas.name, version: 1 },
  ])
})

test('what came back is listed with its note until it is submitted again', async () => {
  const { lena, jonas, room, claim, submissionId } = await aBusyDesk()
  await say(jonas, submissionId, 'returned')
  expect((await readQueue(lena)).returned).toMatchObject([{ id: submissionId, note: 'Ask the treasury.' }])
  await room.edit(lena, (doc) => setVerdict(doc, claim, 'false'))
  await ask(room, claim, lena)
  expect((await readQueue(lena)).returned).toEqual([])
})

test('a claim that was deleted waits for nobody', async () => {
  const { lena, jonas, room, claim } = await aBusyDesk()
  await room.edit(lena, (doc) => deleteClaim(doc, claim.id, '2026-03-06T10:00:00.000Z'))
  expect((await readQueue(jonas)).waiting).toEqual([])
})

test('after one of two approvals the other editor still sees it wait', async () => {
  const desk = await aDesk({ approvalsNeeded: 2 })
  const [lena, one, two] = [
    await onDesk('reviewer', desk),
    await onDesk('editor', desk),
    await onDesk('editor', desk),
  ]
  const claim = aClaim()
  const room = await aRoomWith([claim], lena)
  const submissionId = await ask(room, claim, lena)
  await say(one, submissionId)
  expect(idsOf((await readQueue(two)).waiting)).toEqual([submissionId])
  expect((await readQueue(one)).others).toMatchObject([{ reason: { code: 'decided-by-you' } }])
  expect(await stageOf(room, lena)).toMatchObject({
    stage: 'in-review',
    submission: { approvals: 1, approvalsNeeded: 2, isOpen: true },
  })
})

test('the stages follow a claim from to check to published', async () => {
  const { lena, jonas, desk } = await aBusyDesk()
  const unrated = aClaim({ verdict: null })
  const room = await aRoomWith([unrated], lena)
  expect(await stageOf(room, jonas)).toMatchObject({ stage: 'to-check', submission: null, published: null })
  await room.edit(lena, (doc) => setVerdict(doc, unrated, 'false'))
  expect(await stageOf(room, jonas)).toMatchObject({ stage: 'ready' })
  const submissionId = await ask(room, unrated, lena)
  expect(await stageOf(room, jonas)).toMatchObject({ stage: 'in-review', submission: { id: submissionId } })
  await say(await onDesk('editor', desk), submissionId)
  expect(await stageOf(room, jonas)).toMatchObject({
    stage: 'published',
    published: { version: 1, verdict: 'false' },
  })
})

test('an edit after submitting shows as changed since submitted', async () => {
  const { lena, room, claim } = await aBusyDesk()
  expect(await stageOf(room, lena)).toMatchObject({ hasChangedSinceSubmitted: false })
  await room.edit(lena, (doc) => textOf(doc, 'not-known', claim.id).insert(0, 'Much. '))
  expect(await stageOf(room, lena)).toMatchObject({ stage: 'in-review', hasChangedSinceSubmitted: true })
})

test('an edit after publishing shows as changed since', async () => {
  const { lena, jonas, room, claim, submissionId } = await aBusyDesk()
  await say(jonas, submissionId)
  await room.edit(lena, (doc) => textOf(doc, 'not-known', claim.id).insert(0, 'Much. '))
  expect(await stageOf(room, lena)).toMatchObject({ stage: 'changed-since' })
})

test('the authors see the note a claim was returned with', async () => {
  const { lena, jonas, room, submissionId } = await aBusyDesk()
  await say(jonas, submissionId, 'returned')
  expect(await stageOf(room, lena)).toMatchObject({
    stage: 'returned',
    returned: { note: 'Ask the treasury.', editor: jonas.name },
  })
})

test('another desk has no stages of the article', async () => {
  const { room } = await aBusyDesk()
  expect(await readStages(room.articleId, await onDesk('admin', await aDesk()))).toEqual([])
})

test('the approval page shows the frozen copy, its authors and whether this editor may decide', async () => {
  const { lena, jonas, ruth, room, claim, submissionId } = await aBusyDesk()
  await room.edit(ruth, (doc) => textOf(doc, 'statement', claim.id).insert(0, 'So, '))
  const page = await readSubmission(submissionId, jonas)
  expect(page).toMatchObject({
    reason: null,
    version: 1,
    previous: null,
    hasChangedSince: true,
    isOpen: true,
  })
  expect(page.claim.statement).toBe(claim.statement)
  expect(page.authors).toEqual([
    { id: lena.id, name: lena.name },
    { id: ruth.id, name: ruth.name },
  ])
  expect((await readSubmission(submissionId, ruth)).reason).toEqual({ code: 'own-edits' })
})

test('the quote is shown in its paragraph', async () => {
  const { jonas, submissionId } = await aBusyDesk()
  expect((await readSubmission(submissionId, jonas)).context).toEqual({
    before: 'The government has set aside 14 million marks, which the prime minister called ',
    quote: 'the largest relief package since independence',
    after: '.',
    paragraph: 2,
  })
})

test('the facts of the check-list are found for the editor', async () => {
  const { jonas, submissionId } = await aBusyDesk()
  const { evidence } = await readSubmission(submissionId, jonas)
  expect(evidence.map(({ check, holds }) => [check, holds])).toEqual([
    ['quote', true],
    ['publishers', true],
    ['described', true],
    ['cited', true],
  ])
})

test('two sources of one publisher are pointed out', async () => {
  const { lena, jonas } = await aBusyDesk()
  const claim = aClaim({ sources: [aSource({ publisher: 'Treasury' }), aSource({ publisher: 'treasury' })] })
  const submissionId = await ask(await aRoomWith([claim], lena), claim, lena)
  const { evidence } = await readSubmission(submissionId, jonas)
  expect(evidence.find(({ check }) => check === 'publishers')).toMatchObject({
    holds: false,
    values: { sources: 2, publishers: 1 },
  })
})

test('a correction is shown beside the version readers have now', async () => {
  const { lena, jonas, room, claim, submissionId } = await aBusyDesk()
  await say(jonas, submissionId)
  await room.edit(lena, (doc) => setVerdict(doc, claim, 'false'))
  const second = await ask(room, claim, lena, 'verdict-change')
  expect(await readSubmission(second, jonas)).toMatchObject({
    version: 2,
    kind: 'verdict-change',
    publicNote: 'The 1987 package was larger.',
    claim: { verdict: 'false' },
    previous: { version: 1, claim: { verdict: 'misleading' }, approvedBy: [jonas.name] },
  })
})

test('a decided submission stays beside the version before it and links to what readers see', async () => {
  const { lena, jonas, room, claim, submissionId } = await aBusyDesk()
  await say(jonas, submissionId)
  await room.edit(lena, (doc) => setVerdict(doc, claim, 'false'))
  await say(jonas, await ask(room, claim, lena, 'verdict-change'))
  expect(await readSubmission(submissionId, jonas)).toMatchObject({
    version: 1,
    previous: null,
    decision: 'approved',
    publication: { version: 1, path: expect.stringMatching(/^\/c\/\d+-/) },
  })
})

test('to another desk the submission is not there', async () => {
  const { submissionId } = await aBusyDesk()
  const stranger = await onDesk('admin', await aDesk())
  expect(await refusalOf(readSubmission(submissionId, stranger))).toBe('submission-unknown')
})

test('a submission shows what its authors left open', async () => {
  const { lena, jonas, room, claim, submissionId } = await aBusyDesk()
  const open = async () => (await readSubmission(submissionId, jonas)).leftOpen
  expect(await open()).toEqual([])
  const said = { member: lena, claimId: claim.id, commentId: uuid(), text: 'Who says so?' }
  const threadId = uuid()
  await raiseThread({ ...said, threadId })
  const wording = { field: 'statement', before: claim.statement, after: 'So it was.', reason: '' } as const
  await addSuggestion({ member: lena, id: uuid(), claimId: claim.id, ...wording })
  await room.edit(lena, (doc) => textOf(doc, 'statement', claim.id).insert(0, 'So, '))
  expect(await open()).toEqual([
    { what: 'threads', count: 1 },
    { what: 'suggestions', count: 1 },
    { what: 'later-edits', count: 1 },
  ])
  await resolveThread({ member: lena, threadId, isResolved: true, isDeclined: false, reason: '' })
  expect((await open()).map(({ what }) => what)).toEqual(['suggestions', 'later-edits'])
})
