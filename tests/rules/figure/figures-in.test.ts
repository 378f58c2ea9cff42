import { expect, test } from 'vitest'
import type { Figure } from '../../../server/claim/figure/figure'
import { readFigures } from '../../../server/claim/figure/figures-in'

const phrases: [string, Partial<Figure>][] = [
  [
    'put the number of displaced at between 500 and 600',
    { reported: 'between 500 and 600', low: 500, high: 600 },
  ],
  [
    'At least 2,000 people were displaced',
    { exactness: 'at-least', low: 2000, high: null, counted: 'people' },
  ],
  ['2,000 people displaced in the upper Ondre valley', { place: 'upper Ondre valley' }],
  ['34,000 refugees in South Velmora', { place: 'South Velmora' }],
  ['200 homes in March 2026', { place: '', from: '2026-03', to: '2026-03' }],
  ['660 returns since 2020', { from: '2020', to: null }],
  ['By 5 March 2026, 660 people had left', { from: null, to: '2026-03-05' }],
  ['As of 2025, 660 people had left', { from: null, to: '2025' }],
  ['660 people left between 2020 and 2023', { from: '2020', to: '2023' }],
  ['a 41-metre structure completed in 1974', { low: 41, from: null, to: null }],
  ['In 2020 it was 660, in 2021 it was 700', { from: null, to: null }],
  ['12 deaths per 100,000 inhabitants', { low: 12, per: '100,000 inhabitants', counted: 'deaths' }],
  [
    '500 people left, according to the Velmora Centre for Human Rights.',
    { saidBy: 'Velmora Centre for Human Rights' },
  ],
  ['500 people left, the Interior Ministry said', { saidBy: 'Interior Ministry' }],
  ['The Interior Ministry said 500 people left', { saidBy: 'Interior Ministry' }],
  ['500 people left, she said', { saidBy: '' }],
  ['Around 120 people had left, according to the group.', { low: 120, saidBy: '' }],
  ['500 people left, according to a statement of the Treasury.', { saidBy: 'statement of the Treasury' }],
  [
    '농림부에 따르면 2026년 3월 기준 주민 2천 명이 떠났다',
    { low: 2000, counted: '주민', saidBy: '농림부', to: '2026-03' },
  ],
]

test.each(phrases)('“%s” is read as far as it says', (passage, parts) => {
  expect(readFigures(passage)[0]).toMatchObject(parts)
})

test('a passage with several figures gives each, dates and denominators none', () => {
  const figures = readFigures(
    'In 2024, 60 individuals and 212 women were sent back, 3 per 100,000 inhabitants.',
  )
  expect(figures.map(({ low }) => low)).toEqual([60, 212, 3])
})

test('a figure says where in the passage its words stand, in code points', () => {
  const passage = '😀 about 500 people'
  const [figure] = readFigures(passage)
  expect(Array.from(passage).slice(figure?.at.start, figure?.at.end).join('')).toBe('about 500')
})

test('a passage without a figure has none', () => {
  expect(readFigures('Nobody came on 5 March 2026 at 14:20.')).toEqual([])
})
