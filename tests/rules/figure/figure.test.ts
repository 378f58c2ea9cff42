import { expect, test } from 'vitest'
import { whyNotReady } from '../../../server/claim/claim'
import {
  figureShape,
  figureWords,
  saysSame,
  whyNotFigure,
  withExactness,
  withLow,
  withWorkedOut,
} from '../../../server/claim/figure/figure'
import { confirmFigure } from '../../../server/room/doc/claim-values'
import { markClaim } from '../../../server/room/doc/marks'
import { readClaim } from '../../../server/room/doc/room-claims'
import { openDoc } from '../../../server/room/doc/room-doc'
import { undoFor } from '../../../server/room/doc/undo'
import { aClaim, aFigure, damText, selectorsOf } from '../../newsroom'

test('a figure with a value, in order, and with dates that are dates can be frozen', () => {
  expect(whyNotFigure(aFigure({ from: '2026', to: '2026-03-05' }))).toBeNull()
  expect(whyNotFigure(aFigure({ high: null, exactness: 'at-least' }))).toBeNull()
})

test('a figure without a value, turned around or with another date cannot', () => {
  expect(whyNotFigure(aFigure({ low: null, high: null }))).toEqual({ code: 'figure-without-value' })
  expect(whyNotFigure(aFigure({ low: 600, high: 500 }))).toEqual({ code: 'figure-reversed' })
  expect(whyNotFigure(aFigure({ to: '5 March' }))).toEqual({ code: 'figure-date-unreadable' })
})

test('a number that the desk worked out says how, stands in the record, and keeps what was promised to sources', () => {
  const workedOut = { value: 517, how: '212 + 148 + 96 + 61' }
  expect(whyNotFigure(aFigure({ workedOut }))).toBeNull()
  expect(whyNotFigure(aFigure({ workedOut: { ...workedOut, how: ' ' } }))).toEqual({
    code: 'figure-worked-out-how',
  })
  expect(figureWords(aFigure({ workedOut }))).toContain(workedOut.how)
  expect(saysSame(aFigure({ workedOut }), aFigure({ workedOut: { ...workedOut } }))).toBe(true)
  expect(saysSame(aFigure({ workedOut }), aFigure())).toBe(false)
  expect(withWorkedOut(aFigure({ workedOut }), null)).toEqual(aFigure())
})

test('a figure without such a number has the hash that it had before there were any', () => {
  expect(Object.keys(figureShape.parse(aFigure()))).not.toContain('workedOut')
})

test('a claim whose figure cannot be frozen cannot be submitted', () => {
  expect(whyNotReady(aClaim({ figure: aFigure() }))).toBeNull()
  expect(whyNotReady(aClaim({ figure: aFigure({ low: 3, high: 2 }) }))).toEqual({ code: 'figure-reversed' })
})

test('what a figure says of a source keeps its terms', () => {
  const claim = aClaim({ figure: aFigure({ saidBy: 'Nadia Ferro' }) })
  const named = {
    way: 'call',
    who: 'Nadia Ferro',
    role: '',
    by: 'Lena',
    when: '2026-03',
    terms: 'background',
  }
  const [source] = claim.sources
  if (!source) throw new Error('a claim that is ready has sources')
  // Only its terms matter here, not what else a call has.
  const sources = [
    { ...source, unlinked: { ...source.unlinked, ...named } },
    ...claim.sources.slice(1),
  ] as typeof claim.sources
  expect(whyNotReady({ ...claim, sources })).not.toBeNull()
})

test('a figure that opens upwards has no upper end, and gets one back', () => {
  const open = withExactness(aFigure(), 'at-least')
  expect(open).toMatchObject({ low: 2000, high: null })
  expect(withExactness(open, 'up-to')).toMatchObject({ low: null, high: 2000 })
  expect(withExactness(withExactness(open, 'up-to'), 'about')).toMatchObject({ low: 2000, high: 2000 })
})

test('a single value stays one, a range keeps its other end', () => {
  expect(withLow(aFigure(), 1900)).toMatchObject({ low: 1900, high: 1900 })
  expect(withLow(aFigure({ low: 500, high: 600 }), 550)).toMatchObject({ low: 550, high: 600 })
})

test('confirming says that it is a number where nobody said what it is, and one undo takes both back', () => {
  const doc = openDoc()
  const origin = {}
  const id = '01890000-0000-7000-8000-000000000001'
  const span = selectorsOf('Two thousand people').position
  markClaim(doc, { id, at: '2026-03-06', revision: 'r', text: damText, span, appearance: null })
  const undo = undoFor(doc, origin)
  confirmFigure(doc, { id, kind: null }, aFigure(), origin)
  expect(readClaim(doc, id)).toMatchObject({ figure: aFigure(), kind: 'number' })
  undo.undo('2026-03-06', () => null)
  expect(readClaim(doc, id)).toMatchObject({ figure: null, kind: null })
})

test('confirming leaves the kind that somebody chose', () => {
  const doc = openDoc()
  const id = '01890000-0000-7000-8000-000000000001'
  const span = selectorsOf('Two thousand people').position
  markClaim(doc, { id, at: '2026-03-06', revision: 'r', text: damText, span, appearance: null })
  confirmFigure(doc, { id, kind: 'comparison' }, aFigure())
  expect(readClaim(doc, id)?.kind).toBeNull()
})
