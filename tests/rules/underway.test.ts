import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { kinds } from '../../server/room/socket/frame'
import { Underway } from '../bench/crowd/underway'
import { hear, speak } from '../bench/crowd/wire'

test('edits that a server merged on their way count one by one', () => {
  const underway = new Underway()
  underway.sent({ author: 1, until: 3 }, 10, 1)
  underway.sent({ author: 1, until: 4 }, 20, 1)
  expect(underway.arrived(1, 0, 4).sort()).toEqual([10, 20])
  expect(underway.missingSince(0)).toBe(0)
})

test('an edit is missing until every other screen has it', () => {
  const underway = new Underway()
  underway.sent({ author: 1, until: 3 }, 10, 2)
  underway.arrived(1, 0, 3)
  expect(underway.missingSince(0)).toBe(1)
  underway.arrived(1, 0, 3)
  expect(underway.missingSince(0)).toBe(0)
})

test('an edit that ends later than what arrived is still awaited', () => {
  const underway = new Underway()
  underway.sent({ author: 1, until: 3 }, 10, 1)
  underway.sent({ author: 1, until: 5 }, 20, 1)
  expect(underway.arrived(1, 0, 4)).toEqual([10])
  expect(underway.missingSince(20)).toBe(1)
})

test('what a crowd says is heard with the same meaning in both dialects', () => {
  const update = Y.encodeStateAsUpdate(new Y.Doc())
  for (const dialect of ['hocuspocus', 'y-websocket'] as const) {
    const { edit, tell, ask } = speak(dialect, 'article:1')
    expect(hear(dialect, edit(update))).toEqual({ type: 'edit', update })
    expect(hear(dialect, tell(update))).toEqual({ type: 'document', update })
    expect(hear(dialect, ask(update))).toEqual({ type: 'question', stateVector: update })
  }
})

test('a sign of life is no message', () => {
  expect(hear('hocuspocus', Uint8Array.of(kinds.ping))).toEqual({ type: 'other' })
})
