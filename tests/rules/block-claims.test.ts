import { describe, expect, test } from 'vitest'
import { placeClaims } from '../../app/desk/[slug]/articles/[articleId]/_article/block-claims'
import type { Block } from '../../server/article/extract/extraction'
import { blockPositions } from '../../server/article/frozen-text'
import type { Claim } from '../../server/claim/claim'
import { aClaim, damHash, damParagraphs, damText } from '../newsroom'

const here = { revision: damHash, carried: new Map() }

const blocks: Block[] = damParagraphs.map((text) => ({ kind: 'paragraph', text }))
const article = { blocks, places: blockPositions(blocks) }
const claims = ['Two thousand people', 'the Karsell dam', '14 million marks'].map((words) =>
  aClaim({ words }),
)
const numbersIn = (placed: ReturnType<typeof placeClaims>) =>
  placed.map((entry) => entry.claims.map(({ number }) => number))

describe('which claims stand in which paragraph', () => {
  test('each paragraph has its own, numbered in the order of the text', () => {
    expect(numbersIn(placeClaims(article, claims, here))).toEqual([[1, 2], [3], []])
  })

  test('a claim that runs over paragraphs stands in each of them', () => {
    const start = damText.indexOf('shortly')
    const long: Claim = {
      ...aClaim(),
      selectors: {
        quote: { exact: 'any', prefix: '', suffix: '' },
        position: { start, end: damText.indexOf('Engineers') + 9 },
      },
    }
    expect(numbersIn(placeClaims(article, [long], here))).toEqual([[1], [1], [1]])
  })

  test('a long claim does not hide a later one behind it', () => {
    const whole: Claim = {
      ...aClaim(),
      selectors: {
        quote: { exact: 'any', prefix: '', suffix: '' },
        position: { start: 0, end: damText.length },
      },
    }
    const [first] = placeClaims(article, [whole, ...claims], here)
    expect(first?.claims.map(({ number }) => number)).toEqual([1, 2, 3])
    expect(numbersIn(placeClaims(article, [whole, ...claims], here))[1]).toEqual([1, 4])
  })

  test('a change in one paragraph leaves the others as they were, so that they are not drawn again', () => {
    const before = placeClaims(article, claims, here)
    const changed = claims.map((claim, index) => (index === 2 ? { ...claim, verdict: null } : claim))
    const after = placeClaims(article, changed, here, before)
    expect(after[0]).toBe(before[0])
    expect(after[1]).not.toBe(before[1])
    expect(after[2]).toBe(before[2])
  })

  test('a claim that was carried here stands at its new place, in the order of the text', () => {
    const [first, ...rest] = claims
    if (!first) throw new Error('there are claims')
    const old = { ...first, revision: 'another' }
    const last = article.places[2] ?? { start: 0, end: 0 }
    const carried = new Map([[old.id, { start: last.start, end: last.start + 9 }]])
    expect(numbersIn(placeClaims(article, [old, ...rest], { ...here, carried }))).toEqual([[2], [3], [1]])
  })

  test('a claim of another revision has no place here', () => {
    const old = aClaim({ revision: 'another' })
    expect(numbersIn(placeClaims(article, [old], here))).toEqual([[], [], []])
  })
})
