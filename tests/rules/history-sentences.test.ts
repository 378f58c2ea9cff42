import { expect, test } from 'vitest'
import { sayDid } from '../../app/desk/[slug]/articles/[articleId]/_claims/history/did'
import type { Change, Signed } from '../../server/room/history/changes'
import { aFigure, aRationale, aSource } from '../newsroom'

const [source, address] = [aSource(), { id: 'one', address: 'https://ledger.example', date: '' }]
const listed = { what: 'source', id: source.id, number: 2, isBack: false } as const
const empty = { type: 'doc' as const, content: [] }

const said: [Change | Signed, string][] = [
  [{ what: 'marked', quote: 'cracks' }, 'Lena marked the claim'],
  [{ what: 'quote', before: 'cracks', after: 'of cracks' }, 'Lena moved the mark'],
  [{ what: 'statement', before: '', after: 'It is.' }, 'Lena wrote the statement'],
  [{ what: 'shortAnswer', before: 'Yes.', after: 'No.' }, 'Lena edited the short answer'],
  [{ what: 'notKnown', before: 'How many.', after: '' }, 'Lena removed what we do not know'],
  [{ what: 'speaker', before: '', after: '' }, 'Lena changed who said it and took it back'],
  [{ what: 'rationale', before: empty, after: aRationale('Because.') }, 'Lena wrote the rationale'],
  [{ what: 'verdict', before: null, after: 'false' }, 'Lena set the verdict to False'],
  [
    { what: 'verdict', before: 'unproven', after: 'misleading' },
    'Lena changed the verdict from Unproven to Misleading',
  ],
  [
    { what: 'confidence', before: null, after: { level: 'high', why: '' } },
    'Lena set the confidence to High',
  ],
  [
    { what: 'confidence', before: { level: 'high', why: 'a' }, after: { level: 'low', why: 'a' } },
    'Lena changed the confidence from High to Low',
  ],
  [
    { what: 'confidence', before: { level: 'low', why: 'a' }, after: { level: 'low', why: 'b' } },
    'Lena edited why the confidence is so',
  ],
  [
    { what: 'confidence', before: { level: 'low', why: 'a' }, after: null },
    'Lena took the confidence Low away',
  ],
  [{ what: 'figure', before: null, after: aFigure() }, 'Lena wrote the figure'],
  [{ what: 'figure', before: aFigure(), after: aFigure({ low: 1900 }) }, 'Lena edited the figure'],
  [{ what: 'figure', before: aFigure(), after: null }, 'Lena removed the figure'],
  [{ what: 'verdict', before: 'true', after: null }, 'Lena took the verdict True away'],
  [{ what: 'kind', before: 'number', after: 'number' }, 'Lena changed the kind and took it back'],
  [{ what: 'topic', topic: 'relief', before: false, after: true }, 'Lena added the topic relief'],
  [{ what: 'topic', topic: 'relief', before: true, after: false }, 'Lena removed the topic relief'],
  [{ what: 'appearance', id: 'one', before: null, after: address }, 'Lena added an address where it stands'],
  [{ ...listed, before: null, after: source }, 'Lena added source 2'],
  [{ ...listed, before: null, after: source, isBack: true }, 'Lena brought source 2 back'],
  [{ ...listed, before: source, after: { ...source, title: 'A register' } }, 'Lena changed source 2'],
  [{ ...listed, before: source, after: null }, 'Lena removed source 2'],
  [{ what: 'merged', claim: { id: 'two', words: 'cracks' } }, 'Lena merged another claim into this one'],
  [{ what: 'deleted', into: { id: 'two', words: 'cracks' } }, 'Lena merged this claim into another one'],
  [{ what: 'deleted', into: null }, 'Lena deleted the claim'],
  [{ what: 'restored' }, 'Lena brought the claim back'],
  [{ what: 'damaged', part: 'topics' }, 'Lena wrote something that cannot be read'],
  [{ what: 'submitted', kind: 'first', note: '' }, 'Lena submitted the claim for approval'],
  [{ what: 'submitted', kind: 'typo', note: 'A letter.' }, 'Lena submitted a correction'],
  [{ what: 'withdrawn' }, 'Lena withdrew the submission'],
  [{ what: 'returned', note: 'Which one?' }, 'Lena returned the claim'],
  [{ what: 'approved', note: '' }, 'Lena approved the claim'],
  [{ what: 'handed-over', to: 'Idris', note: 'Call her.' }, 'Lena left a note for Idris'],
  [{ what: 'handed-over', to: null, note: 'Call her.' }, 'Lena gave the claim back to the pool, with a note'],
  [
    { what: 'published', version: 2, kind: 'typo', note: '' },
    'Lena approved version 2, and it was published',
  ],
]

test.each(said)('%o is said as “%s”', (change, sentence) => {
  expect(sayDid(change, 'Lena')).toBe(sentence)
})
