import { describe, expect, test } from 'vitest'
import { verdicts } from '../../db/vocabulary'
import { whyNotReady } from '../../server/claim/claim'
import {
  entryOf,
  houseEntry,
  houseScale,
  labelOf,
  type Scale,
  scaleShape,
  shortOf,
  whyNoScale,
} from '../../server/claim/scale'
import { beginsWithVerdict } from '../../server/publication/markup/begins-with-verdict'
import { aClaim } from '../newsroom'

const whole: Scale = verdicts.map((verdict) => houseEntry(verdict))

test('the house’s scale is without the optional verdicts, and they can be taken up', () => {
  expect(houseScale().map(({ label }) => label)).toEqual([
    ...['True', 'Mostly true', 'Misleading / missing context', 'False', 'Unproven'],
  ])
  expect(whyNoScale(houseScale())).toBeNull()
  expect(whyNoScale(whole)).toBeNull()
})

test('a scale lacks none of the five, has none twice, and tells its labels apart', () => {
  expect(whyNoScale(whole.filter(({ verdict }) => verdict !== 'unproven'))).toMatchObject({
    code: 'scale-lacks',
  })
  expect(whyNoScale([...whole, houseEntry('true')])?.code).toBe('input-wrong')
  const alike = whole.map((entry) => (entry.verdict === 'false' ? { ...entry, label: 'tRUE' } : entry))
  expect(whyNoScale(alike)).toMatchObject({ code: 'scale-label-twice' })
})

test('a verdict goes by the desk’s words, by the house’s where the scale has it no more', () => {
  const scale = houseScale().map((entry) =>
    entry.verdict === 'misleading' ? { ...entry, label: 'Lacks context' } : entry,
  )
  expect([labelOf('misleading', scale), shortOf('misleading', scale)]).toEqual([
    'Lacks context',
    'Lacks context',
  ])
  expect([labelOf('half-true', scale), shortOf('misleading', houseScale())]).toEqual([
    'Half true',
    'Misleading',
  ])
  expect(entryOf('true', null).meaning).toBe('The evidence supports it.')
  expect(shortOf(null, scale)).toBe('Not yet rated')
})

test('a claim with a verdict that the desk has taken off its scale cannot be submitted', () => {
  const claim = aClaim({ verdict: 'half-true' })
  expect(whyNotReady(claim, { sourcesNeeded: 2, scale: houseScale() })).toEqual({
    ...{ code: 'verdict-off-scale', values: { verdict: 'Half true' } },
  })
  expect(whyNotReady(claim, { sourcesNeeded: 2, scale: whole })).toBeNull()
})

test('a statement that begins with a desk’s own word for a verdict looks rated, whatever signs are in the word', () => {
  const scale = [{ ...houseEntry('false'), label: 'Nope (checked)*' }]
  expect(beginsWithVerdict('Nope (checked)* it was the largest', scale)).toBe(true)
  expect(beginsWithVerdict('Nope, it was the largest', scale)).toBe(false)
})

describe('no words of a scale', () => {
  test.each([' ', 'x', 'x'.repeat(41), 'True\u202E', 'Fal\u200Bse', 'Two\nlines'])('%j', (label) => {
    expect(scaleShape.safeParse([{ ...houseEntry('true'), label }]).success).toBe(false)
  })
})
