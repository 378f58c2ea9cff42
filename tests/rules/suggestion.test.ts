import { expect, test } from 'vitest'
import {
  keptRationale,
  keptText,
  longestSuggestion,
  rationaleIn,
  whyNotDecideSuggestion,
  whyNotSuggest,
  wordingOf,
} from '../../server/suggestion/suggestion'
import { aClaim, aMember, aRationale } from '../newsroom'

test('the same words are no suggestion, nor more than there is room for', () => {
  const field = 'statement' as const
  expect(whyNotSuggest({ field, before: 'It rose.', after: ' It rose. ' })?.code).toBe('suggestion-same')
  expect(whyNotSuggest({ field, before: '', after: 'x'.repeat(longestSuggestion) })).toBeNull()
  expect(whyNotSuggest({ field, before: '', after: 'x'.repeat(longestSuggestion + 1) })?.code).toBe(
    'suggestion-too-long',
  )
})

test('a rationale is counted by its words, not by what keeps its form', () => {
  const field = 'rationale' as const
  const long = (letters: number) => keptRationale(aRationale('x'.repeat(letters)))
  expect(whyNotSuggest({ field, before: long(1), after: long(longestSuggestion) })).toBeNull()
  expect(whyNotSuggest({ field, before: long(1), after: long(longestSuggestion + 1) })?.code).toBe(
    'suggestion-too-long',
  )
})

test('a rationale comes back as it was kept, and what is none is an empty one', () => {
  const claim = aClaim()
  expect(rationaleIn(keptText(claim, 'rationale'))).toEqual(claim.rationale)
  expect(wordingOf({ field: 'rationale', after: keptText(claim, 'rationale') })).toEqual({
    field: 'rationale',
    rationale: claim.rationale,
  })
  for (const text of ['', 'no', '{"type":"doc"}', '[]'])
    expect(rationaleIn(text)).toEqual({ type: 'doc', content: [] })
})

test('one’s own suggestion is only taken back, and a decided one is decided', () => {
  const member = aMember()
  const own = { suggestedBy: member.id, isDecided: false }
  expect(whyNotDecideSuggestion(own, { member, isTaken: true })?.code).toBe('suggestion-own')
  expect(whyNotDecideSuggestion(own, { member, isTaken: false })).toBeNull()
  const decided = { suggestedBy: aMember().id, isDecided: true }
  expect(whyNotDecideSuggestion(decided, { member, isTaken: true })?.code).toBe('suggestion-decided')
})
