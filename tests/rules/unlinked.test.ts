import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { whyNotReady } from '../../server/claim/claim'
import { claimHash, frozenClaim, publicCopy } from '../../server/review/submission'
import {
  addConfidential,
  addUnlinked,
  setReason,
  setUnlinkedField,
} from '../../server/room/doc/entries/unlinked-values'
import { markClaim } from '../../server/room/doc/marks'
import { readClaim } from '../../server/room/doc/room-claims'
import { sourceMap } from '../../server/room/doc/room-doc'
import type { Source } from '../../server/source/source'
import { sayableName } from '../../server/source/source-name'
import { asTermsAllow, type Unlinked } from '../../server/source/unlinked'
import { words } from '../../server/words'
import { aClaim, aRationale, aSource, damHash, damText } from '../newsroom'

const call: Unlinked = {
  ...{ way: 'call', who: 'Mira Tallis', role: 'a ministry official', by: 'Ruth Bell' },
  terms: 'on-record',
}
const told = (unlinked: Partial<Unlinked>, parts: Partial<Source> = {}) =>
  aSource({
    ...{ title: '', address: '', publisher: '', place: 'minute 4', quote: 'We never counted them.' },
    ...{ unlinked: { ...call, ...unlinked }, ...parts },
  })
const secret = (reason = 'to protect the source') =>
  aSource({ title: '', address: '', publisher: '', date: '', quote: '', place: '', confidential: { reason } })
const asSaid = (value: unknown) => JSON.stringify(value)

test('on the record readers get name, role and quote, and not which of us called', () => {
  const shown = asTermsAllow(told({}))
  expect(shown.unlinked).toEqual({ ...call, by: '' })
  expect(shown.quote).toBe('We never counted them.')
})

test('on background readers get the role and the quote, and neither name nor title', () => {
  const shown = asTermsAllow(told({ terms: 'background' }, { title: 'Call with Mira Tallis' }))
  expect(asSaid(shown)).not.toContain('Tallis')
  expect(shown.unlinked?.role).toBe('a ministry official')
  expect(shown.quote).toBe('We never counted them.')
})

test('not for attribution readers get that there is a source, of what kind, and what it says to the claim', () => {
  const { kind, stance, ...rest } = asTermsAllow(told({ terms: 'not-for-attribution' }))
  expect([kind, stance]).toEqual(['data', 'refutes'])
  expect(asSaid(rest)).not.toMatch(/Tallis|ministry|counted|minute|Ruth|call/)
})

test('without terms readers get no more than not for attribution', () => {
  expect(asSaid(asTermsAllow(told({ terms: null })))).not.toMatch(/Tallis|ministry|counted/)
})

test('of a confidential source readers get the reason, whatever else was written into its placeholder', () => {
  const shown = asTermsAllow({ ...secret(), title: 'Mira Tallis', quote: 'her words' })
  expect(asSaid(shown)).not.toMatch(/Tallis|her words/)
  expect(shown.confidential).toEqual({ reason: 'to protect the source' })
})

test.each(['on-record', 'background', 'not-for-attribution'] as const)(
  'what terms %s allow stays as it is a second time',
  (terms) => {
    const once = asTermsAllow(told({ terms }))
    expect(asTermsAllow(once)).toEqual(once)
  },
)

test('a source with a link is published as it is', () => {
  const source = aSource()
  expect(asTermsAllow(source)).toBe(source)
})

test('a claim with ordinary sources alone is published as it was frozen, under the hash it always had', () => {
  const frozen = frozenClaim(aClaim())
  expect(publicCopy(frozen)).toEqual(frozen)
  expect(Object.keys(frozen)).not.toContain('searches')
  expect(frozen.sources.flatMap((source) => Object.keys(source))).not.toContain('unlinked')
})

test('another name under the same terms is another submission, and the same publication', () => {
  const id = aSource().id
  const named = (who: string) => aClaim({ id, sources: [told({ terms: 'background', who }, { id })] })
  const [one, other] = [named('Mira Tallis'), named('Jon Weir')]
  expect(claimHash(one)).not.toBe(claimHash(other))
  expect(publicCopy(frozenClaim(one)).sources).toEqual(publicCopy(frozenClaim(other)).sources)
})

const ready = (sources: Source[], text = 'In cash terms this is right') =>
  aClaim({ sources, rationale: aRationale(text, sources) })
const whyNot = (...sources: Source[]) => whyNotReady(ready(sources))?.code ?? null

test('calls and confidential sources count as sources', () => {
  expect(whyNot(told({}), secret())).toBe(null)
})

test('a source without a link needs a way, terms, and what its terms let readers have', () => {
  expect(whyNot(told({ way: null }), aSource())).toBe('source-without-way')
  expect(whyNot(told({ terms: null }), aSource())).toBe('source-without-terms')
  expect(whyNot(told({ who: ' ' }), aSource())).toBe('source-without-name')
  expect(whyNot(told({ terms: 'background', role: '' }), aSource())).toBe('source-without-role')
  expect(whyNot(told({ terms: 'not-for-attribution', who: '', role: '' }), aSource())).toBe(null)
})

test('a confidential source needs the reason that readers get', () => {
  expect(whyNot(secret(' '), aSource())).toBe('source-without-reason')
})

test('a claim whose rationale names a source on background cannot be submitted', () => {
  const sources = [told({ terms: 'background' }), aSource()]
  const claim = ready(sources, 'As mira  TALLIS told us, nobody counted')
  expect(whyNotReady(claim)).toEqual({ code: 'withheld-name-written', values: { number: 1 } })
})

test('a name on the record may be written, and so may one that only holds the letters of a withheld one', () => {
  const open = [told({}), aSource()]
  expect(whyNotReady(ready(open, 'Mira Tallis told us'))).toBe(null)
  const close = [told({ terms: 'background', who: 'Mira Tall' }), aSource()]
  expect(whyNotReady(ready(close, 'Mira Tallis of the register told us'))).toBe(null)
})

test('a withheld Korean name is found with a particle on it', () => {
  const sources = [told({ terms: 'background', who: '김서연' }), aSource()]
  expect(whyNotReady(ready(sources, '김서연은 세지 않았다고 말했다'))?.code).toBe('withheld-name-written')
})

test('a source is called by what its terms leave of it', () => {
  const say = words('en')
  const name = (terms: Unlinked['terms']) => sayableName(asTermsAllow(told({ terms })), say)
  expect(name('on-record')).toBe('Mira Tallis, a ministry official')
  expect(name('background')).toBe('a ministry official')
  expect(name('not-for-attribution')).toBe('A source known to the newsroom')
  expect(sayableName(asTermsAllow(secret()), say)).toBe('A confidential source')
})

const [claimId, sourceId] = [aSource().id, aSource().id]
function aRoom() {
  const doc = new Y.Doc()
  const span = { start: 0, end: 12 }
  markClaim(doc, {
    ...{ id: claimId, at: '2026-03-06T08:00:00.000Z', revision: damHash, text: damText, span },
    appearance: null,
  })
  return doc
}
const sourceOf = (doc: Y.Doc) => readClaim(doc, claimId)?.sources[0]

test('a call written into a room is read from it with its terms', () => {
  const doc = aRoom()
  addUnlinked(doc, { id: sourceId, claimId, way: 'call', by: 'Ruth Bell' })
  setUnlinkedField(doc, sourceId, 'who', 'Mira Tallis')
  setUnlinkedField(doc, sourceId, 'terms', 'background')
  expect(sourceOf(doc)?.unlinked).toEqual({ ...call, role: '', terms: 'background' })
})

test('a confidential source in a room is its reason and nothing else, though more was written there', () => {
  const doc = aRoom()
  addConfidential(doc, { id: sourceId, claimId })
  setReason(doc, sourceId, 'to protect the source')
  setUnlinkedField(doc, sourceId, 'way', 'call')
  expect(sourceOf(doc)).toMatchObject({ confidential: { reason: 'to protect the source' } })
  expect(sourceOf(doc)).not.toHaveProperty('unlinked')
})

test('terms that are no terms are shown as damaged, and withhold the most', () => {
  const doc = aRoom()
  addUnlinked(doc, { id: sourceId, claimId, way: 'call', by: '' })
  sourceMap(doc, sourceId).set('terms', { off: 'the record' })
  expect(readClaim(doc, claimId)?.damaged).toEqual(['sources'])
  expect(sourceOf(doc)?.unlinked?.terms).toBe(null)
})
