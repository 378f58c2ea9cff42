import { expect, type Page } from '@playwright/test'
import { enterAs } from './demo'
import { expectNothingForAxe, expectToFit, inBothThemes } from './looks'
import { test } from './server'

const text = (title: string) => `${title}

The weir at Sedge Ford held back nine million cubic metres of water on the night of the flood, says the operator.

The ministry has inspected it every year since 2011, and no report speaks of damage to the gates.`

test('a claim, a source and an article are deleted, lie in one list, and come back with all their parts', async ({
  browser,
  server,
}) => {
  const lena = await enterAs(browser, server.origin, 'Lena')
  const claimIn = await importText(lena, server.origin, 'The weir that held at Sedge Ford')
  await writeClaim(lena)
  await removeSource(lena)
  await lena.getByRole('button', { name: 'More actions', exact: true }).click()
  await lena.getByRole('menuitem', { name: 'Delete claim' }).click()
  await expect(lena.getByText('Claim 1 deleted')).toBeVisible()
  await expect(lena.getByText('All changes saved')).toBeVisible()

  const gone = await importText(lena, server.origin, 'A second weir at Upper Tolm')
  const jonas = await enterAs(browser, server.origin, 'Jonas')
  await deleteArticle(jonas, 'A second weir at Upper Tolm')
  await expect(lena.getByRole('heading', { name: 'This article was deleted' })).toBeVisible()

  await jonas.getByRole('link', { name: 'Deleted', exact: true }).click()
  const line = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name })
  await expect(line(jonas, 'A second weir at Upper Tolm')).toContainText('Deleted by Jonas Pryce')
  await expect(line(jonas, 'The weir held nine million cubic metres.')).toContainText('Deleted by Lena Sørby')
  await expect(line(jonas, 'Log of the operator')).toContainText('Bring its claim back first.')
  // What fades has no colours that could be judged.
  await expect(jonas.getByText('Article deleted')).toBeHidden()
  await inBothThemes(jonas, expectToFit)

  await server.restart()
  await jonas.reload()
  await bringBackByKeyboard(jonas, 'The weir held nine million cubic metres.')
  await expect(jonas.getByText('“The weir held nine million cubic metres.” is back')).toBeVisible()
  await expect(line(jonas, 'The weir held nine million cubic metres.')).toHaveCount(0)
  await bringBackByKeyboard(jonas, 'Log of the operator')
  await expect(jonas.getByText('“Log of the operator” is back')).toBeVisible()
  await jonas.getByRole('link', { name: 'Open it' }).click()
  await expectWhole(jonas)
  expect(jonas.url()).toContain(claimIn)

  await jonas.goto(`${server.origin}/desk/demo/deleted`)
  await bringBackByKeyboard(jonas, 'A second weir at Upper Tolm')
  await jonas.getByRole('link', { name: 'Open it' }).click()
  await expect(jonas.getByRole('heading', { name: 'A second weir at Upper Tolm' }).first()).toBeVisible()
  expect(jonas.url()).toContain(gone)
})

test('words written in an article while it is deleted stay on the device and merge when it is back', async ({
  browser,
  server,
}) => {
  const lena = await enterAs(browser, server.origin, 'Lena')
  const address = await importText(lena, server.origin, 'The gates of the weir at Brennach')
  await markFirst(lena)
  await expect(lena.getByText('All changes saved')).toBeVisible()
  const jonas = await enterAs(browser, server.origin, 'Jonas')
  await deleteArticle(jonas, 'The gates of the weir at Brennach')
  const notice = lena.getByRole('alert').filter({ hasText: 'This article was deleted' })
  await expect(notice).toBeVisible()
  await lena.getByRole('textbox', { name: 'Statement' }).fill('Written while it was away.')
  await expect(notice).toContainText('Your last change is kept on this device')

  await jonas.goto(server.origin + address)
  await expect(jonas.getByText(/^Jonas Pryce deleted this article on \d/)).toBeVisible()
  await expectToFit(jonas)
  await jonas.getByRole('button', { name: 'Bring back' }).click()
  await expect(jonas.getByText('All changes saved')).toBeVisible()
  await lena.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(notice).toBeHidden()
  await expect(lena.getByText('All changes saved')).toBeVisible()
  await jonas.getByRole('link', { name: /^Claim 1,/ }).click()
  await expect(jonas.getByRole('textbox', { name: 'Statement' })).toHaveValue('Written while it was away.')
})

test('importing the address of a deleted article again offers to bring it back', async ({
  browser,
  server,
}) => {
  const jonas = await enterAs(browser, server.origin, 'Jonas')
  const where = 'https://ledger.example/the-weir-again'
  const address = await importText(jonas, server.origin, 'The weir at Harl, once more', where)
  await deleteArticle(jonas, 'The weir at Harl, once more', server.origin)
  await jonas.getByRole('button', { name: 'Undo' }).click()
  await expect(jonas.getByRole('link', { name: 'The weir at Harl, once more' })).toBeVisible()
  await deleteArticle(jonas, 'The weir at Harl, once more')
  await paste(jonas, 'The weir at Harl, once more', where)
  await jonas.waitForURL(`${server.origin}${address}`)
  await expect(jonas.getByRole('heading', { name: 'This article was deleted' })).toBeVisible()
  await jonas.getByRole('button', { name: 'Bring back' }).click()
  await expect(jonas.getByRole('heading', { name: 'The weir at Harl, once more' }).first()).toBeVisible()
})

test('an article that readers have is not offered to be deleted, and says why', async ({
  browser,
  server,
}) => {
  const jonas = await enterAs(browser, server.origin, 'Jonas')
  const row = jonas.getByRole('row').filter({ hasText: 'Rights group counts' })
  await row.getByRole('button', { name: /^More actions/ }).click()
  const item = jonas.getByRole('menuitem', { name: /^Delete article/ })
  await expect(item).toHaveAttribute('aria-disabled', 'true')
  await expect(item).toContainText('must stay open to correction')
  await expectNothingForAxe(jonas)
})

test('a reviewer is not offered to delete articles', async ({ browser, server }) => {
  const lena = await enterAs(browser, server.origin, 'Lena')
  await expect(lena.getByRole('row').nth(1)).toBeVisible()
  await expect(lena.getByRole('button', { name: /^More actions/ })).toHaveCount(0)
})

/** Pastes a text on the desk's page, as far as the draft or the article that is there. */
async function paste(page: Page, title: string, where = '') {
  await page.getByRole('button', { name: 'Paste text' }).click()
  await page.getByLabel('Text or HTML of the article').fill(text(title))
  if (where) await page.getByLabel('Where it stands').fill(where)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
}

/** Imports an article of one's own; gives the path of its room. */
async function importText(page: Page, origin: string, title: string, where = ''): Promise<string> {
  await page.goto(`${origin}/desk/demo`)
  await paste(page, title, where)
  await page.getByLabel('Title').fill(title)
  await page.getByRole('button', { name: 'Freeze and open' }).click()
  await page.waitForURL(/\/articles\/[\da-f-]{36}/)
  return new URL(page.url()).pathname
}

async function markFirst(page: Page) {
  await page.getByText('The weir at Sedge Ford held back').click({ clickCount: 3 })
  await expect(page.getByRole('toolbar', { name: /^Selected text/ })).toBeVisible()
  await page.keyboard.press('m')
  await expect(page.getByRole('textbox', { name: 'Statement' })).toBeFocused()
}

async function writeClaim(page: Page) {
  await markFirst(page)
  await page.keyboard.type('The weir held nine million cubic metres.')
  await page.keyboard.press('Escape')
  await page.keyboard.press('5')
  for (const source of ['Log of the operator', 'Report of the ministry']) {
    await page.keyboard.press('s')
    await page.keyboard.type(source)
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Kind of source')).toBeVisible()
    await page.keyboard.press('Escape')
  }
  await page.getByLabel('Short answer').fill('Nobody measured it that night.')
  await page.getByLabel('What we do not know').fill('How much water there was.')
  await page.getByLabel('Short answer').press('Escape')
  await page.keyboard.press('e')
  await expect(page.getByRole('textbox', { name: 'Rationale' })).toBeFocused()
  await page.keyboard.type('The log begins a day later.')
  await expect(page.getByText('All changes saved')).toBeVisible()
}

async function removeSource(page: Page) {
  await page.getByRole('button', { name: 'Edit source 1' }).click()
  await page.getByRole('button', { name: 'Remove source' }).click()
  await expect(page.getByText('1 removed source')).toBeVisible()
}

async function expectWhole(page: Page) {
  await expect(page.getByRole('textbox', { name: 'Statement' })).toHaveValue(
    'The weir held nine million cubic metres.',
  )
  await expect(page.getByRole('radio', { name: /^Unproven/ })).toBeChecked()
  await expect(page.getByLabel('Short answer')).toHaveValue('Nobody measured it that night.')
  await expect(page.getByLabel('What we do not know')).toHaveValue('How much water there was.')
  await expect(page.getByRole('textbox', { name: 'Rationale' })).toContainText('The log begins a day later.')
  for (const source of ['Log of the operator', 'Report of the ministry'])
    await expect(page.getByText(source).first()).toBeVisible()
  await expect(page.getByText('removed source')).toHaveCount(0)
}

async function deleteArticle(page: Page, title: string, origin?: string) {
  if (origin) await page.goto(`${origin}/desk/demo`)
  else await page.reload()
  await page.getByRole('button', { name: `More actions for ${title}` }).click()
  await page.getByRole('menuitem', { name: 'Delete article' }).click()
  const box = page.getByRole('dialog', { name: `Delete “${title}”?` })
  await expect(box).toBeVisible()
  await box.getByRole('button', { name: 'Delete article' }).click()
  await expect(page.getByText('Article deleted')).toBeVisible()
  await expect(page.getByRole('link', { name: title })).toHaveCount(0)
  await expect(page.getByRole('main')).toBeFocused()
}

/** The thing leaves the list, and the focus stays in it. */
async function bringBackByKeyboard(page: Page, name: string) {
  const list = page.getByRole('region', { name: 'Deleted things, newest first' })
  const row = list.getByRole('listitem').filter({ hasText: name })
  await row.getByRole('button', { name: /^Bring back/ }).focus()
  await page.keyboard.press('Enter')
  await expect(row).toHaveCount(0)
  const isInList = () => list.evaluate((region) => region.contains(document.activeElement))
  expect(await isInList()).toBe(true)
}
