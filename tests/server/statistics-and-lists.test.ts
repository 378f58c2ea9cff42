import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { desks, members } from '../../db/schema'
import type { Stage } from '../../db/vocabulary'
import { readArticles } from '../../server/article/list/read-articles'
import type { Claim } from '../../server/claim/claim'
import type { Member } from '../../server/member/member'
import { type ApprovalRule, neededUnder } from '../../server/member/settings/approval-rule'
import { decide } from '../../server/review/decide'
import { readQueue } from '../../server/review/queue/read-queue'
import { readStages } from '../../server/review/read-stages'
import { publishDue } from '../../server/review/release/publish-due'
import { stopRelease } from '../../server/review/release/stop-release'
import { submit } from '../../server/review/submit'
import { deleteClaim } from '../../server/room/doc/marks'
import { readStatistics } from '../../server/statistics/read-statistics'
import { freshDatabase } from '../database'
import { aClaim, aDesk, aRoomWith, onDesk } from '../newsroom'

const db = await freshDatabase()
const later = new Date(Date.now() + 86_400_000).toISOString().slice(0, 16)

/** A desk under a rule, with a room in which Lena wrote these claims, and what its people do to them. */
async function aDeskUnder(rule: ApprovalRule, claims: Claim[] = [aClaim()]) {
  const desk = await aDesk({ timeZone: 'UTC', ...neededUnder(rule) })
  const lena = await onDesk('reviewer', desk)
  const [ruth, jonas] = [await onDesk('editor', desk), await onDesk('editor', desk)]
  const room = await aRoomWith(claims, lena)
  const [claimId = ''] = claims.map(({ id }) => id)
  const ask = async (id = claimId) => {
    const asked = { claimId: id, hash: await room.hashOf(id), kind: 'first', publicNote: '' } as const
    return (await submit({ member: lena, ...asked })).submissionId
  }
  const say = (
    member: Member,
    submissionId: string,
    decision: 'approved' | 'returned',
    publishAt: string | null = null,
  ) => decide({ member, submissionId, decision, note: 'Ask the treasury.', publishAt })
  return { desk, lena, ruth, jonas, room, claimId, ask, say }
}

/** Holds what the statistics say against the claims of the article, the desk's list and the queue. */
async function expectOneAccount({ lena, room }: Awaited<ReturnType<typeof aDeskUnder>>, stage: Stage) {
  const statistics = await readStatistics(lena)
  const shown = await readStages(room.articleId, lena)
  const { articles } = await readArticles(lena, { filter: {}, page: 1 })
  const { waiting, ownEdits, others } = await readQueue(lena)
  const open = [...waiting, ...ownEdits, ...others].map(({ claimId }) => claimId).toSorted()

  const counted = Object.fromEntries(
    statistics.stages.flatMap(({ stage, claims }) => (claims ? [[stage, claims]] : [])),
  )
  expect(counted[stage]).toBe(1)
  expect(counted).toEqual(articles[0]?.stages)
  for (const { stage, claims } of statistics.stages)
    expect([stage, claims]).toEqual([stage, shown.filter((claim) => claim.stage === stage).length])
  expect(statistics.waiting.count).toBe(open.length)
  expect(statistics.waiting.longest.map(({ claimId }) => claimId).toSorted()).toEqual(open)
  return statistics
}

test('one return among three who vote leaves a claim in review, and waiting', async () => {
  const desk = await aDeskUnder('vote')
  await desk.say(desk.ruth, await desk.ask(), 'returned')
  const { waiting } = await expectOneAccount(desk, 'in-review')
  expect(waiting.count).toBe(1)
})

test('what is approved for later is in review, and waits for nobody', async () => {
  const desk = await aDeskUnder('one')
  await desk.say(desk.ruth, await desk.ask(), 'approved', later)
  const { waiting } = await expectOneAccount(desk, 'in-review')
  expect(waiting).toEqual({ count: 0, longest: [] })
})

test('a release that was stopped is counted as returned', async () => {
  const desk = await aDeskUnder('one')
  const submissionId = await desk.ask()
  await desk.say(desk.ruth, submissionId, 'approved', later)
  await stopRelease({ member: desk.jonas, submissionId, note: 'Not yet.' })
  await expectOneAccount(desk, 'returned')
})

test('a release that was held, as its editor is one no longer, is counted as returned', async () => {
  const desk = await aDeskUnder('one')
  const submissionId = await desk.ask()
  await desk.say(desk.ruth, submissionId, 'approved', later)
  await db.update(members).set({ role: 'reviewer' }).where(eq(members.id, desk.ruth.id))
  await publishDue(new Date(Date.now() + 2 * 86_400_000))
  await expectOneAccount(desk, 'returned')
})

test('a submission keeps the rule it was made under, whatever the desk’s is by now', async () => {
  const desk = await aDeskUnder('two')
  await desk.say(desk.ruth, await desk.ask(), 'approved')
  await db.update(desks).set(neededUnder('one')).where(eq(desks.id, desk.desk.id))
  const { waiting } = await expectOneAccount(desk, 'in-review')
  expect(waiting.count).toBe(1)
})

test('a deleted claim is counted nowhere and waits for nobody', async () => {
  const [kept, gone] = [aClaim(), aClaim()]
  const desk = await aDeskUnder('one', [kept, gone])
  await desk.ask(kept.id)
  await desk.ask(gone.id)
  await desk.room.edit(desk.lena, (doc) => deleteClaim(doc, gone.id, new Date().toISOString()))
  const { waiting } = await expectOneAccount(desk, 'in-review')
  expect(waiting.longest.map(({ claimId }) => claimId)).toEqual([kept.id])
})
