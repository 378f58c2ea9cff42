import { expect, test } from 'vitest'
import { markFor, markIn, withMark } from '../../server/session/device'

const key = 'a secret of the installation'
const email = 'ruth@desk.example'
const mark = markFor(email, { nonce: 'n1', key })

test('a browser is known for the address that signed in there, and for no other', () => {
  expect(markIn(mark, email, key)).toBe(mark)
  expect(markIn(mark, 'tomas@desk.example', key)).toBeNull()
})

test('a mark that is not ours is none', () => {
  const forged = [null, '', '~~', 'n1', 'n1.', `n2.${mark.split('.')[1]}`, mark.slice(0, -1), `${mark}0`]
  for (const cookie of forged) expect(markIn(cookie, email, key)).toBeNull()
  expect(markIn(mark, email, 'another secret')).toBeNull()
})

test('a browser knows five people, the newest first, and each once', () => {
  const marks = Array.from({ length: 6 }, (_, n) => markFor(`p${n}@desk.example`, { nonce: `n${n}`, key }))
  const cookie = marks.reduce<string>((kept, next) => withMark(kept, next), '')
  expect(cookie.split('~')).toEqual(marks.slice(1).reverse())
  expect(withMark(cookie, marks[3] ?? '').split('~')).toHaveLength(5)
  expect(markIn(cookie, 'p1@desk.example', key)).toBe(marks[1])
  expect(markIn(cookie, 'p0@desk.example', key)).toBeNull()
})

test('what else stands in the cookie is not kept', () => {
  expect(withMark('x; y=1~<script>~', mark)).toBe(mark)
})
