import { readFile } from 'node:fs/promises'
import { HocuspocusProvider } from '@hocuspocus/provider'
import { expect, type Page } from '@playwright/test'
import { WebSocket } from 'ws'
import { keepLevel } from '../../app/desk/[slug]/articles/[articleId]/_room/line/level'
import { RoomSocket } from '../../app/desk/[slug]/articles/[articleId]/_room/line/room-socket'
import { claimMap, openDoc, type RoomDoc } from '../../server/room/doc/room-doc'
import { readNews } from '../../server/room/room-news'
import { enterAs } from './demo'
import { test } from './server'

test('who signs out with unsent words is asked, and can take them along', async ({ browser, server }) => {
  const page = await enterAs(browser, server.origin, 'Lena')
  await openClaim(page, 1)
  await expect(page.getByText('All changes saved')).toBeVisible()
  // The room goes away, the rest of the server stays.
  await page.routeWebSocket(/collab/, (socket) => socket.close())
  await page.reload()
  await expect(page.getByText(/^Offline: your changes are kept/)).toBeVisible()
  await page.getByRole('textbox', { name: 'Statement' }).fill('Only on this device.')
  await signOut(page)
  await page.getByRole('button', { name: 'Stay signed in' }).click()
  await expect(page.getByRole('textbox', { name: 'Statement' })).toHaveValue('Only on this device.')
  await page.goto(`${server.origin}/desk/demo`)
  await signOut(page)
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as file and sign out' }).click()
  expect(await readFile(await (await saved).path(), 'utf8')).toContain('Only on this device.')
  await expect(page.getByRole('heading', { name: /demo newsroom/ })).toBeVisible()
})

test('parts that cannot be read are named, and are whole once they are set again', async ({
  browser,
  server,
}) => {
  const page = await enterAs(browser, server.origin, 'Lena')
  await openClaim(page, 3)
  const claimId = new URL(page.url()).searchParams.get('claim') ?? ''
  await writeBeside(page, server.origin, (doc) => {
    claimMap(doc, claimId).set('quote', { broken: true })
    claimMap(doc, claimId).set('topic:weather', 'maybe')
    claimMap(doc, claimId).set('appearance:0', 7)
  })
  const notice = page.getByText('Part of this claim cannot be read')
  await expect(notice).toBeVisible()
  await page.getByRole('button', { name: 'Remove topic weather' }).click()
  await page.getByRole('button', { name: 'Remove cannot be read' }).click()
  await page.getByRole('article', { name: /^Article text/ }).focus()
  await page.keyboard.press('ArrowDown')
  for (let word = 0; word < 5; word++) await page.keyboard.press('Control+Shift+ArrowRight')
  await page.getByRole('button', { name: /^Adjust mark/ }).click()
  await expect(notice).toBeHidden()
})

async function openClaim(page: Page, number: number) {
  await page
    .getByRole('link', { name: /^Two thousand driven/ })
    .first()
    .click()
  await page.getByRole('link', { name: new RegExp(`^Claim ${number},`) }).click()
  await page.waitForURL(/claim=/)
}

async function signOut(page: Page) {
  await page.getByRole('button', { name: /^Lena/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByText(/^Your last changes are only on this device/)).toBeVisible()
}

/** Writes into the room of the page as a foreign client would, with a pass of the same member. */
async function writeBeside(page: Page, origin: string, write: (doc: RoomDoc) => void) {
  const articleId = new URL(page.url()).pathname.split('/').at(-1)
  const answer = await page.request.post(`${origin}/api/trpc/room.pass`, {
    data: { json: { desk: 'demo', articleId } },
    headers: { origin },
  })
  const { token, document } = (await answer.json()).result.data.json
  const socket = new RoomSocket({
    url: `${origin.replace('http', 'ws')}/collab`,
    WebSocketPolyfill: WebSocket,
  })
  const doc = openDoc()
  let isKept = false
  const provider = new HocuspocusProvider({
    ...{ websocketProvider: socket, name: document, document: doc, token },
    onStateless: ({ payload }) => {
      isKept ||= readNews(payload)?.type === 'kept'
    },
  })
  const level = keepLevel(socket, provider)
  provider.attach()
  await expect.poll(() => provider.isSynced).toBe(true)
  write(doc)
  level.ask(1)
  await expect.poll(() => isKept).toBe(true)
  level.stop()
  provider.destroy()
  socket.destroy()
}
