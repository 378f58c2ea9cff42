import { describe, expect, test } from 'vitest'
import { frozenText } from '../../../server/article/frozen-text'
import { wordsAt } from '../../../server/claim/quote'
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

test('there are as many planted mistakes and sound articles as promised', () => {
  expect(planted.length).toBeGreaterThanOrEqual(40)
  expect(sound.length).toBeGreaterThanOrEqual(40)
})
