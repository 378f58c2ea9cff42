import { expect, test } from 'vitest'
import type { Claim } from '../../server/claim/claim'
import {
  historyOf,
  isTakenBack,
  longestPause,
  type Signature,
  type Step,
} from '../../server/room/history/history'
import { aClaim, aSource } from '../newsroom'

const begun = Date.parse('2026-03-06T09:00:00Z')
const marked = aClaim({
  ...{ statement: '', speaker: '', saidAt: '', kind: null, appearances: [], verdict: null, shortAnswer: '' },
  ...{ asKnownAt: '', sources: [], rationale: { type: 'doc', content: [] } },
})

type Moment = Partial<Claim> & { by?: string; after?: number }

/** A claim's life: each moment names what changed, who did it, and how long (ms) after the one before. */
function life(...moments: Moment[]): Step[] {
  let [at, claim] = [begun, marked]
  return [{}, ...moments].map(({ by = 'lena', after = 1_000, ...parts }, index) => {
    at += after
    claim = { ...claim, ...parts }
    const standing = { claim, merged: [], mergedInto: null }
    return { sequence: index + 1, at: new Date(at), memberId: by, standing }
  })
}

function signed(at: number, signature: Signature['signed']): Signature {
  return { id: `signed-${at}`, at: new Date(begun + at), memberId: 'ruth', signed: signature }
}

const told = (steps: Step[], signatures: Signature[] = []) =>
  historyOf(steps, signatures).map(({ memberId, change }) => [memberId, change.what])

test('a claim’s life begins with its mark', () => {
  expect(historyOf(life(), [])).toMatchObject([
    { memberId: 'lena', change: { what: 'marked', quote: 'the largest relief package since independence' } },
  ])
})

test('what one person types in a field without a long pause is one entry', () => {
  const [, entry, ...more] = historyOf(
    life({ statement: 'It' }, { statement: 'It is' }, { statement: 'It is so.' }),
    [],
  )
  expect(entry).toMatchObject({
    change: { what: 'statement', before: '', after: 'It is so.' },
    since: new Date(begun + 2_000),
    at: new Date(begun + 4_000),
    sequence: 4,
  })
  expect(more).toEqual([])
})

test('after a long pause a new entry begins', () => {
  const steps = life({ statement: 'It' }, { statement: 'It is', after: longestPause + 1 })
  expect(historyOf(steps, []).slice(1)).toMatchObject([
    { change: { before: '', after: 'It' } },
    { change: { before: 'It', after: 'It is' } },
  ])
})

test('a colleague’s words in between end an entry', () => {
  const steps = life(
    { statement: 'One' },
    { statement: 'One two', by: 'idris' },
    { statement: 'One two three' },
  )
  expect(told(steps).slice(1)).toEqual([
    ['lena', 'statement'],
    ['idris', 'statement'],
    ['lena', 'statement'],
  ])
})

test('a colleague’s words in another field do not', () => {
  const steps = life({ statement: 'One' }, { speaker: 'The minister', by: 'idris' }, { statement: 'One two' })
  expect(told(steps).slice(1)).toEqual([
    ['lena', 'statement'],
    ['idris', 'speaker'],
  ])
})

test('what was written and taken back is told, as it makes its writer one of the authors', () => {
  const entry = historyOf(life({ statement: 'Oops' }, { statement: '' }), [])[1]
  expect(entry && isTakenBack(entry.change)).toBe(true)
})

test('a source is added, changed, removed and brought back', () => {
  const source = aSource({ claimId: marked.id })
  const changed = { ...source, title: 'Another title' }
  const after = longestPause + 1
  const steps = life(
    { sources: [source] },
    { sources: [changed], after },
    { sources: [], after },
    { sources: [changed], after },
  )
  expect(historyOf(steps, []).slice(1)).toMatchObject([
    { change: { what: 'source', number: 1, before: null, after: source, isBack: false } },
    { change: { before: source, after: changed } },
    { change: { number: 1, before: changed, after: null } },
    { change: { before: null, after: changed, isBack: true } },
  ])
})

test('a merge names the claim whose words came over', () => {
  const other = { id: 'other', words: 'Nobody acted.' }
  const [mark] = life()
  const [, merging] = life({ statement: 'It is so. Nobody acted.' })
  if (!mark || !merging) throw new Error('a life has as many steps as it is given')
  const standing = { ...merging.standing, merged: [other] }
  const [, entry] = historyOf([mark, { ...merging, standing }], [])
  expect(entry?.change).toEqual({ what: 'merged', claim: other })
})

test('a claim is deleted and brought back', () => {
  expect(told(life({ isDeleted: true }, { isDeleted: false })).slice(1)).toEqual([
    ['lena', 'deleted'],
    ['lena', 'restored'],
  ])
})

test('a part that cannot be read is named', () => {
  const [, entry] = historyOf(life({ damaged: ['topics'] }), [])
  expect(entry?.change).toEqual({ what: 'damaged', part: 'topics' })
})

test('what was signed stands at its time, and ends the entry before it', () => {
  const steps = life({ statement: 'One' }, { statement: 'One two', after: 10_000 })
  const signatures = [
    signed(60_000, { what: 'returned', note: 'Which package?' }),
    signed(5_000, { what: 'submitted', kind: 'first', note: '' }),
  ]
  expect(told(steps, signatures).slice(1)).toEqual([
    ['lena', 'statement'],
    ['ruth', 'submitted'],
    ['lena', 'statement'],
    ['ruth', 'returned'],
  ])
})
