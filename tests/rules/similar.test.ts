import { expect, test } from 'vitest'
import { overturnedBy, type Turn } from '../../server/proposition/proposition'
import { bar } from '../../server/publication/redaction/black-out'
import {
  anyOf,
  ownScore,
  type SaidWord,
  soughtWords,
  tellingWords,
  weightOf,
} from '../../server/similar/rank/bm25'
import { newSources, placeFrom, sourcesToTake } from '../../server/similar/reusable'
import {
  checkedBefore,
  joined,
  type PublishedCheck,
  type SimilarClaim,
  shownOf,
} from '../../server/similar/similar'
import { aSource } from '../newsroom'

const all = { documents: 1_000, averageLength: 20 }
const aWord = (lexeme: string, documents: number, times = 1): SaidWord => ({ lexeme, documents, times })

test('a word says the more of a claim the fewer claims have it, and never less than nothing', () => {
  expect(weightOf(aWord('karsell', 2), all)).toBeGreaterThan(weightOf(aWord('dam', 100), all))
  expect(weightOf(aWord('the', 1_000), all)).toBeGreaterThan(0)
  expect(weightOf(aWord('new', 5), { documents: 0, averageLength: 1 })).toBeGreaterThan(0)
})

test('a claim scores most by its own words, and more with each', () => {
  const words = [aWord('karsell', 2), aWord('dam', 100)]
  expect(ownScore(words, all)).toBeGreaterThan(ownScore(words.slice(0, 1), all))
})

test('the rarest words are those that tell most', () => {
  const words = tellingWords([aWord('dam', 100), aWord('karsell', 2), aWord('breach', 2)])
  expect(words.map(({ lexeme }) => lexeme)).toEqual(['breach', 'karsell', 'dam'])
})

test('claims are looked for by as many words as few claims have, and by the rarest two at least', () => {
  const sought = (...counts: number[]) =>
    soughtWords(counts.map((count, at) => aWord(`w${at}`, count))).length
  expect(sought(1, 5, 90, 1_900)).toBe(4)
  expect(sought(1, 5, 90, 5_000)).toBe(3)
  expect(sought(40_000, 50_000, 60_000)).toBe(2)
})

test('no sign in a word is taken for one of tsquery’s own', () => {
  expect(anyOf(["o'hara", 'a\\b'])).toBe("'o''hara' | 'a\\\\b'")
})

const aCheck = (parts: Partial<PublishedCheck> = {}): PublishedCheck => ({
  ...{ publicationId: 'p', number: 3, version: 1, path: '/c/3-a', desk: 'Meridian', at: new Date(0) },
  ...{ verdict: 'false', label: 'False', isRetracted: false, isUnderReview: false },
  ...parts,
})
const aHit = (claimId: string, likeness: number, parts: Partial<SimilarClaim> = {}): SimilarClaim => ({
  ...{ claimId, likeness, statement: claimId, speaker: '', work: null, published: null, relation: null },
  ...parts,
})
const aWork = { articleId: 'a', title: 'Title', verdict: null }

test('a claim that is worked on and published is shown once, with both', () => {
  const [claim, ...others] = joined(
    [aHit('one', 0.4, { work: aWork })],
    [aHit('one', 0.6, { published: aCheck() })],
  )
  expect(claim).toMatchObject({ likeness: 0.6, work: aWork, published: { number: 3 } })
  expect(others).toEqual([])
})

test('the most alike come first, and what is not comparable is hidden', () => {
  const said = { relation: 'not-comparable', isReversed: false, by: 'Lena', at: new Date(0) } as const
  const hits = [aHit('far', 0.4), aHit('near', 0.9), aHit('other', 1, { relation: said })]
  expect(shownOf(hits).map(({ claimId }) => claimId)).toEqual(['near', 'far'])
})

test('what was retracted was not checked before', () => {
  const hits = [
    aHit('a', 1, { published: aCheck({ isRetracted: true }) }),
    aHit('b', 1, { published: aCheck() }),
    aHit('c', 1),
  ]
  expect(checkedBefore(hits).map(({ claimId }) => claimId)).toEqual(['b'])
})

test('a source that only whoever heard it can vouch for is not taken over, nor one with words removed', () => {
  const open = aSource({ title: 'Register' })
  const removed = aSource({ title: `A ${bar} letter` })
  const withheld = aSource({ confidential: { reason: 'Danger.' } })
  expect(sourcesToTake([open, removed, withheld]).map(({ title }) => title)).toEqual(['Register'])
})

test('a source that the claim has already is not taken twice', () => {
  const [known, fresh] = [aSource(), aSource()]
  expect(newSources([known, fresh], [known])).toEqual([fresh])
})

test('where a source was taken from stands beside where its quote stands', () => {
  expect(placeFrom(' p. 4 ', 'from check 3')).toBe('p. 4 · from check 3')
  expect(placeFrom('', 'from check 3')).toBe('from check 3')
})

const day = (n: number) => new Date(Date.UTC(2026, 2, n))
const aTurn = (parts: Partial<Turn> = {}): Turn => ({
  ...{ claimId: 'first', publicationId: 'p2', number: 3, version: 2, path: '/c/3-a', at: day(10) },
  ...{ verdict: 'false', label: 'False', isRetraction: false },
  ...parts,
})
const aDependent = (parts: Partial<Parameters<typeof overturnedBy>[0]> = {}) =>
  ({
    ...{ claimId: 'second', linkedAt: day(1), verdict: 'true', published: null },
    ...parts,
  }) as Parameters<typeof overturnedBy>[0]
const version = (n: number, verdict: 'true' | 'false', isRetracted = false) => ({
  at: day(n),
  verdict,
  isRetracted,
})

test('a claim is overturned when one that says the same gives up the verdict it has', () => {
  expect(overturnedBy(aDependent(), [aTurn()])?.publicationId).toBe('p2')
  expect(overturnedBy(aDependent({ published: version(2, 'true') }), [aTurn()])?.publicationId).toBe('p2')
})

test('a claim is not overturned by its own correction', () => {
  expect(overturnedBy(aDependent({ claimId: 'first' }), [aTurn()])).toBeNull()
})

test('a claim that has the new verdict is not overturned', () => {
  expect(overturnedBy(aDependent({ verdict: 'false' }), [aTurn()])).toBeNull()
  // What readers have counts, not what the room says meanwhile.
  expect(
    overturnedBy(aDependent({ verdict: 'false', published: version(2, 'true') }), [aTurn()]),
  ).not.toBeNull()
})

test('a claim that is not rated or retracted itself has nothing to give up', () => {
  expect(overturnedBy(aDependent({ verdict: null }), [aTurn()])).toBeNull()
  expect(overturnedBy(aDependent({ published: version(2, 'true', true) }), [aTurn()])).toBeNull()
})

test('what changed before both hung together, or before the claim’s own newest version, overturns nothing', () => {
  expect(overturnedBy(aDependent({ linkedAt: day(11) }), [aTurn()])).toBeNull()
  expect(overturnedBy(aDependent({ published: version(11, 'true') }), [aTurn()])).toBeNull()
})

test('a retraction overturns whatever the verdict', () => {
  expect(overturnedBy(aDependent({ verdict: 'false' }), [aTurn({ isRetraction: true })])).not.toBeNull()
})
