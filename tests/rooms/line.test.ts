import { afterAll, expect, test } from 'vitest'
import type { WebSocket } from 'ws'
import { watchSilence } from '../../app/desk/[slug]/articles/[articleId]/_room/line/silence'
import { waitBefore } from '../../app/desk/[slug]/articles/[articleId]/_room/line/socket'
import { textOf } from '../../server/room/doc/room-doc'
import { readRoomClaims } from '../../server/room/kept/read-room'
import { kinds, openFrame, openSync, syncKinds } from '../../server/room/socket/frame'
import { freshDatabase } from '../database'
import { anArticle, onDesk } from '../newsroom'
import { aRoomServer, type Browser, enter, signedIn, until } from './browser'
import { hasClaim, mark } from './marking'
import { aNetworkTo } from './silent-proxy'

await freshDatabase()
const server = await aRoomServer()
const network = await aNetworkTo(server)
const [lena, idris] = [await onDesk('reviewer'), await onDesk('reviewer')]
const { id: articleId } = await anArticle(lena)

afterAll(() => network.close())

/** Listens as the workspace's window does. */
function watched(browser: Browser, isSeen: boolean) {
  return watchSilence(browser.socket, browser.provider, () => isSeen)
}

/** Loses the first frame with an edit that goes one way meanwhile. */
function losing<Result>(browser: Browser, way: 'in' | 'out', act: () => Result): Result {
  // The provider knows no more of a socket than browsers do; here it is one of `ws`.
  const socket = browser.provider.configuration.websocketProvider.webSocket as unknown as WebSocket
  const [send, emit] = [socket.send.bind(socket), socket.emit.bind(socket)]
  let isLost = false
  const passes = (frame: Uint8Array) => {
    const isNow = !isLost && isEdit(frame)
    isLost ||= isNow
    return !isNow
  }
  if (way === 'out') socket.send = (frame: Uint8Array) => passes(frame) && send(frame)
  else
    socket.emit = (event: string, data: Buffer, ...rest: unknown[]) =>
      event !== 'message' || passes(new Uint8Array(data)) ? emit(event, data, ...rest) : true
  return act()
}

function isEdit(frame: Uint8Array): boolean {
  // A sign of life names no document.
  if (frame.length === 1) return false
  const { kind, rest } = openFrame(frame)
  return kind === kinds.sync && openSync(rest).kind === syncKinds.update
}

test('a line that dies without a word is given up within ten seconds, and all is there afterwards', async () => {
  const browser = await enter({ server: network, device: await signedIn(lena), articleId })
  const colleague = await enter({ server, device: await signedIn(idris), articleId })
  const stop = watched(browser, true)
  network.goSilent()
  const silentAt = Date.now()
  const [own, theirs] = [mark(browser.doc), mark(colleague.doc)]
  await until(() => browser.closed.some(({ code }) => code === 4408), 'the silence to be noticed')
  // Ten seconds are promised, a busy machine is given some more.
  expect(Date.now() - silentAt).toBeLessThan(13_000)
  network.comeBack()
  await until(
    () => hasClaim(colleague.doc, own) && hasClaim(browser.doc, theirs),
    'both marks on both screens',
  )
  await browser.kept()
  stop()
})

test('a line on which nobody writes is not given up', async () => {
  const browser = await enter({ server, device: await signedIn(lena), articleId })
  const stop = watched(browser, true)
  const heard: number[] = []
  browser.provider.configuration.websocketProvider.on('message', () => heard.push(Date.now()))
  // More than the longest silence that is borne.
  const begun = Date.now()
  await until(() => Date.now() - begun > 9_500, 'the time to pass')
  expect(browser.closed).toEqual([])
  expect(heard.length).toBeGreaterThan(1)
  stop()
})

test('an edit that is lost on its way is made up for when its receipt is asked for', async () => {
  const browser = await enter({ server, device: await signedIn(lena), articleId })
  const colleague = await enter({ server, device: await signedIn(idris), articleId })
  const lost = losing(browser, 'out', () => mark(browser.doc))
  expect(hasClaim(colleague.doc, lost)).toBe(false)
  await browser.kept()
  expect((await readRoomClaims(articleId)).map((claim) => claim.id)).toContain(lost)
  await until(() => hasClaim(colleague.doc, lost), 'what was lost', 1_000)
})

test('a deletion that is lost on its way is on disk when its receipt comes', async () => {
  const browser = await enter({ server, device: await signedIn(lena), articleId })
  const id = mark(browser.doc)
  textOf(browser.doc, 'statement', id).insert(0, 'Nobody said this')
  await browser.kept()
  losing(browser, 'out', () => textOf(browser.doc, 'statement', id).delete(0, 7))
  await browser.kept()
  const claim = (await readRoomClaims(articleId)).find((kept) => kept.id === id)
  expect(claim?.statement).toBe('said this')
})

test('what is lost on its way to a browser is asked for within seconds', async () => {
  const browser = await enter({ server, device: await signedIn(lena), articleId })
  const colleague = await enter({ server, device: await signedIn(idris), articleId })
  const id = mark(browser.doc)
  textOf(browser.doc, 'statement', id).insert(0, 'Nobody said this')
  await until(() => textOf(colleague.doc, 'statement', id).length > 0, 'the statement')
  const lostAt = Date.now()
  // A deletion leaves no gap that anything could be seen by.
  await losing(colleague, 'in', async () => {
    textOf(browser.doc, 'statement', id).delete(0, 7)
    await browser.kept()
  })
  expect(textOf(colleague.doc, 'statement', id).toString()).toBe('Nobody said this')
  await until(() => textOf(colleague.doc, 'statement', id).toString() === 'said this', 'what was lost')
  // Five seconds are promised, a busy machine is given some more.
  expect(Date.now() - lostAt).toBeLessThan(8_000)
})

test('more than a frame holds, written without a line, arrives in parts', async () => {
  const browser = await enter({ server, device: await signedIn(lena), articleId })
  const colleague = await enter({ server, device: await signedIn(idris), articleId })
  const id = mark(browser.doc)
  await browser.kept()
  const { websocketProvider } = browser.provider.configuration
  websocketProvider.disconnect()
  await until(() => websocketProvider.webSocket === null, 'the line to be down')
  const statement = textOf(browser.doc, 'statement', id)
  const marked = Array.from({ length: 300 }, () => mark(browser.doc))
  for (let word = 0; word < 30_000; word++) statement.insert(0, `${word} `)
  // Every other word is taken out again: as many deletions as a long evening makes.
  for (let at = 0; at < 12_000; at += 4) statement.delete(at, 2)
  statement.insert(0, 'pasted words, with signs like 漢 and 🌊; '.repeat(9_000))
  await websocketProvider.connect()
  await browser.kept()
  expect(browser.closed.filter(({ code }) => code === 1009)).toEqual([])
  const whole = statement.toString()
  await until(() => textOf(colleague.doc, 'statement', id).toString() === whole, 'all words')
  expect(marked.every((claimId) => hasClaim(colleague.doc, claimId))).toBe(true)
})

test('a pasted text longer than a frame is taken', async () => {
  const browser = await enter({ server, device: await signedIn(lena), articleId })
  const id = mark(browser.doc)
  const pasted = 'A long report. '.repeat(30_000)
  textOf(browser.doc, 'statement', id).insert(0, pasted)
  await browser.kept()
  const claim = (await readRoomClaims(articleId)).find((kept) => kept.id === id)
  expect(claim?.statement).toBe(pasted)
})

test('a thousand windows do not come back in one moment', () => {
  const chances = Array.from({ length: 1_000 }, (_, index) => index / 1_000)
  for (const [isHidden, most] of [
    [false, 20],
    [true, 3],
  ] as const) {
    const moments = chances.map((chance) => waitBefore(isHidden, chance))
    // The library that retries refuses anything but whole numbers, and then never tries again.
    expect(moments.every(Number.isInteger)).toBe(true)
    const busiest = Math.max(
      ...moments.map((at) => moments.filter((other) => other >= at && other < at + 20).length),
    )
    expect(busiest).toBeLessThanOrEqual(most)
  }
})
