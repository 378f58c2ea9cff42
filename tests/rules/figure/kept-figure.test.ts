import { expect, test } from 'vitest'
import { placedIn } from '../../../server/claim/figure/figure'
import { confirmFigure, setValue, takeBackFigure } from '../../../server/room/doc/claim-values'
import { mergedFigures } from '../../../server/room/doc/entries/merged-figures'
import { markClaim, mergeClaims } from '../../../server/room/doc/marks'
import { readClaim } from '../../../server/room/doc/room-claims'
import { openDoc, type RoomDoc } from '../../../server/room/doc/room-doc'
import { aFigure, damText, selectorsOf } from '../../newsroom'

const people = '01890000-0000-7000-8000-000000000001'
const marks = '01890000-0000-7000-8000-000000000002'
const fourteen = aFigure({
  reported: '14 million',
  at: { start: 0, end: 10 },
  low: 14e6,
  high: 14e6,
  unit: 'marks',
})

function aRoom(): RoomDoc {
  const doc = openDoc()
  const places = [
    { id: people, at: '2026-03-06', span: selectorsOf('Two thousand people').position },
    { id: marks, at: '2026-03-07', span: selectorsOf('14 million marks').position },
  ]
  for (const place of places) markClaim(doc, { ...place, revision: 'r', text: damText, appearance: null })
  return doc
}

/** A claim as it stands, which the test knows to be there. */
function claimOf(doc: RoomDoc, id: string) {
  const claim = readClaim(doc, id)
  if (!claim) throw new Error('there is no such claim')
  return claim
}

const merge = (doc: RoomDoc) =>
  mergeClaims(doc, [claimOf(doc, people), claimOf(doc, marks)], damText, '2026-03-08')

test('a figure that was confirmed by mistake is taken back with the kind that it said', () => {
  const doc = aRoom()
  const before = claimOf(doc, people)
  confirmFigure(doc, before, aFigure())
  takeBackFigure(doc, before)
  expect(claimOf(doc, people)).toMatchObject({ figure: null, kind: null })
})

test('a kind that somebody chose since stays, and so does a figure that stood before', () => {
  const doc = aRoom()
  confirmFigure(doc, claimOf(doc, people), aFigure())
  const before = { ...claimOf(doc, people), kind: null }
  confirmFigure(doc, before, fourteen)
  setValue(doc, people, 'kind', 'comparison')
  takeBackFigure(doc, before)
  expect(claimOf(doc, people)).toMatchObject({ figure: aFigure(), kind: 'comparison' })
})

test('a claim without a figure takes over that of the one merged into it, at its place in the longer quote', () => {
  const doc = aRoom()
  confirmFigure(doc, claimOf(doc, marks), fourteen)
  merge(doc)
  const { figure, kind, selectors } = claimOf(doc, people)
  expect(kind).toBe('number')
  expect(figure).toEqual(placedIn(fourteen, selectors.quote.exact))
  const words = Array.from(selectors.quote.exact).slice(figure?.at.start, figure?.at.end)
  expect(words.join('')).toBe('14 million')
  expect(mergedFigures(doc, claimOf(doc, people))).toEqual([])
})

test('of two figures the kept claim’s stands, and the other is offered until it is taken', () => {
  const doc = aRoom()
  confirmFigure(doc, claimOf(doc, people), aFigure())
  confirmFigure(doc, claimOf(doc, marks), fourteen)
  merge(doc)
  expect(claimOf(doc, people).figure).toMatchObject({ low: 2000 })
  const offered = mergedFigures(doc, claimOf(doc, people))
  expect(offered).toMatchObject([{ low: 14e6, unit: 'marks' }])
  confirmFigure(doc, claimOf(doc, people), offered[0] ?? fourteen)
  expect(claimOf(doc, people).figure).toMatchObject({ low: 14e6 })
  expect(mergedFigures(doc, claimOf(doc, people))).toEqual([])
})
