import { type Browser, expect, type Page } from '@playwright/test'
import { enterAs } from './demo'
import { expectToFit, inBothThemes } from './looks'
import { aDump } from './people'
import { test } from './server'

const name = 'Karsell, counted anew'

test('a dossier is built, a disagreement explained and approved, and readers compare the figures without a script', async ({
  browser,
  server,
}) => {
  const lena = await enterAs(browser, server.origin, 'Lena')
  const jonas = await enterAs(browser, server.origin, 'Jonas')
  const dump = await pasteArticle(lena, server.origin)
  const here = await beginDossier(lena, server.origin)
  for (const title of ['Two thousand driven', 'Rights group counts', dump]) await addArticle(lena, title)
  await expect(lena.getByRole('link', { name: /^Articles 3$/ })).toBeVisible()

  // What the rooms have is in the ledger: what excludes what, by letter.
  await lena.getByRole('link', { name: 'Figures', exact: true }).last().click()
  const panel = lena.getByRole('complementary', { name: /^Disagreements/ })
  await expect(panel.getByRole('listitem').first()).toContainText('cannot hold beside')
  await expect(lena.getByRole('row', { name: /between 500 and 600/ })).toContainText('Velmora Centre')

  await inBothThemes(lena, expectToFit)
  await panel
    .getByRole('button', { name: /^Explain/ })
    .first()
    .click()
  const form = panel.getByRole('form', { name: /^Explain disagreement/ })
  await form.getByLabel('Why they differ').selectOption('Different dates')
  await form.getByRole('button', { name: 'Send for approval' }).click()
  await expect(form.getByRole('alert')).toContainText('Say why they differ')
  await form.getByLabel(/^In a sentence or two/).fill('One count begins two weeks earlier than the other.')
  await form.getByRole('button', { name: 'Send for approval' }).click()
  await expect(panel).toContainText('Waits for an editor')

  await jonas.goto(here)
  const jonasPanel = jonas.getByRole('complementary', { name: /^Disagreements/ })
  await jonasPanel.getByRole('button', { name: 'Approve' }).click()
  await expect(jonasPanel).toContainText('Approved by Jonas Pryce')

  await lena.getByRole('link', { name: 'Notes' }).click()
  await lena.getByLabel('Note', { exact: true }).fill('Ask the rapporteur which day she counts from.')
  await lena.getByRole('button', { name: 'Add note' }).click()
  for (const [tab, words] of [
    ['articles', 'Rights group counts'],
    ['claims', 'counted 500 to 600'],
    ['notes', 'Ask the rapporteur'],
  ]) {
    await expect(async () => {
      await jonas.goto(`${here}/${tab}`)
      await expect(jonas.getByRole('main')).toContainText(words ?? '', { timeout: 2_000 })
    }).toPass()
    await inBothThemes(jonas, expectToFit)
  }

  await approveRange(jonas, server.origin)
  await jonas.goto(here)
  await jonas.getByRole('button', { name: 'Publish' }).click()
  await jonas.getByRole('dialog').getByRole('button', { name: 'Publish' }).click()
  await expect(jonas.getByRole('link', { name: 'What readers see' })).toBeVisible()
  const path = await jonas.getByRole('link', { name: 'What readers see' }).getAttribute('href')
  await readWithoutScript(browser, `${server.origin}${path}`)
})

/** Imports the text of a real page, and gives back its title. */
async function pasteArticle(page: Page, origin: string): Promise<string> {
  await page.goto(`${origin}/desk/demo`)
  await page.getByRole('button', { name: 'File' }).click()
  await page.getByLabel(/choose a file/).setInputFiles(aDump())
  const title = await page.getByRole('textbox', { name: 'Title' }).inputValue()
  await page.getByRole('button', { name: 'Freeze and open' }).click()
  await page.waitForURL(/\/articles\//)
  return title
}

async function beginDossier(page: Page, origin: string): Promise<string> {
  await page.goto(`${origin}/desk/demo`)
  await page.getByRole('link', { name: 'Dossiers' }).click()
  await expect(page.getByRole('row', { name: /^Karsell dam breach/ })).toContainText('Version 1')
  await page.getByLabel('Name of the event').fill(name)
  await page.getByRole('button', { name: 'Begin dossier' }).click()
  await page.waitForURL(/\/articles$/)
  return page.url().replace(/\/articles$/, '')
}

async function addArticle(page: Page, title: string): Promise<void> {
  const field = page.getByRole('combobox', { name: 'Article of the desk' })
  await field.fill(title)
  await page.getByRole('button', { name: 'Add article' }).first().click()
  await expect(page.getByRole('table').getByRole('link', { name: title })).toBeVisible()
}

/** Publishes the range that the other figure cannot hold beside. */
async function approveRange(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/desk/demo/approvals`)
  await page.getByRole('link', { name: /counted 500 to 600 displaced/ }).click()
  await page.getByRole('button', { name: 'Approve', exact: true }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Publish/ })
    .click()
  await expect(page.getByText('Version 1 is published.')).toBeVisible()
}

async function readWithoutScript(browser: Browser, address: string): Promise<void> {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await expect(async () => {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible({ timeout: 2_000 })
    await expect(page.getByText('One count begins two weeks earlier')).toBeVisible({ timeout: 2_000 })
  }).toPass()
  // What a screen reader is given: the chart's name, a link for each figure, and the same as a table.
  await expect(page.getByRole('link', { name: /Velmora Centre.*500 to 600/ }).first()).toBeVisible()
  await expect(
    page
      .getByRole('table')
      .getByRole('row', { name: /between 500 and 600/ })
      .first(),
  ).toBeVisible()
  await expect(page.getByText('Different dates.')).toBeVisible()
}
