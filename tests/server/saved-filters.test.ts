import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { changeFilter, removeFilter, saveFilter } from '../../server/article/saved/keep-filter'
import { readFilters } from '../../server/article/saved/read-filters'
import { mostFilters } from '../../server/article/saved/saved-filter'
import type { Member } from '../../server/member/member'
import { freshDatabase } from '../database'
import { aDesk, onDesk, refusalOf } from '../newsroom'

await freshDatabase()

const filter = { stage: 'returned', topic: 'dam' } as const
const save = async (member: Member, name: string, isShared = false) => {
  const id = uuid()
  await saveFilter({ member, id, name, filter, isShared })
  return id
}
const namesFor = async (member: Member) => (await readFilters(member)).map(({ name }) => name)

async function aDeskWithTwo() {
  const desk = await aDesk()
  return { lena: await onDesk('reviewer', desk), ruth: await onDesk('editor', desk) }
}

test('a saved filter is its member’s own, until an editor shares theirs with the desk', async () => {
  const { lena, ruth } = await aDeskWithTwo()
  const stranger = await onDesk('admin', await aDesk())
  await save(lena, 'Mine')
  const id = await save(ruth, 'Ours')
  expect(await namesFor(lena)).toEqual(['Mine'])
  await changeFilter({
    member: ruth,
    id,
    was: { name: 'Ours', isShared: false },
    name: 'All of ours',
    isShared: true,
  })
  expect(await readFilters(lena)).toMatchObject([
    { name: 'All of ours', filter, isShared: true, by: { name: ruth.name } },
    { name: 'Mine', isShared: false },
  ])
  expect(await namesFor(ruth)).toEqual(['All of ours'])
  expect(await namesFor(stranger)).toEqual([])
})

test('only editors share, and who may not change a filter is told so, or that there is none', async () => {
  const { lena, ruth } = await aDeskWithTwo()
  expect(await refusalOf(save(lena, 'Ours', true))).toBe('role-too-low')
  const [mine, ours] = [await save(lena, 'Mine'), await save(ruth, 'Ours', true)]
  expect(
    await refusalOf(
      changeFilter({
        member: lena,
        id: mine,
        was: { name: 'Mine', isShared: false },
        name: 'Mine',
        isShared: true,
      }),
    ),
  ).toBe('role-too-low')
  expect(
    await refusalOf(
      changeFilter({
        member: lena,
        id: ours,
        was: { name: 'Ours', isShared: true },
        name: 'Gone',
        isShared: true,
      }),
    ),
  ).toBe('filter-not-yours')
  expect(await refusalOf(removeFilter({ member: lena, id: ours }))).toBe('filter-not-yours')
  for (const id of [mine, uuid()])
    expect(await refusalOf(removeFilter({ member: ruth, id }))).toBe('filter-unknown')
  const stranger = await onDesk('admin', await aDesk())
  expect(await refusalOf(removeFilter({ member: stranger, id: ours }))).toBe('filter-unknown')
  expect(await namesFor(lena)).toEqual(['Mine', 'Ours'])
})

test('saved twice is saved once; an id that somebody else has is no filter of theirs', async () => {
  const { lena, ruth } = await aDeskWithTwo()
  const again = { member: lena, id: uuid(), name: 'Dam', filter, isShared: false }
  await Promise.all([saveFilter(again), saveFilter(again)])
  expect(await namesFor(lena)).toEqual(['Dam'])
  expect(await refusalOf(saveFilter({ ...again, member: ruth }))).toBe('filter-unknown')
})

test('however many are saved at once, a member keeps no more than allowed, and none twice', async () => {
  const { lena } = await aDeskWithTwo()
  const tries = Array.from({ length: mostFilters + 5 }, (_, n) => save(lena, `Filter ${n}`))
  const refused = (await Promise.allSettled(tries)).filter(({ status }) => status === 'rejected')
  expect(refused).toHaveLength(5)
  expect(await namesFor(lena)).toHaveLength(mostFilters)
  const { ruth } = await aDeskWithTwo()
  const twins = await Promise.allSettled([save(ruth, 'Dam'), save(ruth, 'dam')])
  expect(twins.filter(({ status }) => status === 'rejected')).toHaveLength(1)
})

test('a filter is renamed and deleted; its old name is free again', async () => {
  const { lena } = await aDeskWithTwo()
  const id = await save(lena, '<script>alert(1)</script>')
  await save(lena, 'Ferry')
  const was = { name: '<script>alert(1)</script>', isShared: false }
  expect(await refusalOf(changeFilter({ member: lena, id, was, name: 'ferry', isShared: false }))).toBe(
    'filter-name-taken',
  )
  await changeFilter({ member: lena, id, was, name: 'Dam', isShared: false })
  expect(await namesFor(lena)).toEqual(['Dam', 'Ferry'])
  await removeFilter({ member: lena, id })
  expect(await namesFor(lena)).toEqual(['Ferry'])
})

test('a filter that another window renamed or shared is not changed unread', async () => {
  const { ruth } = await aDeskWithTwo()
  const id = await save(ruth, 'Dam')
  const was = { name: 'Dam', isShared: false }
  const shared = { member: ruth, id, was, name: 'Dams', isShared: true }
  await changeFilter(shared)
  const late = changeFilter({ ...shared, name: 'Floods', isShared: false })
  expect(await refusalOf(late)).toBe('setting-changed')
  expect(await readFilters(ruth)).toMatchObject([{ name: 'Dams', isShared: true }])
  // Sent again after a lost answer.
  await changeFilter(shared)
  await changeFilter({ ...shared, was: { name: 'Dams', isShared: true }, name: 'Floods' })
  expect(await namesFor(ruth)).toEqual(['Floods'])
})
