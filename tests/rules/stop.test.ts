import { expect, test } from 'vitest'
import { stopFor } from '../../app/desk/[slug]/articles/[articleId]/_room/line/stop'
import { readNews, readQuestion } from '../../server/room/room-news'
import { endings } from '../../server/room/socket/endings'

test.each([
  ['an update that was refused', endings['update-refused'], 'not-taken'],
  ['a frame that was too large', 1009, 'too-large'],
  ['too much at once', endings['too-fast'], 'too-fast'],
  ['too many windows', endings['too-many'], 'too-many-windows'],
])('after %s the window waits for its person', (_, code, stop) => {
  expect(stopFor(code, 0)).toBe(stop)
})

test.each([
  ['the network breaks', 1006],
  ['the room moves to another process', endings['room-moved']],
  ['the window itself closes', 1000],
])('when %s the line comes back by itself', (_, code) => {
  expect(stopFor(code, 0)).toBeNull()
})

test('who is turned away asks for one more pass, then is signed out', () => {
  expect(stopFor(endings['session-ended'], 0)).toBeNull()
  expect(stopFor(endings['session-ended'], 1)).toBe('signed-out')
})

test('news and questions that are none are not heard', () => {
  const none = ['', '{', 'null', '[]', '{"type":"kept"}', '{"type":"version","version":-1}', '"look-again"']
  expect(none.map(readNews)).toEqual(none.map(() => null))
  expect(none.map(readQuestion)).toEqual(none.map(() => null))
})

test('the server’s news and the browser’s question come through whole', () => {
  const news = { type: 'storage', isWell: false } as const
  const question = { type: 'version', version: 3, sent: 2, client: 5, clock: 40 } as const
  expect(readNews(JSON.stringify(news))).toEqual(news)
  expect(readQuestion(JSON.stringify(question))).toEqual(question)
})
