import { expect, test } from 'vitest'
import { isForEnglish, nearness, reranked } from '../../server/similar/embed/embedder'
import type { SimilarClaim } from '../../server/similar/similar'

const aClaim = (claimId: string, likeness: number): SimilarClaim => ({
  ...{ claimId, likeness, statement: claimId, speaker: '', work: null, published: null, relation: null },
})

test('vectors are near that point the same way, however long, and not that point apart', () => {
  expect(nearness([1, 2], [2, 4])).toBeCloseTo(1)
  expect(nearness([1, 0], [0, 3])).toBe(0)
  expect(nearness([1, 0], [-1, 0])).toBe(0)
  expect(nearness([0, 0], [1, 0])).toBe(0)
})

test('what shares words and what shares meaning count half each', () => {
  const found = reranked(
    [aClaim('words', 0.8), aClaim('meaning', 0.4)],
    [
      [1, 0],
      [0, 1],
      [1, 0],
    ],
  )
  expect(found.map(({ claimId, likeness }) => [claimId, likeness])).toEqual([
    ['meaning', 0.7],
    ['words', 0.4],
  ])
})

test('an encoder of English is not asked in other letters', () => {
  expect(isForEnglish('The dam at Karsell (카르셀) broke.')).toBe(true)
  expect(isForEnglish('카르셀 댐이 무너졌다.')).toBe(false)
  expect(isForEnglish('2,000')).toBe(false)
})
