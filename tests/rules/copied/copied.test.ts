import { describe, expect, test } from 'vitest'
import { frozenText } from '../../../server/article/frozen-text'
import { wordsAt } from '../../../server/claim/quote'
import { creditsIn } from '../../../server/dossier/copied/attribution'
import { copiedAmong } from '../../../server/dossier/copied/copied'
import { changesBetween } from '../../../server/dossier/copied/rewrite'
import { ownReport, rewrite, told, wire } from './reports'

const agency = told('wire', wire, { published: '2026-03-03T09:00:00Z', publisher: 'Meridian Wire' })
const eyes = told('eyes', ownReport, { published: '2026-03-03T18:00:00Z', publisher: 'The Valley Post' })
const made = told('made', rewrite, { published: '2026-03-04', publisher: 'Daily Lamp' })

test('nine articles of which seven were made from two are two independent origins', () => {
  const cut = (id: string, from: string[], at: number, published: string) =>
    told(id, [...from.slice(at), 'This page was last changed by the night desk of our own small newsroom.'], {
      published,
    })
  const { articles, origins } = copiedAmong([
    cut('a', wire, 1, '2026-03-04'),
    made,
    agency,
    cut('b', wire, 2, '2026-03-05'),
    cut('c', ownReport, 1, '2026-03-05'),
    eyes,
    cut('d', wire, 3, '2026-03-06'),
    cut('e', ownReport, 2, '2026-03-07'),
    cut('f', wire, 0, '2026-03-08'),
  ])
  expect(articles.length).toBe(9)
  expect(origins).toEqual([
    { id: 'wire', copies: ['a', 'made', 'b', 'd', 'f'] },
    { id: 'eyes', copies: ['c', 'e'] },
  ])
})

test('two who quote the same witness have not copied each other', () => {
  expect(copiedAmong([agency, eyes]).origins.map(({ id }) => id)).toEqual(['wire', 'eyes'])
})

test('whoever credits the other is the copy, whatever the dates say', () => {
  const credited = told(
    'late',
    [...wire.slice(0, 4), 'The mayor told the Meridian Wire that the cable had been cut in the autumn.'],
    {
      published: '2026-03-01',
      publisher: 'Daily Lamp',
    },
  )
  const [, standing] = copiedAmong([agency, credited]).articles
  expect(standing?.from).toMatchObject({ id: 'wire', because: 'credited' })
})

test('of two moments in different zones the one that was earlier comes first, whatever their clocks said', () => {
  const east = told('east', wire, { published: '2026-03-04T01:00:00+09:00' })
  const west = told('west', wire, { published: '2026-03-03T20:00:00-05:00' })
  const [first, second] = copiedAmong([east, west]).articles
  expect(first?.from).toBeNull()
  expect(second?.from).toMatchObject({ id: 'east', because: 'earlier' })
})

test('of two without dates and credits the longer one is taken for the origin, and it is said that nothing tells', () => {
  const [first, second] = copiedAmong([told('short', wire.slice(2)), told('long', wire)]).articles
  expect(first?.from).toMatchObject({ id: 'long', because: 'undated' })
  expect(second?.from).toBeNull()
})

describe('of a rewrite each sentence is judged, those found nowhere else first', () => {
  const [, standing] = copiedAmong([agency, made]).articles
  const sentences = standing?.rewrite ?? []
  const about = (begin: string) => sentences.find(({ text }) => text.startsWith(begin))

  test('an added sentence is found nowhere else', () => {
    expect(sentences[0]).toMatchObject({ is: 'nowhere' })
    expect(sentences[0]?.text).toMatch(/^Several villagers/)
  })
  test.each([
    ['a lost “about” and a lost source', 'The county office opened', ['hedge', 'attribution']],
    ['another name', 'Mayor Lena Moor', ['name']],
    ['another number', 'Engineers had warned', ['number']],
    ['a lost “at least” and a lost source', 'Farmers lost', ['hedge', 'attribution']],
  ])('%s', (_title, begin, changes) => {
    const found = about(begin)
    expect(found).toMatchObject({ is: 'changed' })
    expect(found && 'changes' in found ? [...found.changes].sort() : []).toEqual([...changes].sort())
  })
  test('other words that say the same are supported', () => {
    expect(about('The old earth dam')).toMatchObject({ is: 'supported', changes: [] })
    expect(about('The railway')).toMatchObject({ is: 'supported' })
  })
  test('each leads to its place in both articles', () => {
    const found = about('Engineers had warned')
    expect(found && wordsAt(frozenText(made.blocks), found)).toBe(rewrite[3])
    const other = found && 'other' in found ? found.other : null
    expect(other && wordsAt(frozenText(agency.blocks), other)).toBe(wire[3])
  })
})

test.each([
  ['The minister told Reuters on Monday that she would stay.', ['Reuters']],
  ['According to the Meridian Wire, two bridges are closed.', ['Meridian Wire']],
  ['DORLA (AP) — Two bridges are closed.', ['AP']],
  ['연합뉴스에 따르면 다리 두 곳이 통제됐다.', ['연합뉴스']],
  ['وقالت وكالة رويترز إن جسرين أغلقا.', ['رويترز']],
  ['The Reuters building was flooded; apples were lost.', []],
])('“%s” credits %j', (text, names) => {
  expect(creditsIn(text, ['Meridian Wire'])).toEqual(names)
})

test.each([
  ['on 3 March 2026 the dam broke', 'on 5 March 2026 the dam broke', ['date']],
  ['About 40 were hurt.', 'Some 40 were hurt.', []],
  ['About 40 were hurt.', '40 were hurt.', ['hedge']],
  ['In all 1,200 sheep were lost.', 'In all 1,200 sheep were lost on Monday.', []],
  ['The mayor of Dorla, Lena Sarre, resigned.', 'The mayor of Dorla resigned.', []],
])('from “%s” to “%s” changes %j', (original, rewritten, changes) => {
  expect(changesBetween(original, rewritten)).toEqual(changes)
})
