import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Figure } from '../../../server/claim/figure/figure'
import { WholeLedger } from '../../../server/dossier/ledger/chart/whole-ledger'
import { groupsOf, type LedgerEntry, partOf, withoutFigure } from '../../../server/dossier/ledger/ledger'
import { ledgerCsv } from '../../../server/dossier/ledger/ledger-csv'
import { screenVoice } from '../../../server/dossier/ledger/ledger-words'
import { aFigure } from '../../newsroom'

let made = 0

function anEntry(figure: Partial<Figure> | null, parts: Partial<LedgerEntry> = {}): LedgerEntry {
  made += 1
  return {
    ...{
      claimId: `claim-${String(made).padStart(3, '0')}`,
      day: '2026-03-05',
      said: 'The centre',
      where: 'The Ledger',
    },
    ...{
      quote: 'quote',
      statement: 'statement',
      verdict: 'true',
      label: 'True',
      standing: 'standing',
      href: '/c/1',
    },
    figure: figure && aFigure({ counted: 'people displaced', ...figure }),
    ...parts,
  }
}

const exactly = (value: number) => ({ low: value, high: value })
const cardsIn = (entries: LedgerEntry[]) => groupsOf(entries).flatMap(({ cards }) => cards)

test('figures that count the same thing stand together, the earliest first, the largest group before others', () => {
  const groups = groupsOf([
    anEntry({ counted: 'homes' }),
    anEntry(exactly(571), { day: '2026-03-04' }),
    anEntry(exactly(500), { day: '2026-03-03' }),
  ])
  expect(groups.map(({ counted, rows }) => [counted, rows.map(({ figure }) => figure?.low)])).toEqual([
    ['people displaced', [500, 571]],
    ['homes', [2000]],
  ])
})

test('moments of different zones stand in the order in which they were', () => {
  const [group] = groupsOf([
    anEntry(exactly(1), { day: null }),
    anEntry(exactly(2), { day: '2026-03-03T20:00:00-05:00' }),
    anEntry(exactly(3), { day: '2026-03-04T01:00:00+09:00' }),
    anEntry(exactly(4), { day: '2026-03-03' }),
  ])
  expect(group?.rows.map(({ figure }) => figure?.low)).toEqual([4, 3, 2, 1])
})

test('a claim about a number without a figure stands where its words are counted, else by itself', () => {
  const [displaced, none] = groupsOf([
    anEntry(exactly(500)),
    anEntry(null, { statement: 'The ministry could not say how many people were displaced' }),
    anEntry(null, { statement: 'No deaths were confirmed' }),
  ])
  expect(displaced?.rows).toHaveLength(2)
  expect([none?.id, none?.rows.length]).toEqual([withoutFigure, 1])
})

test('each pair that cannot both hold is on one card, and what stands against most others has one', () => {
  const cards = cardsIn([
    anEntry({ low: 500, high: 600 }, { day: '2026-03-03' }),
    anEntry(exactly(571), { day: '2026-03-04' }),
    anEntry({ low: 2000, high: null, exactness: 'at-least' }, { day: '2026-03-05' }),
    anEntry(exactly(2000), { day: '2026-03-05' }),
    anEntry({ low: null, high: 400, exactness: 'fewer-than' }, { day: '2026-03-07' }),
    anEntry(exactly(517), { day: '2026-03-09' }),
  ])
  expect(
    cards.map(({ letter, saying, against }) => [
      letter,
      saying.figure.low ?? saying.figure.high,
      against.length,
    ]),
  ).toEqual([
    ['a', 2000, 2],
    ['b', 2000, 2],
    ['c', 400, 5],
    ['d', 517, 3],
  ])
  const pairs = cards.flatMap((card) => card.pairs)
  expect(new Set(pairs).size).toBe(pairs.length)
})

test('who says the same shares a card', () => {
  const [card] = cardsIn([anEntry(exactly(500)), anEntry(exactly(500)), anEntry(exactly(2000))])
  const sizes = [card?.saying, ...(card?.against ?? [])].map((one) => one?.entries.length)
  expect(sizes.toSorted()).toEqual([1, 2])
  expect(card?.pairs).toHaveLength(2)
})

test('what differs and may both hold is no disagreement', () => {
  const [group] = groupsOf([anEntry({ low: 500, high: null, exactness: 'more-than' }), anEntry(exactly(560))])
  expect(group?.cards).toEqual([])
  expect(group?.differences).toHaveLength(1)
})

test('what is not held against each other stands by its reason, within a group and between groups', () => {
  const [count, share, homes, unknown] = groupsOf([
    anEntry({ ...exactly(500), scope: 'named residents' }),
    anEntry({ ...exactly(700), scope: 'all who fled' }),
    anEntry({ ...exactly(900), scope: 'all who fled' }, { standing: 'retracted' }),
    anEntry({ ...exactly(20), unit: '%' }),
    anEntry({ ...exactly(3), counted: 'homes' }),
    anEntry({ ...exactly(7), counted: '' }),
  ])
  const apart = count?.apart.map(({ code, cards }) => [
    code,
    cards.map(({ saying, against }) => [saying, ...against].map(({ figure }) => figure.low).toSorted()),
  ])
  expect(apart).toEqual([['figures-other-scope', [[500, 700]]]])
  expect(count?.others).toEqual([
    { code: 'figures-other-unit', ids: [share?.id] },
    { code: 'figures-other-counted', ids: [homes?.id] },
    { code: 'figures-counted-unknown', ids: [unknown?.id] },
  ])
})

test('as CSV each figure is a line, with its numbers as numbers and all that says what may be compared', () => {
  const figure = { low: null, high: 400, exactness: 'fewer-than', reported: 'fewer than 400' } as const
  const lines = ledgerCsv(
    groupsOf([
      anEntry({ low: 500, high: 600, reported: '500 to 600' }),
      anEntry({ ...figure, unit: '%', per: 'day', to: '2026-03-05', place: 'Karsell' }),
    ]),
    screenVoice(),
    'https://checks.example',
  ).split('\r\n')
  expect(lines.slice(0, 3)).toEqual([
    'What is counted,When,Who said it,Where,As reported,How exact,Low,High,Worked out by us,Unit,Per,Counted from,"As of, or until",Place,Who is counted,Verdict,Remarks,Passage,Address',
    'People displaced,2026-03-05,The centre,The Ledger,500 to 600,exactly,500,600,,,,,,,,True,,quote,https://checks.example/c/1',
    '"People displaced, % per day",2026-03-05,The centre,The Ledger,fewer than 400,fewer than,,400,,%,day,,2026-03-05,Karsell,,True,,quote,https://checks.example/c/1',
  ])
})

test('a figure that was retracted is still listed, and contradicts nothing', () => {
  const [group] = groupsOf([anEntry(exactly(500)), anEntry(exactly(2000), { standing: 'retracted' })])
  expect([group?.rows.length, group?.cards.length]).toEqual([2, 0])
})

test('more figures than anybody compares by eye are shown in parts, each in one of them', () => {
  const [group] = groupsOf(Array.from({ length: 250 }, (_, n) => anEntry(exactly(n))))
  if (!group) throw new Error('these figures are a group')
  const parts = [1, 2, 3].map((asked) => partOf(group, asked))
  expect(parts.map(({ rows, first }) => [first, rows.length])).toEqual([
    [0, 100],
    [100, 100],
    [200, 50],
  ])
  expect(parts.flatMap(({ rows }) => rows)).toEqual(group.rows)
  expect([0, 99, Number.NaN].map((asked) => partOf(group, asked).part)).toEqual([1, 3, 1])
})

test('as a picture for itself a group has all its figures, each with a whole address', () => {
  const groups = groupsOf(Array.from({ length: 150 }, (_, n) => anEntry(exactly(n))))
  const picture = renderToStaticMarkup(
    createElement(WholeLedger, {
      ...{ groups, title: 'Karsell', voice: screenVoice(), origin: 'https://checks.example' },
    }),
  )
  expect(picture.match(/<a href="https:\/\/checks\.example\/c\/1"/g)).toHaveLength(150)
  expect(picture).toContain('fill="#fff"')
})
