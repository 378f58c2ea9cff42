import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { plainText, type Rationale, type RationaleNode, readRationale } from '../../server/claim/rationale'
import { rationaleJson, setRationale } from '../../server/room/doc/rationale-xml'
import { openDoc, rationaleOf } from '../../server/room/doc/room-doc'

const id = '0190a7c4-0000-7000-8000-00000000000a'
const paragraph = (...content: RationaleNode[]): RationaleNode => ({ type: 'paragraph', content })
const said = (text: string, ...marks: ('bold' | 'italic')[]): RationaleNode =>
  marks.length ? { type: 'text', text, marks: marks.map((type) => ({ type })) } : { type: 'text', text }
const asDoc = (...content: RationaleNode[]): Rationale => ({ type: 'doc', content })
const read = (doc: Y.Doc) => readRationale(rationaleJson(doc, id))

/** Two documents that say the same. */
function twoWith(rationale: Rationale) {
  const [one, other] = [openDoc(), openDoc()]
  setRationale(one, id, rationale)
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
  return [one, other] as const
}

function meet(one: Y.Doc, other: Y.Doc) {
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
}

const marks = fc.subarray<'bold' | 'italic'>(['bold', 'italic'])
const run = fc.oneof(
  fc.tuple(fc.constantFrom('so', 'it was', ' not 🌍', '…'), marks).map(([text, set]) => said(text, ...set)),
  fc.constantFrom('a', 'b').map((source): RationaleNode => ({ type: 'citation', attrs: { source } })),
)
/** The editor keeps no two runs of one form beside each other. */
const runs = fc.array(run, { maxLength: 5 }).map((nodes) =>
  nodes.filter((node, at) => {
    const before = nodes[at - 1]
    return (
      node.type !== 'text' ||
      before?.type !== 'text' ||
      JSON.stringify(before.marks) !== JSON.stringify(node.marks)
    )
  }),
)
const block = fc.oneof(
  runs.map((content) => paragraph(...content)),
  runs.map((content): RationaleNode => ({ type: 'blockquote', content: [paragraph(...content)] })),
)
const rationale = fc.array(block, { maxLength: 5 }).map((content) => asDoc(...content))

test('whatever stood before, it then says what was wanted', () => {
  fc.assert(
    fc.property(rationale, rationale, (before, after) => {
      const doc = openDoc()
      setRationale(doc, id, before)
      setRationale(doc, id, after)
      expect(merged(read(doc))).toEqual(merged(readRationale(after)))
    }),
    { numRuns: 300 },
  )
})

/** Neighbours of one form are one text. */
function merged(value: Rationale): string {
  return JSON.stringify(value).replaceAll(/"},\{"type":"text","text":"/g, '')
}

test('a colleague’s words in another paragraph, and in the same one, stay', () => {
  const before = asDoc(paragraph(said('First reason.')), paragraph(said('Second reason.')))
  const [one, other] = twoWith(before)
  const second = rationaleOf(other, id).get(1) as Y.XmlElement
  ;(second.get(0) as Y.XmlText).insert(14, ' And more.')
  const first = rationaleOf(other, id).get(0) as Y.XmlElement
  ;(first.get(0) as Y.XmlText).insert(0, 'Well: ')
  setRationale(one, id, asDoc(paragraph(said('First good reason.')), paragraph(said('Second reason.'))))
  meet(one, other)
  expect(plainText(read(one))).toBe('Well: First good reason.\nSecond reason. And more.')
  expect(read(other)).toEqual(read(one))
})

test('what is written anew keeps what is bold and takes what is new', () => {
  const [one] = twoWith(asDoc(paragraph(said('It is '), said('not', 'bold'), said(' true.'))))
  const wanted = asDoc(
    paragraph(said('It is '), said('never', 'bold'), said(' quite '), said('true.', 'italic')),
  )
  setRationale(one, id, wanted)
  expect(read(one)).toEqual(wanted)
})

test('to write what stands there changes nothing', () => {
  const [one] = twoWith(asDoc(paragraph(said('It is '), said('not', 'bold'))))
  const before = Y.encodeStateVector(one)
  setRationale(one, id, read(one))
  expect(Y.encodeStateVector(one)).toEqual(before)
})
