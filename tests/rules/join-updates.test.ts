import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { joinUpdates } from '../../server/room/doc/merge-updates'

/** What several people write into one document, an update each time, as the room's journal has it. */
function written(count: number): { whole: Y.Doc; updates: Uint8Array[] } {
  const whole = new Y.Doc()
  const updates: Uint8Array[] = []
  whole.on('update', (update: Uint8Array) => updates.push(update))
  const people = Array.from({ length: 7 }, () => new Y.Doc())
  for (let turn = 0; updates.length < count; turn++) {
    const doc = people[turn % people.length] ?? whole
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(whole))
    const text = doc.getText('words')
    if (turn % 5 === 4) text.delete(0, 1)
    else text.insert(Math.floor(text.length / 2), `${turn} `)
    Y.applyUpdate(whole, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(whole)))
  }
  return { whole, updates }
}

test.each([1, 2, 32, 33, 150, 1_100])('%i updates make the same document as one', (count) => {
  const { whole, updates } = written(count)
  const copy = new Y.Doc()
  Y.applyUpdate(copy, joinUpdates(updates))
  expect(copy.getText('words').toString()).toBe(whole.getText('words').toString())
  expect(Y.encodeStateVector(copy)).toEqual(Y.encodeStateVector(whole))
})

test('somebody who has what came before follows with each joined update', () => {
  const { whole, updates } = written(200)
  const follower = new Y.Doc()
  for (let at = 0; at < updates.length; at += 45)
    Y.applyUpdate(follower, joinUpdates(updates.slice(at, at + 45)))
  expect(follower.getText('words').toString()).toBe(whole.getText('words').toString())
})
