import { expect, test } from 'vitest'
import { byPlace, whyNotReady, whyNotRemove } from '../../server/claim/claim'
import { say } from '../../server/refusal'
import { aClaim, aRationale, aSource, damText, selectorsOf } from '../newsroom'

const whyNot = (parts: Parameters<typeof aClaim>[0]) => whyNotReady(aClaim(parts))

test('a claim with all its parts is ready', () => {
  expect(whyNotReady(aClaim(), { sourcesNeeded: 2, text: damText })).toBeNull()
})

test('a deleted claim is not ready', () => {
  expect(whyNot({ isDeleted: true })).toEqual({ code: 'claim-deleted' })
})

test('a claim with an unreadable part is not ready and names the part', () => {
  expect(whyNot({ damaged: ['verdict'] })).toEqual({ code: 'claim-damaged', values: { part: 'verdict' } })
})

test('a quote that does not stand in the text word for word is refused', () => {
  const claim = aClaim()
  const text = damText.replace('largest relief', 'biggest relief')
  expect(whyNotReady(claim, { sourcesNeeded: 2, text })).toEqual({ code: 'quote-gone' })
})

test('without the text at hand the quote is not judged', () => {
  expect(whyNotReady(aClaim(), { sourcesNeeded: 2 })).toBeNull()
})

test.each([
  ['statement', { statement: ' \n' }, 'no-statement'],
  ['kind', { kind: null }, 'no-kind'],
  ['verdict', { verdict: null }, 'no-verdict'],
  ['rationale', { rationale: aRationale('  ') }, 'no-rationale'],
  ['short answer', { shortAnswer: ' ' }, 'no-short-answer'],
] as const)('a claim without %s is not ready', (_, parts, code) => {
  expect(whyNot(parts)).toEqual({ code })
})

test('a claim with one source cannot be submitted', () => {
  expect(whyNot({ sources: [aSource()] })).toEqual({ code: 'too-few-sources', values: { needed: 2 } })
})

test('a desk that needs three sources is not content with two', () => {
  expect(whyNotReady(aClaim(), { sourcesNeeded: 3 })).toEqual({
    code: 'too-few-sources',
    values: { needed: 3 },
  })
})

test('a source is named by its title or its address', () => {
  const sources = [aSource({ title: '' }), aSource({ title: ' ', address: ' ' })]
  expect(whyNot({ sources })).toEqual({ code: 'source-unnamed', values: { number: 2 } })
})

test('a source without kind keeps the claim back', () => {
  expect(whyNot({ sources: [aSource(), aSource({ kind: null })] })).toEqual({
    code: 'source-without-kind',
    values: { number: 2 },
  })
})

test('a source without stance keeps the claim back', () => {
  expect(whyNot({ sources: [aSource({ stance: null }), aSource()] })).toEqual({
    code: 'source-without-stance',
    values: { number: 1 },
  })
})

test.each(['yesterday', '2026-02-31', '5/3/2026'])('a source dated “%s” keeps the claim back', (date) => {
  expect(whyNot({ sources: [aSource(), aSource({ date })] })).toEqual({
    code: 'source-date-unreadable',
    values: { number: 2 },
  })
})

test.each(['', '2026', '2026-03', '2026-03-05'])('a source may be dated “%s”', (date) => {
  const sources = [aSource({ date }), aSource()]
  expect(whyNot({ sources, rationale: aRationale('It is not.', sources) })).toBeNull()
})

test('every source must be cited in the rationale', () => {
  const sources = [aSource(), aSource()]
  const rationale = aRationale('It is not.', sources.slice(0, 1))
  expect(whyNot({ sources, rationale })).toEqual({ code: 'source-uncited', values: { number: 2 } })
})

test('a citation of a source that was removed is refused', () => {
  const sources = [aSource(), aSource()]
  const rationale = aRationale('It is not.', [...sources, aSource()])
  expect(whyNot({ sources, rationale })).toEqual({ code: 'citation-without-source' })
})

test('an Unproven verdict says what is not known', () => {
  expect(whyNot({ verdict: 'unproven' })).toEqual({ code: 'unproven-without-not-known' })
  expect(whyNot({ verdict: 'unproven', notKnown: 'How many fled.' })).toBeNull()
})

test('a published claim cannot be removed, a deleted one not twice', () => {
  expect(whyNotRemove(aClaim(), true)).toEqual({ code: 'claim-published' })
  expect(whyNotRemove(aClaim({ isDeleted: true }), false)).toEqual({ code: 'claim-deleted' })
  expect(whyNotRemove(aClaim(), false)).toBeNull()
})

test('claims stand in the order of the text, and of their ends where they begin together', () => {
  const long = aClaim({ selectors: selectorsOf('Two thousand people were driven') })
  const short = aClaim({ selectors: selectorsOf('Two thousand people') })
  const late = aClaim({ selectors: selectorsOf('nobody acted') })
  expect([late, long, short].sort(byPlace)).toEqual([short, long, late])
})

test.each([
  ['statement', 500, (text: string) => ({ statement: text })],
  ['speaker', 300, (text: string) => ({ speaker: text })],
  ['shortAnswer', 1_000, (text: string) => ({ shortAnswer: text })],
  ['notKnown', 2_000, (text: string) => ({ notKnown: text })],
  ['topic', 100, (text: string) => ({ topics: [text] })],
] as const)('a %s of more than %i characters keeps the claim back', (part, maximum, parts) => {
  expect(whyNot(parts('😀'.repeat(maximum)))).toBeNull()
  const whyTooLong = { code: 'text-too-long', values: { part, number: 0, maximum } }
  expect(whyNot(parts('😀'.repeat(maximum + 1)))).toEqual(whyTooLong)
})

test('a rationale is measured by its words', () => {
  const claim = aClaim()
  const reasoned = (length: number) => ({
    ...claim,
    rationale: aRationale('x'.repeat(length), claim.sources),
  })
  expect(whyNotReady(reasoned(20_000))).toBeNull()
  expect(whyNotReady(reasoned(20_001))?.values).toMatchObject({ part: 'rationale', maximum: 20_000 })
})

test('a source whose title or quote is too long is named by its number', () => {
  const readyWith = (parts: Parameters<typeof aSource>[0]) => {
    const claim = aClaim()
    return whyNotReady({
      ...claim,
      sources: claim.sources.with(1, { ...aSource(parts), id: claim.sources[1]?.id ?? '' }),
    })
  }
  expect(readyWith({ title: 'x'.repeat(501) })?.values).toMatchObject({ part: 'sourceTitle', number: 2 })
  expect(readyWith({ quote: 'x'.repeat(4_001) })?.values).toMatchObject({ part: 'sourceQuote', number: 2 })
  expect(readyWith({ place: 'x'.repeat(2_001) })?.values).toMatchObject({ part: 'sourceField', number: 2 })
})

test('a claim has at most fifty sources and fifty topics', () => {
  const topics = Array.from({ length: 51 }, (_, number) => `topic ${number}`)
  expect(whyNot({ topics })).toEqual({ code: 'too-many-parts', values: { part: 'topics', maximum: 50 } })
  const sources = Array.from({ length: 51 }, () => aSource())
  expect(whyNot({ sources })).toEqual({ code: 'too-many-parts', values: { part: 'sources', maximum: 50 } })
})

test('hidden characters that turn words around keep the claim back, and each refusal is a sentence', () => {
  const turned = whyNot({ statement: 'It is \u202etsegral eht' })
  expect(turned).toEqual({ code: 'text-unreadable', values: { part: 'statement', number: 0 } })
  expect(turned && say(turned)).toMatch(/^The statement holds hidden characters/)
  expect(whyNot({ shortAnswer: 'a bell \u0007 here' })?.code).toBe('text-unreadable')
  expect(whyNot({ shortAnswer: 'Two lines,\n\tone of them in. שלום\u200f' })).toBeNull()
  expect(say({ code: 'text-too-long', values: { part: 'sourceTitle', number: 2, maximum: 500 } })).toBe(
    'The title of source 2 has more than 500 characters. Shorten it.',
  )
})
