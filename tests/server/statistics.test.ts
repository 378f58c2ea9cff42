import { expect, test } from 'vitest'
import { removeArticle } from '../../server/deleted/remove-article'
import { limitArticle } from '../../server/limit/change-limit'
import { decide } from '../../server/review/decide'
import { readStages } from '../../server/review/read-stages'
import { submit } from '../../server/review/submit'
import { withdraw } from '../../server/review/withdraw'
import { deleteClaim } from '../../server/room/doc/marks'
import { textOf } from '../../server/room/doc/room-doc'
import { readStatistics } from '../../server/statistics/read-statistics'
import { freshDatabase } from '../database'
import { aClaim, aDesk, aRoomWith, onDesk } from '../newsroom'

await freshDatabase()

async function aBusyDesk() {
  const desk = await aDesk()
  const [lena, jonas] = [await onDesk('reviewer', desk), await onDesk('editor', desk)]
  const claims = Array.from({ length: 8 }, () => aClaim())
  const unready = aClaim({ verdict: null })
  const room = await aRoomWith([...claims, unready], lena)
  const ask = async (id: string) => {
    const asked = { claimId: id, hash: await room.hashOf(id), kind: 'first', publicNote: '' } as const
    return (await submit({ member: lena, ...asked })).submissionId
  }
  const say = (submissionId: string, decision: 'approved' | 'returned') =>
    decide({ member: jonas, submissionId, decision, note: 'Ask the treasury.' })
  const [waiting, returned, published, changed, withdrawn, mended, gone] = claims.map(({ id }) => id)
  const write = (id: string) => room.edit(lena, (doc) => textOf(doc, 'statement', id).insert(0, 'So, '))
  await ask(waiting ?? '')
  await say(await ask(returned ?? ''), 'returned')
  await say(await ask(published ?? ''), 'approved')
  await say(await ask(changed ?? ''), 'approved')
  await write(changed ?? '')
  await withdraw({ member: lena, submissionId: await ask(withdrawn ?? '') })
  await say(await ask(mended ?? ''), 'returned')
  await write(mended ?? '')
  await room.edit(lena, (doc) => deleteClaim(doc, gone ?? '', new Date().toISOString()))
  return { desk, lena, jonas, room, waiting }
}

test('claims are counted at the stages that the lists show', async () => {
  const { lena, room } = await aBusyDesk()
  const { stages } = await readStatistics(lena)
  const shown = await readStages(room.articleId, lena)
  for (const { stage, claims } of stages)
    expect([stage, claims]).toEqual([stage, shown.filter((claim) => claim.stage === stage).length])
  expect(stages.reduce((sum, { claims }) => sum + claims, 0)).toBe(8)
  expect(stages.find(({ stage }) => stage === 'to-check')?.oldest).toBeInstanceOf(Date)
})

test('who waits for a decision is named with since when', async () => {
  const { lena, waiting } = await aBusyDesk()
  const statistics = await readStatistics(lena)
  expect(statistics.waiting.count).toBe(1)
  expect(statistics.waiting.longest).toMatchObject([
    { claimId: waiting, submitter: lena.name, since: expect.any(Date) },
  ])
})

test('weeks without a publication are there, too', async () => {
  const { lena } = await aBusyDesk()
  const { weeks } = await readStatistics(lena)
  expect(weeks).toHaveLength(12)
  expect(weeks.at(-1)).toMatchObject({ first: 2, corrections: 0 })
  expect(weeks[0]).toMatchObject({ first: 0, corrections: 0 })
})

test('each step has its times, in order', async () => {
  const { lena } = await aBusyDesk()
  const { steps } = await readStatistics(lena)
  expect(steps.map(({ step, claims }) => [step, claims])).toEqual([
    ['rated', 7],
    ['submitted', 6],
    ['decided', 4],
    ['published', 2],
  ])
  for (const { quarter, half, threeQuarters } of steps) {
    expect(half).toBeGreaterThanOrEqual(quarter)
    expect(threeQuarters).toBeGreaterThanOrEqual(half)
  }
})

test('what another desk does, and what was deleted, counts nothing here', async () => {
  const { jonas, lena } = await aBusyDesk()
  const empty = await readStatistics(await onDesk('observer', await aDesk()))
  expect(empty.stages.every(({ claims }) => claims === 0)).toBe(true)
  expect([empty.waiting, empty.steps]).toEqual([{ count: 0, longest: [] }, []])
  const before = await readStatistics(lena)
  const { articleId } = await aRoomWith([aClaim()], lena)
  await removeArticle({ member: jonas, articleId })
  expect((await readStatistics(lena)).stages).toEqual(before.stages)
})

test('what an article is limited from counts nothing for them, also for an admin; what is published is public', async () => {
  const { desk, lena, jonas, room } = await aBusyDesk()
  const [maren, observer] = [await onDesk('admin', desk), await onDesk('observer', desk)]
  const before = await readStatistics(lena)
  const { articleId } = room
  await limitArticle({ member: jonas, articleId, was: null, members: [lena.id, jonas.id] })
  for (const member of [maren, observer]) {
    const { stages, waiting, steps, weeks } = await readStatistics(member)
    expect(stages.filter(({ claims, oldest }) => claims > 0 || oldest)).toEqual([])
    expect([waiting, steps]).toEqual([{ count: 0, longest: [] }, []])
    expect(weeks.at(-1)).toMatchObject({ first: 2 })
  }
  const { stages, waiting, steps } = await readStatistics(lena)
  expect([stages, waiting, steps]).toEqual([before.stages, before.waiting, before.steps])
})
