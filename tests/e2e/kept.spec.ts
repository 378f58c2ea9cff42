import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, expect, type Page } from '@playwright/test'
import { Client } from 'pg'
import { enterAs } from './demo'
import { test } from './server'

test('what was written without a room survives a reload and a closed browser, is counted, and merges', async ({
  browser,
  server,
  launchOptions,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'proofroom-browser-'))
  const openBrowser = () => chromium.launchPersistentContext(folder, { ...launchOptions, locale: 'en-GB' })
  try {
    const before = await openBrowser()
    const page = await before.newPage()
    await page.goto(`${server.origin}/sign-in`)
    await page.getByRole('button', { name: /^Lena/ }).click()
    await openClaim(page, 1)
    await expect(page.getByText('All changes saved')).toBeVisible()
    await takeRoomAway(page)
    await page.reload()
    await page.getByRole('textbox', { name: 'Statement' }).fill('Written without a room.')
    await expect(page.getByText('Offline, 1 change kept')).toBeVisible()
    await page.reload()
    await expect(page.getByText('Offline, 1 change kept')).toBeVisible()
    await page.getByRole('textbox', { name: 'Short answer' }).fill('Written after a reload.')
    await expect(page.getByText('Offline, 2 changes kept')).toBeVisible()
    const address = page.url()
    await before.close()

    const after = await openBrowser()
    await comeBack(after, address)
    const colleague = await enterAs(browser, server.origin, 'Idris')
    await colleague.goto(address)
    await expect(colleague.getByRole('textbox', { name: 'Statement' })).toHaveValue('Written without a room.')
    await expect(colleague.getByRole('textbox', { name: 'Short answer' })).toHaveValue(
      'Written after a reload.',
    )
    await after.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('words from before a restore stay out of the room, and are offered for copying', async ({
  browser,
  server,
}) => {
  const fieldOf = (page: Page) => page.getByRole('textbox', { name: 'Statement' })
  let page = await enterAs(browser, server.origin, 'Lena')
  await openClaim(page, 2)
  await expect(page.getByText('All changes saved')).toBeVisible()
  let field = fieldOf(page)
  const inTheRoom = await field.inputValue()
  const address = page.url()
  await takeRoomAway(page)
  await page.reload()
  await field.fill('From before the restore.')
  await expect(page.getByText('Offline, 1 change kept')).toBeVisible()
  await beginAnew(server.databaseUrl())
  const context = page.context()
  await page.close()
  page = await context.newPage()
  field = fieldOf(page)
  await page.goto(address)
  await expect(page.getByText('1 claim on this device says more than the room does now.')).toBeVisible()
  await expect(field).toHaveValue(inTheRoom)
  await expect(page.getByText('All changes saved')).toBeVisible()
  // The copy stays aside until somebody lets it go.
  await page.reload()
  await page.getByRole('button', { name: 'Look at it' }).click()
  const box = page.getByRole('dialog', { name: 'From before the restore' })
  await expect(box.getByText('From before the restore.', { exact: true })).toBeVisible()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await box.getByRole('button', { name: /^Copy.*Statement/ }).click()
  await expect(box.getByText('Copied')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('From before the restore.')
  await box.getByRole('button', { name: 'Discard this copy' }).click()
  await expect(box).toBeHidden()
  await page.reload()
  await expect(page.getByText('All changes saved')).toBeVisible()
  await expect(page.getByText('says more than the room does now')).toBeHidden()
  await expect(field).toHaveValue(inTheRoom)
})

/** Takes the room away from a page; the rest of the server stays. */
async function takeRoomAway(page: Page) {
  await page.routeWebSocket(/collab/, (socket) => socket.close())
}

/** Opens the article in the browser that was closed, first still without a room, then with it. */
async function comeBack(context: BrowserContext, address: string) {
  const page = await context.newPage()
  await takeRoomAway(page)
  await page.goto(address)
  await expect(page.getByText('Offline, 2 changes kept')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Statement' })).toHaveValue('Written without a room.')
  await page.close()
  const again = await context.newPage()
  await again.goto(address)
  await expect(again.getByText('All changes saved')).toBeVisible()
}

/** What a restore does to every room, besides bringing its rows back. */
async function beginAnew(databaseUrl: string) {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query('update rooms set lineage = gen_random_uuid()')
  await client.end()
}

async function openClaim(page: Page, number: number) {
  await page
    .getByRole('link', { name: /^Two thousand driven/ })
    .first()
    .click()
  await page.getByRole('link', { name: new RegExp(`^Claim ${number},`) }).click()
  await page.waitForURL(/claim=/)
}
