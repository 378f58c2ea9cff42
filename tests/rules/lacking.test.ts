import { expect, test } from 'vitest'
import { lackingIn } from '../../app/desk/[slug]/articles/[articleId]/_restored/lacking'
import type { Claim } from '../../server/claim/claim'
import { aClaim, aFigure } from '../newsroom'

const claim = aClaim()
const room = (...claims: Claim[]) => new Map(claims.map((claim) => [claim.id, claim]))

test('a copy that says what the room says lacks nothing', () => {
  expect(lackingIn(room(claim), [claim])).toEqual([])
})

test('words that the room has with more around them are not lacking', () => {
  const longer = { ...claim, statement: `Today: ${claim.statement}` }
  expect(lackingIn(room(longer), [claim])).toEqual([])
})

test('a text that reads differently in the room is offered, and nothing else of its claim', () => {
  const [lacking] = lackingIn(room(claim), [{ ...claim, shortAnswer: 'It is not.' }])
  expect(lacking).toMatchObject({ id: claim.id, isGone: false, verdict: null })
  expect(lacking?.texts).toEqual([{ part: 'shortAnswer', text: 'It is not.' }])
})

test('a figure that the room has lost is offered in words', () => {
  const [lacking] = lackingIn(room(claim), [{ ...claim, figure: aFigure() }])
  expect(lacking?.texts).toEqual([{ part: 'figure', text: '2,000 people' }])
})

test('another verdict is offered', () => {
  expect(lackingIn(room(claim), [{ ...claim, verdict: 'true' }])).toMatchObject([
    { verdict: 'true', texts: [] },
  ])
})

test('a claim that the room has lost is offered with all its words and sources', () => {
  const [lacking] = lackingIn(room(), [claim])
  expect(lacking).toMatchObject({ isGone: true, verdict: 'misleading' })
  expect(lacking?.texts.map(({ part }) => part)).toEqual([
    'statement',
    'speaker',
    'shortAnswer',
    'rationale',
    'source',
    'source',
  ])
})

test('a mark without a word is offered by its quote alone', () => {
  const bare = aClaim({ statement: '', speaker: '', shortAnswer: '', verdict: null, sources: [] })
  const copy = { ...bare, rationale: { ...bare.rationale, content: [] } }
  expect(lackingIn(room(), [copy])).toMatchObject([{ isGone: true, texts: [], verdict: null }])
})

test('a claim that was deleted in the copy is not offered', () => {
  expect(lackingIn(room(), [{ ...claim, isDeleted: true }])).toEqual([])
})
