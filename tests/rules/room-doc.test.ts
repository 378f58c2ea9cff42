import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { type Claim, whyNotReady } from '../../server/claim/claim'
import { plainText } from '../../server/claim/rationale'
import {
  setAppearance,
  setConfidence,
  setFigure,
  setText,
  setTopic,
  setValue,
  setVerdict,
} from '../../server/room/doc/claim-values'
import { adjustQuote, deleteClaim, markClaim, mergeClaims, restoreClaim } from '../../server/room/doc/marks'
import { setRationale } from '../../server/room/doc/rationale-xml'
import { readClaim, readClaims } from '../../server/room/doc/room-claims'
import {
  claimIndex,
  claimMap,
  isKnownRoot,
  openDoc,
  type RoomDoc,
  rationaleOf,
  sourceMap,
  textOf,
  touchedClaims,
} from '../../server/room/doc/room-doc'
import { addSource, setSourceDeleted, setSourceField } from '../../server/room/doc/source-values'
import { aClaim, aFigure, aRationale, aSource, damHash, damText, selectorsOf } from '../newsroom'

const package_ = 'the largest relief package since independence'

function mark(doc: RoomDoc, words = package_, at = '2026-03-06T08:00:00.000Z'): string {
  const id = uuid()
  markClaim(doc, {
    id,
    at,
    revision: damHash,
    text: damText,
    span: selectorsOf(words).position,
    appearance: null,
  })
  return id
}

/** The claim of that id, which the test knows to be there. */
function claimOf(doc: RoomDoc, id: string): Claim {
  const claim = readClaim(doc, id)
  if (!claim) throw new Error('there is no such claim')
  return claim
}

/** Lets two documents have all that the other has. */
function meet(one: RoomDoc, other: RoomDoc) {
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
}

/** The claims that a change is recorded to have touched. */
function touchedBy(doc: RoomDoc, change: () => void): string[] {
  const touched: string[] = []
  const record = (transaction: Y.Transaction) => touched.push(...touchedClaims(transaction))
  doc.on('afterTransaction', record)
  doc.transact(change)
  doc.off('afterTransaction', record)
  return touched.sort()
}

test('a mark says where its words stand', () => {
  const doc = openDoc()
  expect(claimOf(doc, mark(doc))).toMatchObject({ revision: damHash, selectors: selectorsOf(package_) })
})

test('a mark on no words is refused and leaves nothing', () => {
  const doc = openDoc()
  const claim = { id: uuid(), at: '', revision: damHash, text: damText, appearance: null }
  expect(markClaim(doc, { ...claim, span: { start: 5, end: 5 } })).toEqual({ code: 'quote-empty' })
  expect(readClaims(doc)).toEqual([])
})

test('a mark that is moved keeps what was written about it', () => {
  const doc = openDoc()
  const id = mark(doc)
  setText(doc, 'statement', id, 'It is the largest.')
  adjustQuote(doc, id, { revision: damHash, text: damText, span: selectorsOf('relief package').position })
  expect(claimOf(doc, id)).toMatchObject({
    statement: 'It is the largest.',
    selectors: selectorsOf('relief package'),
  })
})

test('what two write first in one field, apart from each other, is all there when they meet', () => {
  const [one, other] = [openDoc(), openDoc()]
  const id = mark(one)
  meet(one, other)
  textOf(one, 'statement', id).insert(0, 'ONE')
  textOf(other, 'statement', id).insert(0, 'OTHER')
  setRationale(one, id, aRationale('one reason'))
  setRationale(other, id, aRationale('other reason'))
  meet(one, other)
  const [mine, theirs] = [claimOf(one, id), claimOf(other, id)]
  expect(mine).toEqual(theirs)
  for (const word of ['ONE', 'OTHER']) expect(mine.statement).toContain(word)
  for (const words of ['one reason', 'other reason']) expect(plainText(mine.rationale)).toContain(words)
})

test('a claim deleted by one while another writes in it comes back with every word', () => {
  const [one, other] = [openDoc(), openDoc()]
  const id = mark(one)
  meet(one, other)
  deleteClaim(one, id, '2026-03-06T09:00:00.000Z')
  setText(other, 'statement', id, 'Written meanwhile.')
  meet(one, other)
  expect(claimOf(one, id).isDeleted).toBe(true)
  restoreClaim(one, claimOf(one, id))
  expect(claimOf(one, id)).toMatchObject({ isDeleted: false, statement: 'Written meanwhile.' })
})

test('topics and appearances that two add at once are all there', () => {
  const [one, other] = [openDoc(), openDoc()]
  const id = mark(one)
  meet(one, other)
  setTopic(one, id, 'relief', true)
  setTopic(other, id, 'dams', true)
  setAppearance(one, id, 'a', { address: 'https://one.example', date: '' })
  setAppearance(other, id, 'b', { address: 'https://other.example', date: '' })
  meet(one, other)
  expect(claimOf(one, id).topics).toEqual(['dams', 'relief'])
  expect(claimOf(one, id).appearances.map(({ address }) => address)).toEqual([
    'https://one.example',
    'https://other.example',
  ])
})

test('a verdict names the one it replaced', () => {
  const doc = openDoc()
  const id = mark(doc)
  setVerdict(doc, claimOf(doc, id), 'false')
  setVerdict(doc, claimOf(doc, id), 'misleading')
  expect(claimMap(doc, id).get('verdict')).toEqual({ value: 'misleading', replaced: 'false' })
})

test('sources are in order of adding, and a deleted one comes back in its place', () => {
  const doc = openDoc()
  const id = mark(doc)
  const sources = [aSource({ title: 'First' }), aSource({ title: 'Second' })]
  for (const source of sources.toReversed()) addSource(doc, { ...source, claimId: id })
  const titles = () => claimOf(doc, id).sources.map(({ title }) => title)
  expect(titles()).toEqual(['First', 'Second'])
  setSourceDeleted(doc, sources[0]?.id ?? '', '2026-03-06T09:00:00.000Z')
  expect(titles()).toEqual(['Second'])
  setSourceDeleted(doc, sources[0]?.id ?? '', null)
  expect(titles()).toEqual(['First', 'Second'])
})

test('merging keeps the earlier claim, spans both quotes and takes over words and sources', () => {
  const doc = openDoc()
  const later = mark(doc, '14 million marks', '2026-03-06T09:00:00.000Z')
  const earlier = mark(doc, package_, '2026-03-06T08:00:00.000Z')
  const source = aSource()
  addSource(doc, { ...source, claimId: later })
  setText(doc, 'statement', earlier, 'The largest.')
  setText(doc, 'statement', later, 'Fourteen million.')
  mergeClaims(doc, [claimOf(doc, later), claimOf(doc, earlier)], damText, '2026-03-06T10:00:00.000Z')
  const kept = claimOf(doc, earlier)
  expect(kept.statement).toBe('The largest. Fourteen million.')
  expect(kept.sources.map(({ id }) => id)).toEqual([source.id])
  expect(kept.selectors.quote.exact).toMatch(/^14 million marks.*independence$/)
  expect(claimOf(doc, later).isDeleted).toBe(true)
})

test('a value that nobody could have chosen is named as damaged, and the rest stands', () => {
  const doc = openDoc()
  const id = mark(doc)
  const source = aSource()
  addSource(doc, { ...source, claimId: id })
  setText(doc, 'statement', id, 'It is the largest.')
  sourceMap(doc, source.id).set('stance', 'shouts')
  for (const [key, value] of [
    ['kind', 'gossip'],
    ['verdict', 7],
    ['confidence', { level: 'total', why: 'We just know.' }],
    ['figure', { ...aFigure(), exactness: 'give or take' }],
    ['speaker', { name: 'x' }],
    ['appearance:a', 'nowhere'],
    ['topic:dams', 'perhaps'],
    ['quote', { revision: damHash }],
  ] as const)
    claimMap(doc, id).set(key, value)
  const claim = claimOf(doc, id)
  expect(claim.damaged.toSorted()).toEqual([
    'appearances',
    'confidence',
    'figure',
    'kind',
    'quote',
    'sources',
    'speaker',
    'topics',
    'verdict',
  ])
  expect(claim).toMatchObject({
    kind: null,
    verdict: null,
    confidence: null,
    figure: null,
    speaker: '',
    statement: 'It is the largest.',
  })
})

test('how sure the desk is stands with one line why, and of two at once the newest whole', () => {
  const doc = openDoc()
  const id = mark(doc)
  expect(claimOf(doc, id).confidence).toBeNull()
  setConfidence(doc, id, { level: 'low', why: 'One source,\n  and it is old.' })
  expect(claimOf(doc, id).confidence).toEqual({ level: 'low', why: 'One source, and it is old.' })
  setConfidence(doc, id, { level: 'high', why: '😀'.repeat(300) })
  expect(claimOf(doc, id).confidence).toEqual({ level: 'high', why: '😀'.repeat(200) })
  setConfidence(doc, id, null)
  expect(claimOf(doc, id)).toMatchObject({ confidence: null, damaged: [] })
})

test('a figure stands whole, and can be taken away', () => {
  const doc = openDoc()
  const id = mark(doc)
  expect(claimOf(doc, id).figure).toBeNull()
  const figure = aFigure({ low: 500, high: 600, to: '2026-03-05' })
  setFigure(doc, id, figure)
  expect(claimOf(doc, id)).toMatchObject({ figure, damaged: [] })
  setFigure(doc, id, null)
  expect(claimOf(doc, id)).toMatchObject({ figure: null, damaged: [] })
})

test('a claim whose words or entry cannot be read is there, and what is set again is whole', () => {
  const doc = openDoc()
  const id = mark(doc)
  claimMap(doc, id).set('quote', 'the largest')
  claimIndex(doc).set(id, 'marked')
  expect(readClaims(doc)).toMatchObject([{ id, revision: '', damaged: ['entry', 'quote'] }])
  expect(whyNotReady(claimOf(doc, id))).toEqual({ code: 'claim-damaged', values: { part: 'entry' } })
  adjustQuote(doc, id, { revision: damHash, text: damText, span: selectorsOf(package_).position })
  deleteClaim(doc, id, '2026-03-06T09:00:00.000Z')
  expect(claimOf(doc, id)).toMatchObject({ isDeleted: true, selectors: selectorsOf(package_), damaged: [] })
})

test('a topic or a source that cannot be read is whole again once it is chosen anew', () => {
  const doc = openDoc()
  const [id, source] = [mark(doc), aSource()]
  addSource(doc, { ...source, claimId: id })
  claimMap(doc, id).set('topic:dams', 'perhaps')
  sourceMap(doc, source.id).set('kind', 7)
  sourceMap(doc, source.id).set('title', { words: 'x' })
  expect(claimOf(doc, id)).toMatchObject({ topics: ['dams'], damaged: ['sources', 'topics'] })
  setTopic(doc, id, 'dams', false)
  setSourceField(doc, source.id, 'kind', 'data')
  setSourceField(doc, source.id, 'title', 'Register')
  expect(claimOf(doc, id)).toMatchObject({ topics: [], damaged: [] })
})

test('claims of two revisions are not merged, and both stay', () => {
  const doc = openDoc()
  const [one, other] = [mark(doc), mark(doc, '14 million marks')]
  const moved = { ...claimOf(doc, other), revision: 'another' }
  const merged = mergeClaims(doc, [claimOf(doc, one), moved], damText, '2026-03-06T10:00:00.000Z')
  expect(merged).toEqual({ refusal: { code: 'quote-gone' } })
  expect(readClaims(doc).map(({ isDeleted }) => isDeleted)).toEqual([false, false])
})

test('an appearance keeps its own id where another one before it is damaged', () => {
  const doc = openDoc()
  const id = mark(doc)
  claimMap(doc, id).set('appearance:a', 'nowhere')
  setAppearance(doc, id, 'b', { address: 'https://two.example', date: '' })
  const right = { id: 'b', address: 'https://two.example', date: '' }
  expect(claimOf(doc, id).appearances).toEqual([{ id: 'a', address: '', date: '' }, right])
  setAppearance(doc, id, 'a', null)
  expect(claimOf(doc, id)).toMatchObject({ appearances: [right], damaged: [] })
})

test('what is no claim in the index is not read as one', () => {
  const doc = openDoc()
  claimIndex(doc).set('no id', { markedAt: 'never' })
  claimIndex(doc).set(uuid(), 'no entry')
  claimIndex(doc).set(uuid(), { markedAt: '2026-03-06T08:00:00.000Z' })
  expect(readClaims(doc)).toEqual([])
})

test('a room has the roots of its claims and sources, and no other', () => {
  const id = uuid()
  const known = ['claims', `claim:${id}`, `statement:${id}`, `rationale:${id}`, `source:${id}`]
  const unknown = [
    '',
    'claim',
    'claim:',
    'claim:1',
    `claims:${id}`,
    `claim:${id}x`,
    ` claim:${id}`,
    'default',
  ]
  expect(known.filter(isKnownRoot)).toEqual(known)
  expect(unknown.filter(isKnownRoot)).toEqual([])
})

test('every kind of edit is recorded for the claim it is made in, and for no other', () => {
  const doc = openDoc()
  const [id, source] = [mark(doc), aSource()]
  mark(doc)
  addSource(doc, { ...source, claimId: id })
  setRationale(doc, id, aRationale('because'))
  const nested = rationaleOf(doc, id).get(0)
  const edits = [
    () => setValue(doc, id, 'speaker', 'The prime minister'),
    () => setText(doc, 'statement', id, 'It is.'),
    () => textOf(doc, 'statement', id).delete(0, 1),
    () => setVerdict(doc, aClaim({ id, verdict: null }), 'false'),
    () => nested instanceof Y.XmlElement && nested.insert(0, [new Y.XmlText('deep')]),
    () => addSource(doc, { id: uuid(), claimId: id }),
    () => setSourceField(doc, source.id, 'title', 'New'),
    () => setSourceDeleted(doc, source.id, '2026-03-06T09:00:00.000Z'),
    () => deleteClaim(doc, id, '2026-03-06T09:00:00.000Z'),
  ]
  for (const edit of edits) expect(touchedBy(doc, edit)).toEqual([id])
})

test('a source that is moved is recorded for the claim it left and the one it came to', () => {
  const doc = openDoc()
  const [from, to, source] = [mark(doc), mark(doc), aSource()]
  addSource(doc, { ...source, claimId: from })
  expect(touchedBy(doc, () => sourceMap(doc, source.id).set('claim', to))).toEqual([from, to].sort())
  expect(touchedBy(doc, () => setSourceField(doc, source.id, 'title', 'New'))).toEqual([to])
  expect(touchedBy(doc, () => sourceMap(doc, source.id).delete('claim'))).toEqual([to])
})

test('a moved source is recorded for both claims when the move comes from elsewhere', () => {
  const [here, there] = [openDoc(), openDoc()]
  const [from, to, source] = [mark(here), mark(here), aSource()]
  addSource(here, { ...source, claimId: from })
  meet(here, there)
  sourceMap(there, source.id).set('claim', to)
  const update = Y.encodeStateAsUpdate(there, Y.encodeStateVector(here))
  expect(touchedBy(here, () => Y.applyUpdate(here, update))).toEqual([from, to].sort())
})

test('what no editor can make, put into a rationale, hides neither the claim nor the others', () => {
  const doc = new Y.Doc()
  const [id, other] = [uuid(), uuid()]
  for (const [claimId, words] of [
    [id, 'driven from their homes'],
    [other, 'cracks'],
  ] as const)
    markClaim(doc, {
      ...{ id: claimId, at: '2026-03-06T08:00:00.000Z', revision: damHash, text: damText, appearance: null },
      span: selectorsOf(words).position,
    })
  setRationale(doc, id, aRationale('What people wrote'))
  const foreign = [new Y.Map(), new Y.XmlHook('hook'), new Y.Array()]
  // A hostile client is not held by the types.
  for (const node of foreign) rationaleOf(doc, id).push([node as unknown as Y.XmlElement])
  expect(readClaims(doc).map((claim) => claim.id)).toEqual(expect.arrayContaining([id, other]))
  const claim = readClaim(doc, id)
  expect(claim && plainText(claim.rationale)).toBe('What people wrote')
})
