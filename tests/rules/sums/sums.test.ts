import { describe, expect, test } from 'vitest'
import { frozenText } from '../../../server/article/frozen-text'
import { wordsAt } from '../../../server/claim/quote'
import { workedOutBy } from '../../../server/dossier/sums/said'
import { failingSums } from '../../../server/dossier/sums/sums'
import { articleOf } from './article-of'
import { planted } from './planted'
import { sound } from './sound'

describe('what does not add up is found once, with its computation and its place', () => {
  test.each(planted)('$text', ({ text, code, stated, computed, language = 'en' }) => {
    const article = articleOf(text, { language })
    const found = failingSums(article)
    expect(found.map(({ code: one }) => one)).toEqual([code])
    const [finding] = found
    const whole = frozenText(article.blocks)
    if (code !== 'hundred') expect(wordsAt(whole, finding?.cells.at(-1) ?? { start: 0, end: 0 })).toBe(stated)
    expect(finding?.quote && wordsAt(whole, finding.quote).length).toBeGreaterThan(0)
    const { sum, table } = finding?.values ?? {}
    const outcome = code === 'text-table' ? table : (finding?.values.computed ?? sum)
    expect(String(outcome)).toBe(computed)
  })
})

describe('what adds up is left alone', () => {
  test.each(sound)('$title', ({ text, language = 'en', published = '2026-03-14' }) => {
    expect(failingSums(articleOf(text, { language, published }))).toEqual([])
  })
})

test('what a total should be is offered with its parts, what has no number is not', () => {
  const [found] = failingSums(articleOf('Town | People\nTolm | 212\nBrennach | 148\nFord | 157\nTotal | 571'))
  expect(found && workedOutBy(found)).toEqual({ value: 517, how: '212 + 148 + 157' })
  expect(
    workedOutBy({ code: 'difference', values: { from: '1', to: '3', computed: '1,200', stated: '5' } }),
  ).toEqual({
    value: 1200,
    how: 'From 1 to 3 is a difference of 1,200, but it says 5.',
  })
  expect(workedOutBy({ code: 'weekday', values: { date: '5 March', computed: 4, stated: 5 } })).toBeNull()
})

test('there are as many planted mistakes and sound articles as promised', () => {
  expect(planted.length).toBeGreaterThanOrEqual(40)
  expect(sound.length).toBeGreaterThanOrEqual(40)
})
