import { expect, type Page } from '@playwright/test'

export const panelOf = (page: Page) => page.getByRole('complementary', { name: /^Disagreements/ })

/** Imports the text of a page from its file, and gives back its title. */
export async function importFile(page: Page, origin: string, file: string): Promise<string> {
  await page.goto(`${origin}/desk/demo`)
  await page.getByRole('button', { name: 'File' }).click()
  await page.getByLabel(/choose a file/).setInputFiles(file)
  const title = await page.getByRole('textbox', { name: 'Title' }).inputValue()
  await page.getByRole('button', { name: 'Freeze and open' }).click()
  await page.waitForURL(/\/articles\//)
  return title
}

/** Begins a dossier, and gives back its address. */
export async function beginDossier(page: Page, origin: string, name: string): Promise<string> {
  await page.goto(`${origin}/desk/demo`)
  await page.getByRole('link', { name: 'Dossiers' }).click()
  await expect(page.getByRole('row', { name: /^Karsell dam breach/ })).toContainText('Version 1')
  await page.getByLabel('Name of the event').fill(name)
  await page.getByRole('button', { name: 'Begin dossier' }).click()
  await page.waitForURL(/\/articles$/)
  return page.url().replace(/\/articles$/, '')
}

/** Adds the article of that title, of several the one that was imported last. */
export async function addArticle(page: Page, title: string): Promise<void> {
  const field = page.getByRole('combobox', { name: 'Article of the desk' })
  await expect(field).toBeVisible()
  const names = await page
    .locator('datalist option')
    .evaluateAll((options) => options.map((option) => option.getAttribute('value') ?? ''))
  await field.fill(
    names
      .filter((name) => name.startsWith(title))
      .toSorted()
      .at(-1) ?? title,
  )
  await page.getByRole('button', { name: 'Add article' }).first().click()
  await expect(page.getByRole('table').getByRole('link', { name: title })).toBeVisible()
}

/** Publishes the claim whose approval is open. */
export async function approveHere(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Approve', exact: true }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Publish/ })
    .click()
  await expect(page.getByText('Version 1 is published.')).toBeVisible()
}

export async function publishDossier(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Publish' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByText(/^Version \d+ is published\.$/)).toBeVisible()
}
