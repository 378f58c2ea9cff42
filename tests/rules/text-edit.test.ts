import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  type Edit,
  editBetween,
  rebased,
  shifted,
  stepsBetween,
  writeEdits,
} from '../../server/room/doc/text-edit'

test('equal texts need no edit', () => {
  expect(editBetween('dam', 'dam')).toBeNull()
})

test('a typed letter is one insertion where the caret is', () => {
  expect(editBetween('aa', 'aaa', 1)).toEqual({ at: 0, remove: 0, insert: 'a' })
  expect(editBetween('aa', 'aaa', 2)).toEqual({ at: 1, remove: 0, insert: 'a' })
  expect(editBetween('aa', 'aaa', 3)).toEqual({ at: 2, remove: 0, insert: 'a' })
})

test('a replaced word leaves the words around it alone', () => {
  expect(editBetween('the dam failed', 'the wall failed', 8)).toEqual({ at: 4, remove: 3, insert: 'wall' })
})

test('an emoji that differs only in its second half is replaced whole', () => {
  expect(editBetween('a😀b', 'a😁b', 3)).toEqual({ at: 1, remove: 2, insert: '😁' })
})

test('an edit leads from the one text to the other, and halves no code point', () => {
  fc.assert(
    fc.property(words(), words(), fc.nat(), (before, after, caret) => {
      const edit = editBetween(before, after, caret % (after.length + 1))
      expect(apply(before, edit)).toBe(after)
      if (edit) expect(edit.insert.isWellFormed()).toBe(true)
      if (edit) expect(before.slice(edit.at, edit.at + edit.remove).isWellFormed()).toBe(true)
    }),
  )
})

test('a caret keeps its place among the letters when others write before it', () => {
  expect(shifted(4, [{ retain: 1 }, { insert: 'xyz' }])).toBe(7)
  expect(shifted(4, [{ retain: 4 }, { insert: 'xyz' }])).toBe(4)
  expect(shifted(4, [{ retain: 2 }, { delete: 5 }])).toBe(2)
})

test('what others write into a stretch that is being removed stays', () => {
  const [shown, now] = ['the dam failed', 'the big dam failed']
  const edit = editBetween(shown, 'the failed', 4)
  const text = new Y.Doc().getText('statement')
  text.insert(0, now)
  writeEdits(text, rebased(present(edit), stepsBetween(shown, now)))
  expect(text.toString()).toBe('the big failed')
})

test('a word composed at its place stays there when others wrote before and behind it', () => {
  const [shown, now] = ['the dam failed', 'Yesterday the dam failed badly']
  const text = new Y.Doc().getText('statement')
  text.insert(0, now)
  const edit = editBetween(shown, 'the old dam failed', 8)
  writeEdits(text, rebased(present(edit), stepsBetween(shown, now)))
  expect(text.toString()).toBe('Yesterday the old dam failed badly')
})

test('two people who type in one text at once end with the same text, and nothing typed is lost', () => {
  fc.assert(
    fc.property(fc.array(turn(), { maxLength: 40 }), (turns) => {
      const desk = [new Y.Doc(), new Y.Doc()] as const
      exchange(desk)
      const typed: string[] = []
      for (const [index, { who, at, of, cut, meet }] of turns.entries()) {
        const letter = String.fromCodePoint(0x1f300 + index)
        typeInto(desk[who], at / of, cut, letter)
        typed.push(letter)
        if (meet) exchange(desk)
      }
      exchange(desk)
      const [one, other] = desk.map((doc) => doc.getText('statement').toString())
      expect(one).toBe(other)
      for (const letter of typed) expect(one).toContain(letter)
    }),
  )
})

test('what is typed while an input method holds back the words of others reaches everybody', () => {
  fc.assert(
    fc.property(fc.array(turn(), { maxLength: 20 }), (turns) => {
      const doc = new Y.Doc()
      const text = doc.getText('statement')
      let field = text.toString()
      for (const [index, { who, at, of, cut }] of turns.entries()) {
        const letter = String.fromCodePoint(0x1f300 + index)
        if (who === 0) typeInto(doc, at / of, cut, letter)
        else {
          const next = typed(field, at / of, cut, letter)
          const edit = present(editBetween(field, next.value, next.caret))
          writeEdits(text, rebased(edit, stepsBetween(field, text.toString())))
          field = next.value
        }
        expect(text.toString()).toContain(letter)
        expect(text.toString().isWellFormed()).toBe(true)
      }
    }),
  )
})

const words = () => fc.string({ unit: fc.constantFrom('a', 'b', ' ', '😀', '😁', 'é'), maxLength: 12 })

const turn = () =>
  fc.record({
    who: fc.constantFrom(0 as const, 1 as const),
    at: fc.nat(100),
    of: fc.constant(100),
    cut: fc.nat(3),
    meet: fc.boolean(),
  })

/** What a field holds after a person removed a few of the plain letters behind a place and typed there. */
function typed(value: string, share: number, cut: number, letter: string) {
  const points = Array.from(value)
  const at = Math.round(share * points.length)
  const isPlain = (point: string | undefined) => point !== undefined && point.length === 1
  let removed = 0
  while (removed < cut && isPlain(points[at + removed])) removed++
  const before = points.slice(0, at).join('')
  return {
    value: `${before}${letter}xyz${points.slice(at + removed).join('')}`,
    caret: before.length + letter.length + 3,
  }
}

function typeInto(doc: Y.Doc, share: number, cut: number, letter: string) {
  const text = doc.getText('statement')
  const before = text.toString()
  const next = typed(before, share, cut, letter)
  const edit = editBetween(before, next.value, next.caret)
  if (edit) doc.transact(() => writeEdits(text, [edit]))
}

function exchange([one, other]: readonly [Y.Doc, Y.Doc]) {
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
}

function apply(text: string, edit: Edit | null): string {
  return edit ? text.slice(0, edit.at) + edit.insert + text.slice(edit.at + edit.remove) : text
}

function present(edit: Edit | null): Edit {
  if (!edit) throw new Error('the texts differ')
  return edit
}
