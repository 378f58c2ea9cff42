import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { hasGap } from '../../server/room/guard/guard'
import { splitUpdate } from '../../server/room/socket/split-update'

const longest = 1_000

/** Two people's words, each written into the other's, with deletions in both. */
function entangled(): Y.Doc {
  const [one, other] = [new Y.Doc(), new Y.Doc()]
  for (let turn = 0; turn < 200; turn++)
    for (const [writer, reader] of [
      [one, other],
      [other, one],
    ] as const) {
      const text = writer.getText('words')
      text.insert(Math.floor(text.length / 2), `turn ${turn} `)
      if (turn % 3 === 0) text.delete(Math.floor(text.length / 3), 2)
      Y.applyUpdate(reader, Y.encodeStateAsUpdate(writer, Y.encodeStateVector(reader)))
    }
  return one
}

function taken(parts: Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  for (const part of parts) {
    expect(hasGap(Y.decodeUpdate(part), doc)).toBe(false)
    Y.applyUpdate(doc, part)
  }
  return doc
}

test('a long update comes in parts that can be taken one by one', () => {
  const doc = entangled()
  const parts = splitUpdate(Y.encodeStateAsUpdate(doc), longest)
  expect(parts.length).toBeGreaterThan(5)
  for (const part of parts) expect(part.length).toBeLessThanOrEqual(longest)
  const copy = taken(parts)
  expect(copy.getText('words').toString()).toBe(doc.getText('words').toString())
  expect(Y.encodeStateAsUpdate(copy)).toEqual(Y.encodeStateAsUpdate(doc))
})

test('a long text is cut, and never within a letter', () => {
  const doc = new Y.Doc()
  const text = 'a🌊é漢'.repeat(2_000)
  doc.getText('words').insert(0, text)
  doc.getText('words').insert(3, 'in between')
  const parts = splitUpdate(Y.encodeStateAsUpdate(doc), longest)
  for (const part of parts) expect(part.length).toBeLessThanOrEqual(longest)
  expect(taken(parts).getText('words').toString()).toBe(doc.getText('words').toString())
})

test('what fits stays as it is', () => {
  const doc = new Y.Doc()
  doc.getText('words').insert(0, 'short')
  const update = Y.encodeStateAsUpdate(doc)
  expect(splitUpdate(update, longest)).toEqual([update])
})

test('parts build on what the room has already', () => {
  const doc = entangled()
  const known = new Y.Doc()
  Y.applyUpdate(known, Y.encodeStateAsUpdate(doc))
  doc.getText('words').insert(0, 'x'.repeat(1_500))
  const lacking = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(known))
  const parts = splitUpdate(lacking, longest)
  for (const part of parts) Y.applyUpdate(known, part)
  expect(known.getText('words').toString()).toBe(doc.getText('words').toString())
})
