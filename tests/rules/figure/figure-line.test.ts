import { expect, test } from 'vitest'
import type { Figure } from '../../../server/claim/figure/figure'
import { figureLine } from '../../../server/claim/figure/figure-line'
import { words } from '../../../server/words'
import { aFigure } from '../../newsroom'

const english: [Partial<Figure>, string][] = [
  [{}, '2,000 people'],
  [{ low: 500, high: 600 }, '500 to 600 people'],
  [{ exactness: 'about' }, 'about 2,000 people'],
  [{ exactness: 'at-least', high: null, counted: '' }, 'at least 2,000'],
  [{ exactness: 'up-to', low: null }, 'up to 2,000 people'],
  [{ low: 3.5, high: 3.5, unit: '%', counted: '' }, '3.5%'],
  [{ low: 4.5e6, high: 4.5e6, unit: 'USD', counted: '' }, 'US$4,500,000'],
  [{ low: 41, high: 41, unit: 'm', counted: '' }, '41 m'],
  [{ low: 2, high: 3, unit: 'days', counted: '' }, '2 to 3 days'],
  [{ low: 34, high: 34, unit: 'years', counted: '' }, '34 years'],
  [{ low: 5, high: 10, unit: '%', counted: 'voters' }, '5 to 10% of voters'],
  [{ low: 2e6, high: 3e6, unit: 'USD', counted: '' }, 'US$2,000,000 to US$3,000,000'],
  [{ low: null, high: null, counted: '' }, 'Two thousand'],
  [{ to: '2026-03-05' }, '2,000 people, as of 5 March 2026'],
  [
    { workedOut: { value: 517, how: '212 + 148 + 96 + 61' } },
    '2,000 people, 517 worked out by us: 212 + 148 + 96 + 61',
  ],
  [{ from: '2026-02' }, '2,000 people, since February 2026'],
  [{ from: '2026', to: '2026' }, '2,000 people, 2026'],
  [{ from: '2026-01', to: '2026-03' }, '2,000 people, January 2026 to March 2026'],
  [
    {
      low: 12,
      high: 12,
      counted: 'deaths',
      per: '100,000 inhabitants',
      place: 'Velmora',
      saidBy: 'the ministry',
    },
    '12 deaths, per 100,000 inhabitants, Velmora, according to the ministry',
  ],
]

test.each(english)('%o is said in one line', (parts, line) => {
  expect(figureLine(aFigure(parts), { say: words('en'), language: 'en-GB' })).toBe(line)
})

test('Korean and Arabic say the value in their own order, with the same digits', () => {
  const figure = aFigure({ exactness: 'at-least', high: null, counted: '' })
  expect(figureLine(figure, { say: words('ko'), language: 'ko' })).toBe('2,000 이상')
  expect(
    figureLine(
      { ...figure, unit: 'years', low: 34, high: 34, exactness: 'exactly' },
      { say: words('ko'), language: 'ko' },
    ),
  ).toBe('34년')
  expect(figureLine(figure, { say: words('ar'), language: 'ar' })).toContain('2,000')
})
