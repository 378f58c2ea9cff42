import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { changeCheckList } from '../../server/check-list/change-check-list'
import type { Member } from '../../server/member/member'
import { approveSeveral } from '../../server/review/approval/decide-several'
import { keepOpening } from '../../server/review/approval/keep-opening'
import { decide } from '../../server/review/decide'
import { readQueue } from '../../server/review/queue/read-queue'
import { submit } from '../../server/review/submit'
import { textOf } from '../../server/room/doc/room-doc'
import { createCaller } from '../../server/router'
import { freshDatabase } from '../database'
import { aClaim, aDesk, aRoomWith, onDesk, refusalOf } from '../newsroom'

await freshDatabase()

/** A desk on which Lena has submitted this many claims of one article. */
async function aDeskWith(count: number) {
  const desk = await aDesk()
  const [lena, ruth, jonas] = [
    await onDesk('reviewer', desk),
    await onDesk('editor', desk),
    await onDesk('editor', desk),
  ]
  const claims = Array.from({ length: count }, () => aClaim())
  const room = await aRoomWith(claims, lena)
  const ids: string[] = []
  for (const { id } of claims)
    ids.push(
      (
        await submit({
          member: lena,
          claimId: id,
          hash: await room.hashOf(id),
          kind: 'first',
          publicNote: '',
        })
      ).submissionId,
    )
  return { desk, lena, ruth, jonas, claims, room, ids }
}

async function openAll(member: Member, ids: string[]) {
  for (const submissionId of ids) await keepOpening({ member, submissionId })
}

const codes = (outcomes: Awaited<ReturnType<typeof approveSeveral>>) =>
  outcomes.map(({ refusal }) => refusal?.code ?? 'approved')

test('an editor approves at once what they have opened', async () => {
  const { ruth, ids } = await aDeskWith(3)
  await openAll(ruth, ids)
  const outcomes = await approveSeveral({ member: ruth, submissionIds: ids })
  expect(codes(outcomes)).toEqual(['approved', 'approved', 'approved'])
  expect(outcomes.map(({ publication }) => publication?.version)).toEqual([1, 1, 1])
  expect((await readQueue(ruth)).waiting).toEqual([])
})

test('what this editor has not opened is refused, whoever else has', async () => {
  const { ruth, jonas, ids } = await aDeskWith(2)
  await openAll(jonas, ids)
  await openAll(ruth, ids.slice(0, 1))
  const outcomes = await approveSeveral({ member: ruth, submissionIds: ids })
  expect(codes(outcomes)).toEqual(['approved', 'submission-not-opened'])
})

test('what is wrong with one keeps no other back', async () => {
  const { ruth, jonas, room, claims, ids } = await aDeskWith(3)
  await openAll(ruth, ids)
  await decide({ member: jonas, submissionId: ids[0] ?? '', decision: 'approved', note: '' })
  await room.edit(ruth, (doc) => textOf(doc, 'statement', claims[1]?.id ?? '').insert(0, 'So, '))
  const outcomes = await approveSeveral({ member: ruth, submissionIds: ids })
  expect(codes(outcomes)).toEqual(['already-decided', 'own-edits', 'approved'])
})

test('the desk’s check-list holds for each of them', async () => {
  const { desk, ruth, ids } = await aDeskWith(2)
  await openAll(ruth, ids)
  const lines = [{ id: uuid(), text: 'The speaker was asked', kinds: [] }]
  await changeCheckList({ member: await onDesk('admin', desk), version: 0, lines, isDemanded: true })
  const outcomes = await approveSeveral({ member: ruth, submissionIds: ids })
  expect(codes(outcomes)).toEqual(['check-list-open', 'check-list-open'])
})

test('the same one named twice is approved once, and two editors at once publish each once', async () => {
  const { ruth, jonas, ids } = await aDeskWith(2)
  await Promise.all([openAll(ruth, ids), openAll(jonas, ids)])
  const twice = await Promise.all([
    approveSeveral({ member: ruth, submissionIds: [...ids, ...ids] }),
    approveSeveral({ member: jonas, submissionIds: ids.toReversed() }),
  ])
  const published = twice.flat().flatMap(({ publication }) => publication?.number ?? [])
  expect(new Set(published).size).toBe(2)
  expect(published).toHaveLength(2)
  expect(codes(twice.flat()).filter((code) => code === 'approved')).toHaveLength(2)
})

test('another desk’s submission cannot be opened, nor approved', async () => {
  const { ids } = await aDeskWith(1)
  const stranger = await onDesk('editor', await aDesk())
  const [id = ''] = ids
  expect(await refusalOf(keepOpening({ member: stranger, submissionId: id }))).toBe('submission-unknown')
  expect(codes(await approveSeveral({ member: stranger, submissionIds: [id, uuid()] }))).toEqual([
    'submission-not-opened',
    'submission-not-opened',
  ])
})

test('the queue says which submissions a member has opened', async () => {
  const { ruth, ids } = await aDeskWith(2)
  await openAll(ruth, ids.slice(1))
  await openAll(ruth, ids.slice(1))
  expect((await readQueue(ruth)).waiting.map(({ isOpened }) => isOpened)).toEqual([false, true])
})

test('more than twenty at once are refused whole', async () => {
  const { ruth, desk } = await aDeskWith(1)
  const person = { id: ruth.personId, name: ruth.name, email: '', sessionId: '', language: 'en' as const }
  const several = createCaller({ person }).review.approveSeveral
  const asked = (count: number) =>
    several({ desk: desk.slug, submissionIds: Array.from({ length: count }, () => uuid()) })
  expect(codes(await asked(20))).toEqual(Array.from({ length: 20 }, () => 'submission-not-opened'))
  await expect(asked(21)).rejects.toThrow('What was sent is not what this needs.')
})
