import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Figure } from '../../../server/claim/figure/figure'
import { WholeLedger } from '../../../server/dossier/ledger/chart/whole-ledger'
import { groupsOf, type LedgerEntry } from '../../../server/dossier/ledger/ledger'
import { ledgerCsv } from '../../../server/dossier/ledger/ledger-csv'
import { labelOf, remarkInWords, screenVoice } from '../../../server/dossier/ledger/ledger-words'
import { aFigure } from '../../newsroom'

let made = 0

function anEntry(figure: Partial<Figure>, parts: Partial<LedgerEntry> = {}): LedgerEntry {
  made += 1
  return {
    ...{ claimId: `claim-${String(made).padStart(3, '0')}`, day: '2026-03-05', said: 'The centre' },
    ...{ where: 'The Ledger', quote: 'quote', statement: 'statement', verdict: 'false', label: 'False' },
    ...{ standing: 'standing', href: '/c/1' },
    figure: aFigure({ counted: 'people displaced', ...figure }),
    ...parts,
  }
}

const exactly = (value: number) => ({ low: value, high: value })
const rated = { verdict: 'true', label: 'True' } as const
const workedOut = { value: 517, how: '212 + 148 + 96 + 61' }
const remarksIn = (entries: LedgerEntry[]) =>
  groupsOf(entries).map(({ remarks }) => remarks.map((one) => remarkInWords(one, screenVoice())))
const drawn = (entries: LedgerEntry[]) =>
  renderToStaticMarkup(
    createElement(WholeLedger, {
      ...{ groups: groupsOf(entries), title: 'Karsell', voice: screenVoice(), origin: '' },
    }),
  )

test('the dotted line stands where the one exact value does that is rated True', () => {
  const entries = [
    anEntry(exactly(571)),
    anEntry(exactly(517), rated),
    anEntry({ low: 500, high: 600 }, rated),
  ]
  const [group] = groupsOf(entries)
  expect(group?.reference).toBe(517)
  expect(group?.rows.map(({ isReference }) => isReference)).toEqual([false, true, false])
  expect(drawn(entries)).toMatch(/<line class="ref".*517, drawn as the dotted line/s)
  expect(ledgerCsv(groupsOf(entries), screenVoice(), '')).toContain('drawn as the dotted line')
})

test.each([
  ['two of them say different values', [anEntry(exactly(517), rated), anEntry(exactly(530), rated)]],
  ['it is only about right', [anEntry({ ...exactly(517), exactness: 'about' }, rated)]],
  ['it is under review', [anEntry(exactly(517), { ...rated, standing: 'under-review' })]],
  ['nothing is rated True', [anEntry(exactly(517))]],
])('there is no dotted line where %s', (_, entries) => {
  expect(groupsOf(entries).map(({ reference }) => reference)).toEqual([null])
  expect(drawn(entries)).not.toContain('class="ref"')
})

test('what was worked out has a hollow dot, a place on the axis, and its computation in words', () => {
  const entries = [anEntry({ ...exactly(571), workedOut: { ...workedOut, value: 940 } })]
  const [group] = groupsOf(entries)
  const [row] = group?.rows ?? []
  expect(row && labelOf(row, screenVoice())).toBe('571, 940 worked out by us')
  expect(remarksIn(entries)).toEqual([
    ['571 people displaced (The centre); 940 worked out by us: 212 + 148 + 96 + 61'],
  ])
  const picture = drawn(entries)
  const [, hollow, solid] = /class="hollow" cx="([\d.]+)".*class="pt" cx="([\d.]+)"/s.exec(picture) ?? []
  expect(Number(hollow)).toBeGreaterThan(Number(solid))
  expect(Number(hollow)).toBeLessThanOrEqual(892)
  const [head, line] = ledgerCsv(groupsOf(entries), screenVoice(), '').split('\r\n')
  expect(head).toContain('Low,High,Worked out by us,')
  expect(line).toContain('571,571,940,')
  expect(line).toContain('940 worked out by us: 212 + 148 + 96 + 61')
})

test('the same number of something else is told at both, by the letters after those of disagreements', () => {
  const entries = [
    anEntry({ low: 2000, high: null, exactness: 'at-least' }),
    anEntry(exactly(500)),
    anEntry({ ...exactly(2000), counted: 'people rescued' }, { said: 'The radio' }),
  ]
  const [displaced, rescued] = groupsOf(entries)
  expect([...(displaced?.cards ?? []), ...(displaced?.remarks ?? [])].map(({ letter }) => letter)).toEqual([
    'a',
    'b',
  ])
  expect(displaced?.rows.map(({ letters, remarked }) => [letters, remarked])).toEqual([
    [[], ['b']],
    [['a'], []],
  ])
  const line = 'at least 2,000 people displaced (The centre) beside 2,000 people rescued (The radio)'
  expect(displaced?.remarks.map((one) => remarkInWords(one, screenVoice()))).toEqual([line])
  expect(rescued?.remarks).toMatchObject([{ kind: 'same-number', letter: 'a' }])
  expect(ledgerCsv(groupsOf(entries), screenVoice(), '')).toContain(`Same number, other meaning: ${line}`)
  expect(drawn(entries)).toMatch(/2,000<tspan class="fl" dy="-3">\u00a0a</)
})

test.each([
  ['small numbers meet by chance', [anEntry(exactly(3)), anEntry({ ...exactly(3), counted: 'homes' })]],
  [
    'another unit says it already',
    [anEntry(exactly(500)), anEntry({ ...exactly(500), counted: 'road', unit: 'km' })],
  ],
  [
    'nobody stands by one of them',
    [anEntry(exactly(500)), anEntry({ ...exactly(500), counted: 'homes' }, { standing: 'retracted' })],
  ],
  ['both mean the same', [anEntry(exactly(500)), anEntry(exactly(500), { said: 'Another' })]],
])('the same number is not told of where %s', (_, entries) => {
  expect(remarksIn(entries).flat()).toEqual([])
})

test('in one group the same number of another scope is told of', () => {
  const scoped = (scope: string) => anEntry({ ...exactly(517), scope })
  const [group] = groupsOf([scoped('residents of Tolm'), scoped('guests')])
  expect(group?.remarks).toHaveLength(1)
  expect(group?.rows.map(({ remarked }) => remarked)).toEqual([['a'], ['a']])
  expect(remarksIn([scoped('residents of Tolm'), scoped('')]).flat()).toEqual([])
})

test.each([
  ['affected', true],
  ['', true],
  ['people affected', false],
  ['displaced', false],
])('whether “%s” leaves open what is counted: %s', (counted, isOpen) => {
  const entries = [anEntry({ low: null, high: 400, exactness: 'fewer-than', counted })]
  expect(groupsOf(entries).flatMap(({ remarks }) => remarks.map(({ kind }) => kind))).toEqual(
    isOpen ? ['unit-not-stated'] : [],
  )
  const file = ledgerCsv(groupsOf(entries), screenVoice(), '')
  expect(file.includes('Unit not stated')).toBe(isOpen)
})
