import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { claims, desks, submissions } from '../../db/schema'
import { canonicalHash } from '../../server/canonical-hash'
import type { Claim } from '../../server/claim/claim'
import type { Member } from '../../server/member/member'
import { submit } from '../../server/review/submit'
import { withdraw } from '../../server/review/withdraw'
import { setValue, setVerdict } from '../../server/room/doc/claim-values'
import { claimIndex, textOf } from '../../server/room/doc/room-doc'
import { freshDatabase } from '../database'
import { aClaim, aDesk, aRoomWith, aSource, onDesk, type Room, refusalOf } from '../newsroom'

const db = await freshDatabase()
const lena = await onDesk('reviewer')

const ask = async (room: Room, claim: Claim, member: Member = lena) =>
  submit({ member, claimId: claim.id, hash: await room.hashOf(claim.id), kind: 'first', publicNote: '' })

async function aReadyClaim(parts: Partial<Claim> = {}) {
  const claim = aClaim(parts)
  return { claim, room: await aRoomWith([claim], lena) }
}

const readSubmissions = (claim: Claim) =>
  db.select().from(submissions).where(eq(submissions.claimId, claim.id)).orderBy(submissions.submittedAt)

test('a submission keeps the claim frozen, with the hash of what it keeps', async () => {
  const { claim, room } = await aReadyClaim({ topics: ['dams'] })
  await ask(room, claim)
  const [row] = await readSubmissions(claim)
  expect(row).toMatchObject({
    frozen: { statement: claim.statement, verdict: 'misleading' },
    topics: ['dams'],
  })
  expect(row?.hash).toBe(canonicalHash(row?.frozen))
})

test('an edit after submitting does not reach the frozen copy', async () => {
  const { claim, room } = await aReadyClaim()
  await ask(room, claim)
  await room.edit(lena, (doc) => textOf(doc, 'statement', claim.id).insert(0, 'Not so. '))
  const [row] = await readSubmissions(claim)
  expect(row?.frozen.statement).toBe(claim.statement)
})

test('what the submitter saw must be what the database holds', async () => {
  const { claim, room } = await aReadyClaim()
  const seen = await room.hashOf(claim.id)
  await room.edit(await onDesk('reviewer'), (doc) => textOf(doc, 'statement', claim.id).insert(0, 'Not so. '))
  const act = submit({ member: lena, claimId: claim.id, hash: seen, kind: 'first', publicNote: '' })
  expect(await refusalOf(act)).toBe('text-changed')
  expect(await readSubmissions(claim)).toEqual([])
})

test('a claim that is not ready is refused with the rule’s reason', async () => {
  const { claim, room } = await aReadyClaim({ sources: [aSource()] })
  expect(await refusalOf(ask(room, claim))).toBe('too-few-sources')
})

test('the desk says how many sources are needed', async () => {
  const desk = await aDesk({ sourcesNeeded: 3 })
  const member = await onDesk('reviewer', desk)
  const claim = aClaim()
  const room = await aRoomWith([claim], member)
  expect(await refusalOf(ask(room, claim, member))).toBe('too-few-sources')
  await db.update(desks).set({ sourcesNeeded: 2 }).where(eq(desks.id, desk.id))
  expect(await ask(room, claim, member)).toMatchObject({ submissionId: expect.any(String) })
})

test('a quote of a revision that the article does not have is refused', async () => {
  const { claim, room } = await aReadyClaim({ revision: 'f'.repeat(64) })
  expect(await refusalOf(ask(room, claim))).toBe('quote-gone')
})

test('observers do not submit', async () => {
  const { claim, room } = await aReadyClaim()
  expect(await refusalOf(ask(room, claim, await onDesk('observer')))).toBe('role-too-low')
})

test('to a member of another desk the claim is not there', async () => {
  const { claim, room } = await aReadyClaim()
  const stranger = await onDesk('admin', await aDesk())
  expect(await refusalOf(ask(room, claim, stranger))).toBe('claim-unknown')
})

test('a claim that nobody marked is unknown', async () => {
  const { room } = await aReadyClaim()
  expect(await refusalOf(ask(room, aClaim()))).toBe('claim-unknown')
})

test('the authors are the submitter and everybody who wrote in the claim', async () => {
  const { claim, room } = await aReadyClaim()
  const [tomas, ruth] = [await onDesk('reviewer'), await onDesk('reviewer')]
  await room.edit(tomas, (doc) => setValue(doc, claim.id, 'speaker', 'Her office'))
  await ask(room, claim, ruth)
  const [row] = await readSubmissions(claim)
  expect(new Set(row?.authors)).toEqual(new Set([lena.id, tomas.id, ruth.id]))
})

test('who wrote only in another claim of the room is not an author', async () => {
  const [claim, other] = [aClaim(), aClaim()]
  const room = await aRoomWith([claim, other], lena)
  const tomas = await onDesk('reviewer')
  await room.edit(tomas, (doc) => setVerdict(doc, other, 'true'))
  await ask(room, claim)
  const [row] = await readSubmissions(claim)
  expect(row?.authors).toEqual([lena.id])
})

test('the same words are not submitted twice', async () => {
  const { claim, room } = await aReadyClaim()
  await ask(room, claim)
  expect(await refusalOf(ask(room, claim, await onDesk('reviewer')))).toBe('already-submitted')
})

test('two people who submit at once make one submission', async () => {
  const { claim, room } = await aReadyClaim()
  const tomas = await onDesk('reviewer')
  const outcomes = await Promise.allSettled([ask(room, claim), ask(room, claim, tomas)])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await readSubmissions(claim)).toHaveLength(1)
})

test('changed words may be submitted while the earlier ones wait', async () => {
  const { claim, room } = await aReadyClaim()
  await ask(room, claim)
  await room.edit(lena, (doc) => setVerdict(doc, claim, 'false'))
  await ask(room, claim)
  expect(await readSubmissions(claim)).toHaveLength(2)
})

test('a first submission has nothing to correct', async () => {
  const { claim, room } = await aReadyClaim()
  const hash = await room.hashOf(claim.id)
  const act = submit({ member: lena, claimId: claim.id, hash, kind: 'factual', publicNote: 'Wrong.' })
  expect(await refusalOf(act)).toBe('nothing-to-correct')
})

test('the submitter takes a submission back and may submit again', async () => {
  const { claim, room } = await aReadyClaim()
  const { submissionId } = await ask(room, claim)
  await withdraw({ member: lena, submissionId })
  await ask(room, claim)
  const rows = await readSubmissions(claim)
  expect(rows.map(({ withdrawnAt }) => withdrawnAt !== null)).toEqual([true, false])
})

test('nobody else takes it back', async () => {
  const { claim, room } = await aReadyClaim()
  const { submissionId } = await ask(room, claim)
  expect(await refusalOf(withdraw({ member: await onDesk('admin'), submissionId }))).toBe('not-the-submitter')
})

test('to a member of another desk there is nothing to take back', async () => {
  const { claim, room } = await aReadyClaim()
  const { submissionId } = await ask(room, claim)
  const stranger = await onDesk('admin', await aDesk())
  expect(await refusalOf(withdraw({ member: stranger, submissionId }))).toBe('submission-unknown')
})

test('a superseded submission does not come back when the newer one is withdrawn', async () => {
  const { claim, room } = await aReadyClaim()
  const { submissionId: first } = await ask(room, claim)
  await room.edit(lena, (doc) => setVerdict(doc, claim, 'false'))
  const { submissionId: second } = await ask(room, claim)
  await withdraw({ member: lena, submissionId: second })
  expect(await refusalOf(withdraw({ member: lena, submissionId: first }))).toBe('submission-superseded')
})

test('a submission keeps its words: the database refuses to change them', async () => {
  const { claim, room } = await aReadyClaim()
  const { submissionId } = await ask(room, claim)
  const change = db.update(submissions).set({ hash: 'another' }).where(eq(submissions.id, submissionId))
  await expect(change).rejects.toMatchObject({ cause: { message: 'a submission keeps its words' } })
})

test('a text that the database cannot keep as it is is refused with the name of its part', async () => {
  const { claim, room } = await aReadyClaim()
  await room.edit(lena, (doc) => textOf(doc, 'statement', claim.id).insert(0, 'Not\0so. '))
  expect(await refusalOf(ask(room, claim))).toBe('claim-damaged')
})

test('a claim that was submitted is never another article’s, whatever its room does', async () => {
  const { claim, room } = await aReadyClaim()
  await ask(room, claim)
  await room.edit(lena, (doc) => claimIndex(doc).delete(claim.id))
  const rowOf = async () => (await db.select().from(claims).where(eq(claims.id, claim.id)))[0]
  expect(await rowOf()).toMatchObject({ articleId: room.articleId, isDeleted: true })

  const other = await aRoomWith([claim], lena)
  expect((await rowOf())?.articleId).toBe(room.articleId)
  expect(await refusalOf(ask(other, claim))).toBe('claim-unknown')
})

test('a claim’s id that came to another article cannot be submitted from there', async () => {
  const { claim, room } = await aReadyClaim()
  await ask(room, claim)
  const other = await aRoomWith([aClaim()], lena)
  await db.update(claims).set({ articleId: other.articleId }).where(eq(claims.id, claim.id))
  expect(await refusalOf(ask(room, claim))).toBe('claim-unknown')
})
