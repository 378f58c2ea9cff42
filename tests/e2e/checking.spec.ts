import { expect, type Page } from '@playwright/test'
import { enterAs } from './demo'
import { test } from './server'

/** The address of a submission that somebody chose from the queue. */
const chosen = /\/approvals\/[\da-f-]{36}$/

test('a claim is marked, written, rated and sourced by keyboard alone', async ({ browser, server }) => {
  const page = await enterAs(browser, server.origin, 'Lena', { at: '/desk/demo' })
  await page.getByRole('link', { name: /^How safe are/ }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('article', { name: /^Article text/ }).focus()
  await page.keyboard.press('ArrowDown')
  for (let word = 0; word < 5; word++) await page.keyboard.press('Control+Shift+ArrowRight')
  await page.keyboard.press('m')
  await expect(page.getByRole('textbox', { name: 'Statement' })).toBeFocused()
  await page.keyboard.type('Velmora has 62 large dams')
  await page.keyboard.press('Escape')
  await page.keyboard.press('1')
  await expect(page.getByRole('radio', { name: /^True/ })).toBeChecked()
  await page.keyboard.press('s')
  await page.keyboard.type('Register of dams')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Kind of source')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('e')
  await expect(page.getByRole('textbox', { name: 'Rationale' })).toBeFocused()
  await page.keyboard.type('The register has 62 entries.')
  await expect(page.getByText('All changes saved')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Rationale' })).toContainText('The register has 62 entries.')
  await expect(page.getByRole('textbox', { name: 'Statement' })).toHaveValue('Velmora has 62 large dams')
})

test('a published claim is corrected by two people, and the old version stays readable', async ({
  browser,
  server,
}) => {
  const writer = await enterAs(browser, server.origin, 'Idris')
  const article = await openClaim(writer, /^Rights group counts/, 2)
  await writer
    .getByLabel('Short answer')
    .fill('Its first published count is that of the Harl flood, on 19 May 2011.')
  await expect(writer.getByText('Changed since').first()).toBeVisible()
  await writer.getByRole('button', { name: 'Submit correction' }).click()
  const dialog = writer.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'Clarification' }).check()
  await dialog.getByLabel('Public note').fill('We added the day of the first count.')
  await dialog.getByRole('button', { name: 'Submit correction' }).click()
  await expect(writer.getByText('Claim submitted for approval')).toBeVisible()

  const editor = await enterAs(browser, server.origin, 'Jonas', { at: '/desk/demo/approvals' })
  await editor
    .getByRole('link', { name: /has counted displaced people after floods/ })
    .first()
    .click()
  await editor.waitForURL(chosen)
  await expect(editor.getByText('Readers will read: “We added the day of the first count.”')).toBeVisible()
  await editor.keyboard.press('a')
  await editor.getByRole('button', { name: 'Publish version 2' }).click()
  await expect(editor.getByText('Version 2 is published.')).toBeVisible()

  await writer.goto(article)
  const path = await writer.getByRole('link', { name: 'Read the public page' }).getAttribute('href')
  const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await expect(async () => {
    await reader.goto(server.origin + path)
    await expect(reader.getByText('We added the day of the first count.').first()).toBeVisible({
      timeout: 1_000,
    })
  }).toPass()
  await reader.getByRole('link', { name: 'Read version 1' }).click()
  await expect(
    reader.getByText('Its first published count is that of the Harl flood in May 2011.'),
  ).toBeVisible()
})

test('an editor returns a claim with a note, and its authors see it', async ({ browser, server }) => {
  const editor = await enterAs(browser, server.origin, 'Jonas', { at: '/desk/demo/approvals' })
  await editor
    .getByRole('link', { name: /Warning sirens in Tolm/ })
    .first()
    .click()
  await editor.waitForURL(chosen)
  await expect(editor.getByRole('heading', { name: /^Warning sirens in Tolm/ })).toBeVisible()
  await editor.keyboard.press('r')
  await expect(editor.getByLabel('Note to the authors')).toBeFocused()
  await editor.keyboard.type('Ask the operator for the log again.')
  await editor.getByRole('button', { name: /^Return/ }).click()
  await expect(editor.getByText('Returned to its authors.')).toBeVisible()
  const author = await enterAs(browser, server.origin, 'Tomas')
  await expect(author.getByText('“Ask the operator for the log again.”')).toBeVisible()
})

test('the queue stands where it stood when its script takes over, so that a press meets what it was aimed at', async ({
  browser,
  server,
}) => {
  const editor = await enterAs(browser, server.origin, 'Jonas')
  const storageState = await editor.context().storageState()
  const still = await (await browser.newContext({ javaScriptEnabled: false, storageState })).newPage()
  const lines = (page: Page) =>
    page.getByRole('navigation', { name: 'Claims waiting for approval' }).getByRole('link')
  const tops = (page: Page) =>
    lines(page).evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top))
  // What waits, and for how long, may change between the two: then both are looked at anew.
  await expect(async () => {
    for (const page of [editor, still]) await page.goto(`${server.origin}/desk/demo/approvals`)
    // The boxes that select are the script's alone.
    await expect(editor.getByRole('checkbox', { name: /^Select: / }).first()).toBeEnabled()
    await expect.poll(() => tops(editor), { timeout: 5_000 }).toEqual(await tops(still))
  }).toPass()
  expect(await lines(still).count()).toBeGreaterThan(3)
})

test('a button that is pressed before the page can answer is answered once it can', async ({
  browser,
  server,
}) => {
  const page = await enterAs(browser, server.origin, 'Maren')
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/_next/static/**/*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto(`${server.origin}/desk/demo`, { waitUntil: 'commit' })
  await page.getByRole('button', { name: 'Paste text' }).click()
  await expect(page.getByLabel('Text or HTML of the article')).toHaveCount(0)
  release()
  await expect(page.getByLabel('Text or HTML of the article')).toBeVisible()
})

test('a page whose words did not come with it asks for them before it says anything', async ({
  browser,
  server,
}) => {
  const page = await enterAs(browser, server.origin, 'Maren')
  await page.route(/\/api\/words\/\w+\.[\w-]+\.js$/, (route) => route.abort())
  await page.goto(`${server.origin}/desk/demo`)
  await page.getByRole('button', { name: 'Paste text' }).click()
  await expect(page.getByLabel('Text or HTML of the article')).toBeVisible()
  // What only the room says does not come either, once one goes there.
  await page
    .getByRole('link', { name: /^Two thousand driven/ })
    .first()
    .click()
  await expect(page.getByText('All changes saved')).toBeVisible()
})

test('what is written offline is kept, and there for others when the connection is back', async ({
  browser,
  server,
}) => {
  const [writer, colleague] = [
    await enterAs(browser, server.origin, 'Maren'),
    await enterAs(browser, server.origin, 'Tomas'),
  ]
  const address = await openClaim(writer, /^Fourteen million/, 2)
  await colleague.goto(address)
  await expect(writer.getByText('All changes saved')).toBeVisible()
  await writer.context().setOffline(true)
  await writer.getByLabel('Short answer').fill('It took eleven months.')
  await writer.getByRole('radio', { name: /^True/ }).check()
  await expect(writer.getByText(/^Offline, \d+ changes? kept/).first()).toBeVisible()
  await writer.context().setOffline(false)
  await expect(colleague.getByLabel('Short answer')).toHaveValue('It took eleven months.')
  await expect(colleague.getByRole('radio', { name: /^True/ })).toBeChecked()
  await expect(writer.getByText('All changes saved')).toBeVisible()
})

test('an observer reads along and finds nothing to press', async ({ browser, server }) => {
  const observer = await enterAs(browser, server.origin, 'Ana')
  await openClaim(observer, /^Two thousand driven/, 2)
  await expect(observer.getByText('Reading along')).toBeVisible()
  await expect(observer.getByRole('textbox', { name: 'Statement' })).toHaveCount(0)
  await expect(observer.getByRole('button', { name: /^Submit/ })).toHaveCount(0)
})

test('somebody who signs out in one window is out in all of them', async ({ browser, server }) => {
  const page = await enterAs(browser, server.origin, 'Ruth')
  const room = await page.context().newPage()
  await room.goto(`${server.origin}/desk/demo`)
  await openClaim(room, /^Two thousand driven/, 1)
  await page.getByRole('button', { name: /Ruth Adeyemi/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: /demo newsroom/ })).toBeVisible()
  await expect(room.getByText('You have been signed out', { exact: true })).toBeVisible()
})

/** Opens an article of the desk and one of its claims; gives the address of both. */
async function openClaim(page: Page, article: RegExp, number: number): Promise<string> {
  await page.getByRole('link', { name: article }).first().click()
  await page.getByRole('link', { name: new RegExp(`^Claim ${number},`) }).click()
  await expect(page.getByRole('heading', { name: `Claim ${number}`, exact: true })).toBeVisible()
  return page.url()
}
