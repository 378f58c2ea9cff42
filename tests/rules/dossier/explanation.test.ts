import { expect, test } from 'vitest'
import { pairKey } from '../../../server/dossier/disagreement/disagreement'
import {
  type Explanation,
  explained,
  type KnownClaim,
  pairsForReaders,
  standingOf,
  whyNotReplace,
} from '../../../server/dossier/explanation/explanation'
import { aFigure } from '../../newsroom'

const [few, many] = [
  { claimId: 'a', figure: aFigure({ low: 500, high: 500 }) },
  { claimId: 'b', figure: aFigure({ low: 2000, high: 2000 }) },
]
const pairs = [pairKey(few, many)]
const by = { id: 'lena', name: 'Lena' }

const approvedOn = (day: number): Explanation['decided'] => ({
  ...{ by: { id: 'ruth', name: 'Ruth' }, outcome: 'approved', note: '' },
  at: new Date(Date.UTC(2026, 2, day)),
})

const anExplanation = (parts: Partial<Explanation>): Explanation => ({
  ...{ id: 'first', pairs, claims: ['a', 'b'], reason: 'other-date', text: 'Other days.', by },
  ...{ at: new Date(0), replaces: null, takesBack: false, isReplaced: false, decided: approvedOn(1) },
  ...parts,
})

test('readers are told what explains figures that they have, of those alone, and nothing about other articles', () => {
  const more = { claimId: 'c', figure: aFigure({ low: 700, high: 700 }) }
  const other = pairKey(few, more)
  const one = anExplanation({ claims: ['a', 'b', 'c'], pairs: [...pairs, other] })
  const told = (known: KnownClaim[], there = ['a', 'b', 'c']) => pairsForReaders(one, { known, there })
  expect(told([few, many, more])).toEqual([...pairs, other])
  expect(told([few, many])).toEqual(pairs)
  expect(told([few])).toEqual([])
  expect(told([few, { claimId: 'b', figure: null }])).toEqual([])
  expect(told([few, { claimId: 'b', figure: aFigure({ low: 1900, high: 1900 }) }])).toEqual([])
  expect(told([few, many], ['a', 'b'])).toEqual([])
})

test('what was replaced holds no more, and that it was taken back holds until somebody explains anew', () => {
  const replaced = anExplanation({ isReplaced: true })
  const back = anExplanation({ id: 'back', replaces: 'first', takesBack: true, decided: approvedOn(2) })
  expect(standingOf([back, replaced])).toEqual([back])
  expect(explained({ pairs }, [back, replaced])).toEqual({ said: [back], past: [replaced], isOpen: true })
  const anew = anExplanation({ id: 'anew', decided: approvedOn(3) })
  expect(standingOf([anew, back, replaced])).toEqual([anew])
  expect(explained({ pairs }, [anew, back, replaced])).toMatchObject({ said: [anew], isOpen: false })
  const waiting = anExplanation({ id: 'anew', decided: null })
  expect(standingOf([waiting, back, replaced])).toEqual([back])
})

test('only what is approved and holds can be replaced, one change at a time', () => {
  const refused = { code: 'explanation-replaced' }
  expect(whyNotReplace(anExplanation({}), false)).toBeNull()
  expect(whyNotReplace(anExplanation({}), true)).toEqual(refused)
  expect(whyNotReplace(anExplanation({ decided: null }), false)).toEqual(refused)
  expect(whyNotReplace(anExplanation({ isReplaced: true }), false)).toEqual(refused)
  expect(whyNotReplace(anExplanation({ takesBack: true }), false)).toEqual(refused)
})
