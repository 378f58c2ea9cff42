import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { claims } from '../../db/schema'
import { readClocks, readClocksOf } from '../../server/figures/read-clocks'
import { decide } from '../../server/review/decide'
import { submit } from '../../server/review/submit'
import { setVerdict } from '../../server/room/doc/claim-values'
import { textOf } from '../../server/room/doc/room-doc'
import { rebuildProjection } from '../../server/room/kept/project-claims'
import { freshDatabase } from '../database'
import { aClaim, aDesk, aRoomWith, onDesk } from '../newsroom'

const db = await freshDatabase()

async function aDeskAtWork() {
  const desk = await aDesk()
  const [lena, jonas] = [await onDesk('reviewer', desk), await onDesk('editor', desk)]
  const claim = aClaim({ verdict: null })
  return { lena, jonas, claim, room: await aRoomWith([claim], lena) }
}

test('a claim that was only marked has no later time', async () => {
  const before = new Date()
  const { lena, room, claim } = await aDeskAtWork()
  const [clock] = await readClocks(room.articleId, lena)
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
  const rated = (await readClocks(room.articleId, lena))[0]?.first.rated
  await room.edit(lena, (doc) => setVerdict(doc, { id: claim.id, verdict: 'false' }, 'misleading'))
  await room.edit(lena, (doc) => textOf(doc, 'statement', claim.id).insert(0, 'So, '))
  expect(rated).toBeInstanceOf(Date)
  const asked = { claimId: claim.id, hash: await room.hashOf(claim.id) }
  const { submissionId } = await submit({ ...asked, member: lena, kind: 'first', publicNote: '' })
  await decide({ member: jonas, submissionId, decision: 'approved', note: '' })
  const [clock] = await readClocksOf([claim.id], lena)
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
  const live = await readClocks(room.articleId, lena)
  await db.update(claims).set({ begunAt: null, ratedAt: null }).where(eq(claims.articleId, room.articleId))
  await rebuildProjection(room.articleId)
  expect(await readClocks(room.articleId, lena)).toEqual(live)
})

test('another desk’s claims have no clock here', async () => {
  const [{ lena }, { room, claim }] = [await aDeskAtWork(), await aDeskAtWork()]
  expect(await readClocks(room.articleId, lena)).toEqual([])
  expect(await readClocksOf([claim.id], lena)).toEqual([])
})
