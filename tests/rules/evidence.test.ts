import { expect, test } from 'vitest'
import type { Claim } from '../../server/claim/claim'
import { type EvidenceCheck, evidenceOf } from '../../server/review/approval/evidence'
import { frozenClaim } from '../../server/review/submission'
import { dependentOf } from '../../server/source/independence'
import { aClaim, aRationale, aSource, damText } from '../newsroom'

const conditions = { text: damText, revision: 1, sourcesNeeded: 2, depending: [] }
const evidenceOn = (check: EvidenceCheck, parts: Partial<Claim>, text = damText) => {
  const claim = frozenClaim(aClaim(parts))
  const depending = dependentOf(claim.sources.map((source) => ({ ...source, text: '' })))
  return evidenceOf(claim, { ...conditions, text, depending }).find((line) => line.check === check)
}

test('a complete claim passes every check', () => {
  expect(evidenceOf(frozenClaim(aClaim()), conditions).every(({ holds }) => holds)).toBe(true)
})

test('a quote that is not in the revision is pointed out', () => {
  expect(evidenceOn('quote', {}, 'Another text.')).toMatchObject({ holds: false, values: { revision: 1 } })
})

test('two sources of one publisher are not independent, however it is spelled', () => {
  const sources = [aSource({ publisher: 'The Treasury' }), aSource({ publisher: ' the treasury ' })]
  expect(evidenceOn('publishers', { sources })).toMatchObject({
    holds: false,
    values: { sources: 2, publishers: 1 },
  })
})

test('without a stated publisher the host stands for it', () => {
  const address = 'https://www.treasury.example/a'
  const sources = [
    aSource({ publisher: '', address }),
    aSource({ publisher: '', address: 'https://treasury.example/b' }),
  ]
  expect(evidenceOn('publishers', { sources })).toMatchObject({ holds: false, values: { publishers: 1 } })
})

test('two names of one site are one publisher, and so are two sources of nearly the same words', () => {
  const sources = [
    aSource({ publisher: 'The Treasury', address: 'https://news.treasury.example/a' }),
    aSource({ publisher: 'Press office', address: 'https://treasury.example/b' }),
  ]
  expect(evidenceOn('publishers', { sources })).toMatchObject({ holds: false, values: { publishers: 1 } })
  const [first, copy] = [aSource(), aSource()]
  const depending = [{ id: copy.id, on: first.id, because: 'same-text' as const }]
  const claim = frozenClaim(aClaim({ sources: [first, copy] }))
  expect(
    evidenceOf(claim, { ...conditions, depending }).find(({ check }) => check === 'publishers'),
  ).toMatchObject({
    holds: false,
    values: { sources: 2, publishers: 1 },
  })
})

test('a source with neither publisher nor link has no publisher to count', () => {
  const sources = [aSource(), aSource({ publisher: '', address: '', title: 'A call' })]
  expect(evidenceOn('publishers', { sources })).toMatchObject({
    holds: false,
    values: { sources: 2, publishers: 1 },
  })
})

test('a source without stance is named by its number', () => {
  const sources = [aSource(), aSource({ stance: null })]
  expect(evidenceOn('described', { sources })).toMatchObject({ holds: false, values: { numbers: '2' } })
})

test('a source that nobody cites is named by its number', () => {
  const sources = [aSource(), aSource()]
  const rationale = aRationale('It is not.', sources.slice(1))
  expect(evidenceOn('cited', { sources, rationale })).toMatchObject({
    holds: false,
    values: { numbers: '1' },
  })
})
