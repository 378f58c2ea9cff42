import { count, eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { logEntries, outbox, publications, reviews, revisions, roomUpdates } from '../../db/schema'
import type { Decision, SubmissionKind } from '../../db/vocabulary'
import type { Claim } from '../../server/claim/claim'
import type { Member } from '../../server/member/member'
import { decide } from '../../server/review/decide'
import { submit } from '../../server/review/submit'
import { withdraw } from '../../server/review/withdraw'
import { setVerdict } from '../../server/room/doc/claim-values'
import { mergeClaims } from '../../server/room/doc/marks'
import { sourceMap, textOf } from '../../server/room/doc/room-doc'
import { addSource, setSourceField } from '../../server/room/doc/source-values'
import { sourceFields } from '../../server/source/source'
import { freshDatabase } from '../database'
import { aClaim, aDesk, aRoomWith, aSource, damText, onDesk, type Room, refusalOf } from '../newsroom'
import { writeClaim } from '../write-claim'

const db = await freshDatabase()
const lena = await onDesk('reviewer')
const [jonas, ruth] = [await onDesk('editor'), await onDesk('editor')]

async function aSubmitted(by: Member = lena) {
  const claim = aClaim()
  const room = await aRoomWith([claim], by)
  return { claim, room, submissionId: await ask(room, claim, by) }
}

async function ask(room: Room, claim: Claim, member = lena, kind: SubmissionKind = 'first') {
  const publicNote = kind === 'first' ? '' : 'The 1987 package was larger.'
  const hash = await room.hashOf(claim.id)
  const { submissionId } = await submit({ member, claimId: claim.id, hash, kind, publicNote })
  return submissionId
}

const approve = (member: Member, submissionId: string) => say(member, submissionId, 'approved')
const say = (member: Member, submissionId: string, decision: Decision, note = '') =>
  decide({ member, submissionId, decision, note })

const publicationsOf = (claim: Claim) =>
  db.select().from(publications).where(eq(publications.claimId, claim.id)).orderBy(publications.version)

test('an approval by an editor who did not write publishes version 1', async () => {
  const { claim, submissionId } = await aSubmitted()
  const { publication } = await approve(jonas, submissionId)
  const [row] = await publicationsOf(claim)
  expect(publication).toMatchObject({ number: row?.number, version: 1 })
  expect(publication?.path).toMatch(/^\/c\/\d+-it-is-the-largest-relief-package/)
})

test('a publication comes with its log entry and its order to make pages', async () => {
  const { claim, submissionId } = await aSubmitted()
  await approve(jonas, submissionId)
  const [row] = await publicationsOf(claim)
  const id = row?.id ?? ''
  expect(await db.select().from(logEntries).where(eq(logEntries.publicationId, id))).toHaveLength(1)
  expect(await db.select().from(outbox).where(eq(outbox.publicationId, id))).toHaveLength(1)
})

test('what was submitted is what is published, though the room has moved on', async () => {
  const { claim, room, submissionId } = await aSubmitted()
  await room.edit(lena, (doc) => textOf(doc, 'statement', claim.id).insert(0, 'Not so. '))
  await approve(jonas, submissionId)
  const [row] = await publicationsOf(claim)
  expect(row?.content.claim.statement).toBe(claim.statement)
})

test('two editors who approve at once make one publication, and one of them hears why not', async () => {
  const { claim, submissionId } = await aSubmitted()
  const outcomes = await Promise.allSettled([approve(jonas, submissionId), approve(ruth, submissionId)])
  const refused = outcomes.flatMap((outcome) =>
    outcome.status === 'rejected' ? [outcome.reason.refusal] : [],
  )
  expect(refused).toEqual([{ code: 'already-decided' }])
  expect(await publicationsOf(claim)).toHaveLength(1)
})

test('one editor approves and one returns at once: only one of them decides', async () => {
  const { claim, submissionId } = await aSubmitted()
  await Promise.allSettled([approve(jonas, submissionId), say(ruth, submissionId, 'returned', 'Not yet.')])
  const rows = await db.select().from(reviews).where(eq(reviews.submissionId, submissionId))
  expect(rows).toHaveLength(1)
  expect(await publicationsOf(claim)).toHaveLength(rows[0]?.decision === 'approved' ? 1 : 0)
})

test('ten claims approved at once are ten publications in one unbroken log', async () => {
  const submitted = await Promise.all(Array.from({ length: 10 }, () => aSubmitted()))
  const decided = await Promise.all(submitted.map(({ submissionId }) => approve(jonas, submissionId)))
  expect(new Set(decided.map(({ publication }) => publication?.number)).size).toBe(10)
  const [log] = await db
    .select({ entries: count(), last: sql`max(${logEntries.index})`.mapWith(Number) })
    .from(logEntries)
  expect(log?.last).toBe((log?.entries ?? 0) - 1)
})

test('the submitter may not decide', async () => {
  const { submissionId } = await aSubmitted(jonas)
  expect(await refusalOf(approve(jonas, submissionId))).toBe('own-edits')
})

test('an editor whose edit was undone is an author all the same', async () => {
  const claim = aClaim()
  const room = await aRoomWith([claim], lena)
  await room.edit(jonas, (doc) => textOf(doc, 'statement', claim.id).insert(0, 'No. '))
  await room.edit(jonas, (doc) => textOf(doc, 'statement', claim.id).delete(0, 4))
  const submissionId = await ask(room, claim)
  expect(await refusalOf(approve(jonas, submissionId))).toBe('own-edits')
})

test('an editor who edits after the submission may not decide on it either', async () => {
  const { claim, room, submissionId } = await aSubmitted()
  await room.edit(jonas, (doc) => setVerdict(doc, claim, 'false'))
  expect(await refusalOf(approve(jonas, submissionId))).toBe('own-edits')
})

test('an editor whose claim was merged into this one is one of its authors', async () => {
  const [kept, other] = [aClaim(), aClaim({ markedAt: '2026-03-06T09:00:00.000Z' })]
  const room = await aRoomWith([kept], lena)
  await room.edit(jonas, (doc) => writeClaim(doc, other, damText))
  await room.edit(lena, (doc) => mergeClaims(doc, [kept, other], damText, '2026-03-06T10:00:00.000Z'))
  expect(await refusalOf(approve(jonas, await ask(room, kept)))).toBe('own-edits')
})

test('an editor who wrote a source before it belonged to any claim is one of its authors', async () => {
  const claim = aClaim()
  const [loose, ...others] = claim.sources
  const room = await aRoomWith([], lena)
  await room.edit(jonas, (doc) => {
    for (const field of sourceFields) setSourceField(doc, loose?.id ?? '', field, loose?.[field] ?? null)
  })
  await room.edit(lena, (doc) => writeClaim(doc, { ...claim, sources: others }, damText))
  await room.edit(lena, (doc) => sourceMap(doc, loose?.id ?? '').set('claim', claim.id))
  expect(await refusalOf(approve(jonas, await ask(room, claim)))).toBe('own-edits')
})

test('an editor whose source was moved here from another claim is one of its authors', async () => {
  const [claim, other] = [aClaim(), aClaim()]
  const [moved, ...others] = claim.sources
  const room = await aRoomWith([{ ...claim, sources: others }], lena)
  await room.edit(jonas, (doc) => addSource(doc, { ...aSource(), ...moved, claimId: other.id }))
  await room.edit(lena, (doc) => sourceMap(doc, moved?.id ?? '').set('claim', claim.id))
  expect(await refusalOf(approve(jonas, await ask(room, claim)))).toBe('own-edits')
})

test('an editor who edits a source after the submission may not decide on it, wherever the source went', async () => {
  const { claim, room, submissionId } = await aSubmitted()
  const id = claim.sources[0]?.id ?? ''
  await room.edit(lena, (doc) => sourceMap(doc, id).set('claim', aClaim().id))
  await room.edit(jonas, (doc) => setSourceField(doc, id, 'title', 'Register'))
  expect(await refusalOf(approve(jonas, submissionId))).toBe('own-edits')
})

test('publishing does not clear the authors: who wrote version 1 may not approve version 2', async () => {
  const { claim, room, submissionId } = await aSubmitted(ruth)
  await approve(jonas, submissionId)
  await room.edit(lena, (doc) => setVerdict(doc, claim, 'false'))
  const second = await ask(room, claim, lena, 'verdict-change')
  expect(await refusalOf(approve(ruth, second))).toBe('own-edits')
  expect(await approve(jonas, second)).toMatchObject({ publication: { version: 2 } })
})

test.each(['observer', 'reviewer'] as const)('an %s may not decide', async (role) => {
  const { submissionId } = await aSubmitted()
  expect(await refusalOf(approve(await onDesk(role), submissionId))).toBe('not-an-editor')
})

test('to an editor of another desk the submission is not there', async () => {
  const { submissionId } = await aSubmitted()
  const stranger = await onDesk('editor', await aDesk())
  expect(await refusalOf(approve(stranger, submissionId))).toBe('submission-unknown')
})

test('nobody decides on a submission that was withdrawn', async () => {
  const { submissionId } = await aSubmitted()
  await withdraw({ member: lena, submissionId })
  expect(await refusalOf(approve(jonas, submissionId))).toBe('submission-withdrawn')
})

test('nobody decides on words that were submitted anew', async () => {
  const { claim, room, submissionId } = await aSubmitted()
  await room.edit(lena, (doc) => setVerdict(doc, claim, 'false'))
  const second = await ask(room, claim)
  expect(await refusalOf(approve(jonas, submissionId))).toBe('submission-superseded')
  expect(await approve(jonas, second)).toMatchObject({ publication: { version: 1 } })
})

test('a return needs a note, and publishes nothing', async () => {
  const { claim, submissionId } = await aSubmitted()
  expect(await refusalOf(say(jonas, submissionId, 'returned', '  '))).toBe('return-needs-note')
  expect(await say(jonas, submissionId, 'returned', 'Ask the treasury.')).toEqual({ publication: null })
  expect(await publicationsOf(claim)).toEqual([])
})

test('a returned claim may be submitted again and approved', async () => {
  const { claim, room, submissionId } = await aSubmitted()
  await say(jonas, submissionId, 'returned', 'Ask the treasury.')
  await room.edit(lena, (doc) => textOf(doc, 'short-answer', claim.id).insert(0, 'In short: '))
  expect(await approve(jonas, await ask(room, claim))).toMatchObject({ publication: { version: 1 } })
})

test('a desk that wants two approvals publishes with the second', async () => {
  const desk = await aDesk({ approvalsNeeded: 2 })
  const [author, one, two] = [
    await onDesk('reviewer', desk),
    await onDesk('editor', desk),
    await onDesk('admin', desk),
  ]
  const { claim, submissionId } = await aSubmitted(author)
  expect(await approve(one, submissionId)).toEqual({ publication: null })
  expect(await refusalOf(approve(one, submissionId))).toBe('decided-by-you')
  expect(await approve(two, submissionId)).toMatchObject({ publication: { version: 1 } })
  const [row] = await publicationsOf(claim)
  expect(row?.content.approvedBy).toEqual([one.name, two.name])
})

test('a published claim is corrected by kind and note only', async () => {
  const { claim, room, submissionId } = await aSubmitted()
  await approve(jonas, submissionId)
  expect(await refusalOf(ask(room, claim, lena, 'typo'))).toBe('nothing-changed')
  await room.edit(lena, (doc) => textOf(doc, 'statement', claim.id).insert(0, 'So far, '))
  expect(await refusalOf(ask(room, claim, lena, 'first'))).toBe('correction-needs-kind')
  expect(await approve(jonas, await ask(room, claim, lena, 'typo'))).toMatchObject({
    publication: { version: 2 },
  })
})

test('a changed verdict cannot be published as a typing error', async () => {
  const { claim, room, submissionId } = await aSubmitted()
  await approve(jonas, submissionId)
  await room.edit(lena, (doc) => setVerdict(doc, claim, 'false'))
  expect(await refusalOf(ask(room, claim, lena, 'typo'))).toBe('verdict-changed')
})

test('a version keeps its number and its words when the next one is published', async () => {
  const { claim, room, submissionId } = await aSubmitted()
  await approve(jonas, submissionId)
  const [before] = await publicationsOf(claim)
  await room.edit(lena, (doc) => setVerdict(doc, claim, 'false'))
  await approve(jonas, await ask(room, claim, lena, 'verdict-change'))
  const [first, second] = await publicationsOf(claim)
  expect(first).toEqual(before)
  expect(second).toMatchObject({ number: before?.number, version: 2, kind: 'verdict-change' })
})

test.each([
  ['publications', publications],
  ['log entries', logEntries],
  ['reviews', reviews],
  ['revisions', revisions],
  ['room updates', roomUpdates],
])('%s cannot be removed', async (_, table) => {
  await approve(jonas, (await aSubmitted()).submissionId)
  await expect(db.delete(table)).rejects.toMatchObject({
    cause: { message: expect.stringContaining('only added') },
  })
})

test('a publication cannot be changed', async () => {
  await approve(jonas, (await aSubmitted()).submissionId)
  await expect(db.update(publications).set({ publicNote: 'x' })).rejects.toMatchObject({
    cause: { code: '23001' },
  })
})

test('a restore, which says that it may, removes rows', async () => {
  const desk = await aDesk()
  const [author, editor] = [await onDesk('reviewer', desk), await onDesk('editor', desk)]
  const { submissionId } = await aSubmitted(author)
  await say(editor, submissionId, 'returned', 'Not yet.')
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local proofroom.may_remove = 'on'`)
    await tx.delete(reviews).where(eq(reviews.submissionId, submissionId))
  })
  expect(await db.select().from(reviews).where(eq(reviews.submissionId, submissionId))).toEqual([])
})
