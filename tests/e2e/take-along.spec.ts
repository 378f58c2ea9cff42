import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import mammoth from 'mammoth'
import { enterAs } from './demo'
import { expectToFit, inBothThemes } from './looks'
import { type Running, startServer, story as test } from './server'

// What is published is counted here, so this newsroom is of this file alone.
let server: Running
test.beforeAll(async () => {
  test.setTimeout(240_000)
  server = await startServer({ withDemo: true })
})
test.afterAll(async () => server?.remove())

/** What is on the clipboard as one kind of text. */
const pasted = (page: Page, type: string) =>
  page.evaluate(async (wanted) => {
    const [item] = await navigator.clipboard.read()
    return (await item?.getType(wanted))?.text()
  }, type)

const permissions = ['clipboard-read', 'clipboard-write']

test('a member takes several published checks along: for pasting, and as a Word file', async ({
  browser,
}) => {
  const page = await enterAs(browser, server.origin, 'Ruth', { permissions })
  await page.getByRole('button', { name: 'Select several checks' }).press('Enter')
  const boxes = page.getByRole('checkbox', { name: /^Select: / })
  await boxes.nth(0).press('Space')
  await boxes.nth(1).press('Space')
  const bar = page.getByRole('group', { name: 'Selected checks' })
  await expect(bar.getByText('2 selected')).toBeVisible()
  await bar.getByRole('button', { name: 'Copy or download' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Take 2 checks along' })
  const statements = await dialog.getByRole('listitem').allTextContents()
  expect(statements).toHaveLength(2)
  await inBothThemes(page, expectToFit)

  await dialog.getByRole('button', { name: 'Copy' }).press('Enter')
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible()
  const [html, text] = [await pasted(page, 'text/html'), await pasted(page, 'text/plain')]
  for (const [index, statement] of statements.entries()) {
    expect(html).toContain(`${index + 1}. ${statement}</h2>`)
    expect(text).toContain(`${index + 1}. ${statement}\n`)
  }

  const download = page.waitForEvent('download')
  await dialog.getByRole('link', { name: 'Word' }).press('Enter')
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^checks-\d+-\d+\.docx$/)
  const { value } = await mammoth.extractRawText({ buffer: readFileSync(await file.path()) })
  for (const statement of statements) expect(value).toContain(statement)
})

test('on a phone an observer selects claims of an article, is told how many are not published, and copies the rest', async ({
  browser,
}) => {
  const phone = { hasTouch: true, viewport: { width: 390, height: 844 } }
  const ana = await enterAs(browser, server.origin, 'Ana', { permissions, ...phone })
  await ana
    .getByRole('link', { name: /^Two thousand driven/ })
    .first()
    .tap()
  await ana.getByRole('button', { name: 'Claims', exact: true }).tap()
  await ana.getByRole('button', { name: 'Select several claims' }).tap()
  for (const number of [1, 2, 12]) {
    const box = ana.getByRole('checkbox', { name: `Select claim ${number}`, exact: true })
    // A finger that comes down while the list still moves under it only stops the list.
    await expect(async () => {
      if (!(await box.isChecked())) await box.tap()
      await expect(box).toBeChecked({ timeout: 3_000 })
    }).toPass()
  }
  const bar = ana.getByRole('group', { name: 'Selected claims' })
  await expect(bar.getByText('3 selected')).toBeVisible()
  await expect(bar.getByRole('textbox')).toBeHidden()
  await bar.getByRole('button', { name: 'Copy or download' }).tap()
  const dialog = ana.getByRole('dialog', { name: 'Take 2 checks along' })
  await expect(dialog.getByText('1 selected claim is not published and stays out.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Copy' }).tap()
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await pasted(ana, 'text/plain')).toMatch(/^1\. [\s\S]*\n\* \* \*\n[\s\S]*\n2\. /m)
})
