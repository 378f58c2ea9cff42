import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { textOf } from '../../server/room/doc/room-doc'
import { Differences } from '../../server/room/socket/differences'
import { openFrame, openSync } from '../../server/room/socket/frame'

const edits = fc.array(
  fc.record({
    by: fc.nat(2),
    at: fc.nat(40),
    insert: fc.string({ maxLength: 4 }),
    remove: fc.nat(3),
    isHeard: fc.boolean(),
  }),
  { maxLength: 60 },
)
const claim = '018f0000-0000-7000-8000-000000000001'

test('whoever asks for the difference has, with the answer, what Yjs itself would have given', () => {
  fc.assert(
    fc.property(edits, (made) => {
      const room = new Y.Doc()
      const differences = new Differences('article:1', room)
      const [listener, ...writers] = [new Y.Doc(), new Y.Doc(), new Y.Doc(), new Y.Doc()]
      for (const { by, at, insert, remove, isHeard } of made) {
        const writer = writers[by] ?? listener
        Y.applyUpdate(writer, Y.encodeStateAsUpdate(room))
        const text = textOf(writer, 'statement', claim)
        const place = Math.min(at, text.length)
        text.delete(place, Math.min(remove, text.length - place))
        text.insert(place, insert)
        Y.applyUpdate(room, Y.encodeStateAsUpdate(writer))
        if (isHeard) answer(differences, listener)
      }
      answer(differences, listener)
      expect(Y.encodeStateAsUpdate(listener)).toEqual(Y.encodeStateAsUpdate(room))
      const vector = Y.encodeStateVector(room)
      expect(differences.isKnown(Y.encodeStateAsUpdate(listener, vector))).toBe(true)
      expect(answerTo(differences, vector)).toEqual(Y.encodeStateAsUpdate(room, vector))
    }),
    { numRuns: 200 },
  )
})

function answer(differences: Differences, listener: Y.Doc): void {
  Y.applyUpdate(listener, answerTo(differences, Y.encodeStateVector(listener)))
}

function answerTo(differences: Differences, stateVector: Uint8Array): Uint8Array {
  const { rest } = openFrame(differences.frameFor(Y.decodeStateVector(stateVector)))
  return openSync(rest).bytes
}
