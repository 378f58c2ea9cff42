import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { verdicts } from '../../db/vocabulary'
import { styleOf } from '../../server/claim/verdict'
import { cardColours, cardOf, cardText } from '../../server/publication/drawn/card'
import { drawable } from '../../server/publication/drawn/letters/style'
import { stampMark } from '../../server/publication/drawn/stamp-mark'
import { editionOf } from '../../server/publication/pages/edition'
import { sampleClaims } from '../../server/publication/pages/sample/sample-claims'

const desk = { slug: 'ledger', name: 'The Ledger', timeZone: 'UTC', language: 'en', isDemo: false }
const edition = editionOf(desk, { origin: 'https://ledger.example', stylesheet: '' })
const of = (kind: string) => {
  const version = sampleClaims()
    .flat()
    .find((one) => one.kind === kind)
  if (!version) throw new Error(`the sample has no ${kind}`)
  return version
}

test('a card has the colours of readers’ pages', () => {
  const css = readFileSync('server/publication/pages/public.css', 'utf8')
  const colourOf = (name: string) => new RegExp(`--${name}: light-dark\\((#\\w+)`).exec(css)?.[1]
  for (const verdict of verdicts) {
    const style = styleOf(verdict)
    expect([verdict, cardColours[verdict]]).toEqual([
      verdict,
      { ink: colourOf(style), ground: colourOf(`${style}-tint`) },
    ])
  }
})

test('each verdict has a sign of its own on its card, and its word', () => {
  const stamps = sampleClaims().map(([, first]) => cardOf(first ?? of('first'), edition).stamp)
  const marks = stamps.map(stampMark)
  expect(new Set(marks).size).toBe(verdicts.length)
  expect(new Set(stamps.map(({ label }) => label)).size).toBe(verdicts.length)
  expect(marks.join()).not.toContain('var(')
})

test('the card of a retracted check shows no verdict', () => {
  const card = cardOf(of('retraction'), edition)
  expect(card.stamp.label).toBe('Retracted')
  expect(card.mark).toMatch(/^Retracted, /)
})

test('a corrected check says so on its card, with the day', () => {
  expect(cardOf(of('verdict-change'), edition).mark).toBe('Correction, 6 March 2026.')
})

test('a check under review says so on its card', () => {
  expect(cardOf({ ...of('first'), underReview: { line: 'x', at: new Date(0) } }, edition).mark).toBe(
    'Under review since 1 January 1970, 00:00.',
  )
})

test('a card of a demo says that all is invented', () => {
  expect(cardOf(of('first'), { ...edition, desk: { ...desk, isDemo: true } }).kind).toBe('Demo, all invented')
})

test('who does not see a card is told what it says', () => {
  expect(cardText(cardOf(of('verdict-change'), edition), edition)).toMatch(
    /^“Statement” .+\. Correction, 6 March 2026\. The Ledger\.$/,
  )
})

test('what would turn the words of others around is not drawn', () => {
  expect(drawable('a\u202eb\u2067c\u0000d\ne')).toBe('abc d e')
})
