import { expect, test } from 'vitest'
import { type Known, suggestedFor } from '../../../server/dossier/together/together'

const known = (parts: Partial<Known>): Known => ({
  ...{
    id: parts.title ?? 'a',
    title: 'Untitled',
    publisher: null,
    published: '2026-03-05',
    topics: [],
    speakers: [],
  },
  ...parts,
})

const within = [
  known({
    title: 'Two thousand driven out after Karsell dam breach',
    topics: ['Karsell dam'],
    speakers: ['Mirela Osei'],
  }),
]
const others = Array.from({ length: 12 }, (_, n) => known({ title: `Council meets again, item ${n}` }))

test('an article is suggested for a topic, a speaker or two rare words of its title, and it is said which', () => {
  const suggested = suggestedFor(within, [
    ...others,
    known({ title: 'A', topics: ['karsell dam'] }),
    known({ title: 'B', speakers: ['Mirela Osei'] }),
    known({ title: 'Karsell breach had causes' }),
  ])
  expect(suggested.map(({ title, bonds }) => [title, bonds[0]]).toSorted()).toEqual([
    ['A', { kind: 'topics', shared: ['karsell dam'] }],
    ['B', { kind: 'speakers', shared: ['Mirela Osei'] }],
    ['Karsell breach had causes', { kind: 'words', shared: ['Karsell', 'breach'] }],
  ])
})

test('to have appeared in the same days is no reason by itself', () => {
  expect(suggestedFor(within, others)).toEqual([])
})

test('a word that tells nothing in its language is no reason', () => {
  const other = known({ title: 'Their breach of contract' })
  const about = [known({ title: 'After their dam breach' })]
  expect(suggestedFor(about, [...others, other])).toHaveLength(1)
  expect(suggestedFor(about, [...others, other], new Set(['their']))).toEqual([])
})

test('a word that stands in many titles tells nothing', () => {
  const council = [known({ title: 'Council meets about the lake' })]
  expect(suggestedFor(council, others)).toEqual([])
})
