import { afterAll, expect, test } from 'vitest'
import { watchSilence } from '../../app/desk/[slug]/articles/[articleId]/_room/line/silence'
import { waitBefore } from '../../app/desk/[slug]/articles/[articleId]/_room/line/socket'
import { readRoomClaims } from '../../server/room/kept/read-room'
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
  return watchSilence(browser.provider.configuration.websocketProvider, browser.provider, () => isSeen)
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

test('a frame that is lost on its way is made up for within seconds', async () => {
  const browser = await enter({ server, device: await signedIn(lena), articleId })
  const colleague = await enter({ server, device: await signedIn(idris), articleId })
  const socket = browser.provider.configuration.websocketProvider.webSocket
  if (!socket) throw new Error('there is no socket')
  const send = socket.send.bind(socket)
  socket.send = () => {}
  const lostAt = Date.now()
  const lost = mark(browser.doc)
  socket.send = send
  expect(hasClaim(colleague.doc, lost)).toBe(false)
  await until(() => hasClaim(colleague.doc, lost), 'what was lost')
  // Five seconds are promised, a busy machine is given some more.
  expect(Date.now() - lostAt).toBeLessThan(8_000)
})

test('what a receipt was asked for and was lost on its way is on disk when the receipt comes', async () => {
  const browser = await enter({ server, device: await signedIn(lena), articleId })
  const socket = browser.provider.configuration.websocketProvider.webSocket
  if (!socket) throw new Error('there is no socket')
  const send = socket.send.bind(socket)
  // Only the edit is lost; the question that follows it arrives.
  socket.send = () => {
    socket.send = send
  }
  const id = mark(browser.doc)
  await browser.kept()
  expect((await readRoomClaims(articleId)).map((claim) => claim.id)).toContain(id)
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
