import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { claims } from '../../db/schema'
import { removeArticle } from '../../server/deleted/remove-article'
import { decide } from '../../server/review/decide'
import { readStages } from '../../server/review/read-stages'
import { stopRelease } from '../../server/review/release/stop-release'
import { submit } from '../../server/review/submit'
import { setVerdict } from '../../server/room/doc/claim-values'
import { textOf } from '../../server/room/doc/room-doc'
import { rebuildProjection } from '../../server/room/kept/project-claims'
import { readClock } from '../../server/statistics/read-clock'
import { freshDatabase } from '../database'
import { aClaim, aDesk, aRoomWith, onDesk } from '../newsroom'

const db = await freshDatabase()

async function aDeskAtWork() {
  const desk = await aDesk({ timeZone: 'UTC' })
  const [lena, jonas] = [await onDesk('reviewer', desk), await onDesk('editor', desk)]
  const claim = aClaim({ verdict: null })
  return { lena, jonas, claim, room: await aRoomWith([claim], lena) }
}

test('a claim that was only marked has no later time', async () => {
  const before = new Date()
  const { lena, claim } = await aDeskAtWork()
  const clock = await readClock(claim.id, lena)
  expect(clock).toMatchObject({
    claimId: claim.id,
    first: { rated: null, submitted: null, decided: null, published: null },
    corrected: null,
  })
  // By the server's clock, not by what the browser said (6 March).
  expect(clock?.first.marked?.getTime()).toBeGreaterThanOrEqual(before.getTime() - 1_000)
})

test('a claim’s steps have the times of their rows, and the first verdict stays the first', async () => {
  const { lena, jonas, room, claim } = await aDeskAtWork()
  await room.edit(lena, (doc) => setVerdict(doc, { id: claim.id, verdict: null }, 'false'))
  const rated = (await readClock(claim.id, lena))?.first.rated
  await room.edit(lena, (doc) => setVerdict(doc, { id: claim.id, verdict: 'false' }, 'misleading'))
  await room.edit(lena, (doc) => textOf(doc, 'statement', claim.id).insert(0, 'So, '))
  expect(rated).toBeInstanceOf(Date)
  const asked = { claimId: claim.id, hash: await room.hashOf(claim.id) }
  const { submissionId } = await submit({ ...asked, member: lena, kind: 'first', publicNote: '' })
  await decide({ member: jonas, submissionId, decision: 'approved', note: '' })
  const clock = await readClock(claim.id, lena)
  expect(clock?.first.rated).toEqual(rated)
  const { marked, submitted, decided, published } = clock?.first ?? {}
  const times = [marked, rated, submitted, decided, published].map((at) => at?.getTime() ?? 0)
  expect(times).toEqual(times.toSorted((one, other) => one - other))
  expect(times).not.toContain(0)
  expect(clock?.corrected).toBeNull()
})

test('the times are the same when the tables are made anew', async () => {
  const { lena, room, claim } = await aDeskAtWork()
  await room.edit(lena, (doc) => setVerdict(doc, { id: claim.id, verdict: null }, 'true'))
  const live = await readClock(claim.id, lena)
  await db.update(claims).set({ begunAt: null, ratedAt: null }).where(eq(claims.articleId, room.articleId))
  await rebuildProjection(room.articleId)
  expect(await readClock(claim.id, lena)).toEqual(live)
})

test('another desk’s claims have no clock here', async () => {
  const [{ lena }, { claim }] = [await aDeskAtWork(), await aDeskAtWork()]
  expect(await readClock(claim.id, lena)).toBeNull()
})

test('a claim whose release was stopped is decided on by that, and no earlier', async () => {
  const { lena, jonas } = await aDeskAtWork()
  const claim = aClaim()
  const room = await aRoomWith([claim], lena)
  const asked = { claimId: claim.id, hash: await room.hashOf(claim.id) }
  const { submissionId } = await submit({ ...asked, member: lena, kind: 'first', publicNote: '' })
  const publishAt = new Date(Date.now() + 86_400_000).toISOString().slice(0, 16)
  await decide({ member: jonas, submissionId, decision: 'approved', note: '', publishAt })
  const approved = (await readClock(claim.id, lena))?.last.decided
  await stopRelease({ member: jonas, submissionId, note: 'Not yet.' })
  const stopped = await readClock(claim.id, lena)
  expect(stopped?.first.decided).toEqual(approved)
  expect(stopped?.last.decided?.getTime()).toBeGreaterThan(approved?.getTime() ?? 0)
  expect(await readStages(room.articleId, lena)).toMatchObject([
    { stage: 'returned', returned: { at: stopped?.last.decided } },
  ])
})

test('the claims of a deleted article have no clock', async () => {
  const { lena, jonas, room, claim } = await aDeskAtWork()
  await removeArticle({ member: jonas, articleId: room.articleId })
  expect(await readClock(claim.id, lena)).toBeNull()
})
