import { eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { desks } from '../../db/schema'
import type { Decision } from '../../db/vocabulary'
import { assign } from '../../server/assignment/assign'
import { readAssignments } from '../../server/assignment/read-assignments'
import type { Claim } from '../../server/claim/claim'
import { putUnderReview } from '../../server/publication/under-review/put-under-review'
import { decide } from '../../server/review/decide'
import { textOf } from '../../server/room/doc/room-doc'
import { rebuildProjection } from '../../server/room/kept/project-claims'
import { readRoomClaims } from '../../server/room/kept/read-room'
import { writeInRoom } from '../../server/room/live/write-in-room'
import { freshDatabase } from '../database'
import { aClaim } from '../newsroom'
import { aNewsroom, type Newsroom, submitted } from '../publishing'
import { writeClaim } from '../write-claim'

const db = await freshDatabase()

/** A claim in the room of an article, which Ruth can give to Lena. */
async function aClaimAtWork() {
  const newsroom = await aNewsroom()
  const { author: lena, editor: ruth, article, desk } = newsroom
  const claim = aClaim()
  await writeInRoom(article.id, lena, (doc) => writeClaim(doc, claim, article.text))
  const give = (said: { terms?: Parameters<typeof assign>[0]['terms']; note?: string }) =>
    assign({
      ...{ id: uuid(), articleId: article.id, claimId: claim.id, seen: null, terms: null, note: '' },
      ...{ member: ruth, to: lena.id, ...said },
    })
  const now = async () =>
    (await readAssignments(article.id, lena)).find(({ claimId }) => claimId === claim.id)
  return { newsroom, desk, lena, ruth, claim, give, now }
}

const hoursTo = (time: Date | null | undefined) => ((time?.getTime() ?? 0) - Date.now()) / 3_600_000

test('the desk’s hours are counted anew when a claim is returned, and end with its publication', async () => {
  const { desk, lena, ruth, newsroom, claim, give, now } = await aClaimAtWork()
  await db
    .update(desks)
    .set({ hoursToCheck: 1, hoursReturned: 48, hoursChanged: 8 })
    .where(eq(desks.id, desk.id))
  await give({ note: 'Ask the ministry.' })
  const decideNow = async (decision: Decision) => {
    const { id: submissionId } = await submitted(newsroom, claim)
    await decide({ member: ruth, submissionId, decision, note: 'Which year?' })
  }
  await decideNow('returned')
  expect(await now()).toMatchObject({ to: { id: lena.id }, by: { id: ruth.id }, note: 'Ask the ministry.' })
  expect(hoursTo((await now())?.dueAt)).toBeGreaterThan(47.9)
  await decideNow('approved')
  expect(await now()).toMatchObject({ to: { id: lena.id }, dueAt: null })
  await putUnderReview({ member: ruth, claimId: claim.id, version: 1, line: 'A reader disagrees.' })
  expect(hoursTo((await now())?.dueAt)).toBeGreaterThan(7.9)
})

test('a due time that an editor named stays when the claim is returned', async () => {
  const { desk, ruth, newsroom, claim, give, now } = await aClaimAtWork()
  await db.update(desks).set({ hoursReturned: 48 }).where(eq(desks.id, desk.id))
  await give({ terms: { due: '2026-12-01', priority: 'normal' } })
  const { id: submissionId } = await submitted(newsroom, claim)
  await decide({ member: ruth, submissionId, decision: 'returned', note: 'Which year?' })
  expect((await now())?.dueAt).toEqual(new Date('2026-12-01T22:59:00Z'))
})

test('the desk’s hours begin anew when the words of a published claim change, once, and end when they are back', async () => {
  const { desk, lena, newsroom, claim, give, now } = await aClaimAtWork()
  await db.update(desks).set({ hoursToCheck: 1, hoursChanged: 8 }).where(eq(desks.id, desk.id))
  await give({ note: 'Ask the ministry.' })
  await publishNow(newsroom, claim)
  expect(await now()).toMatchObject({ dueAt: null })

  await write(newsroom, claim, 'It is not.')
  const changed = await now()
  expect(changed).toMatchObject({ to: { id: lena.id }, by: { id: lena.id }, note: 'Ask the ministry.' })
  expect(hoursTo(changed?.dueAt)).toBeGreaterThan(7.9)
  await write(newsroom, claim, 'It is not, either.')
  await rebuildProjection(newsroom.article.id)
  expect(await now()).toMatchObject({ id: changed?.id, dueAt: changed?.dueAt })

  await write(newsroom, claim, claim.shortAnswer)
  expect(await now()).toMatchObject({ to: { id: lena.id }, dueAt: null })
})

test('a due time that an editor named stays when the words of a published claim change', async () => {
  const { desk, newsroom, claim, give, now } = await aClaimAtWork()
  await db.update(desks).set({ hoursChanged: 8 }).where(eq(desks.id, desk.id))
  await give({ terms: { due: '2026-12-01', priority: 'normal' } })
  await publishNow(newsroom, claim)
  await write(newsroom, claim, 'It is not.')
  expect((await now())?.dueAt).toEqual(new Date('2026-12-01T22:59:00Z'))
})

test('the desk’s hours begin with the publication where the words changed while they waited for it', async () => {
  const { desk, newsroom, claim, give, now } = await aClaimAtWork()
  await db.update(desks).set({ hoursChanged: 8 }).where(eq(desks.id, desk.id))
  await give({})
  await publishNow(newsroom, claim, () => write(newsroom, claim, 'It is not.'))
  expect(hoursTo((await now())?.dueAt)).toBeGreaterThan(7.9)
})

/** Publishes the claim in the words that the room has when it is submitted. */
async function publishNow(newsroom: Newsroom, claim: Claim, meanwhile = async () => {}) {
  const inRoom = (await readRoomClaims(newsroom.article.id)).find(({ id }) => id === claim.id)
  if (!inRoom) throw new Error('the claim is not in its room')
  const { id: submissionId } = await submitted(newsroom, inRoom)
  await meanwhile()
  await decide({ member: newsroom.editor, submissionId, decision: 'approved', note: '' })
}

/** Lena gives the claim another short answer in the room. */
const write = ({ article, author }: Newsroom, { id }: Claim, words: string) =>
  writeInRoom(article.id, author, (doc) => {
    const text = textOf(doc, 'short-answer', id)
    text.delete(0, text.length)
    text.insert(0, words)
  })
