import { expect, type Page } from '@playwright/test'
import { enterAs } from './demo'
import { expectNothingForAxe } from './looks'
import { test } from './server'

const dams = /third of the country/

test('a figure is read in the quote, confirmed by key, corrected, seen by colleagues and taken back', async ({
  browser,
  server,
}) => {
  const maren = await enterAs(browser, server.origin, 'Maren')
  const idris = await enterAs(browser, server.origin, 'Idris')
  for (const page of [maren, idris]) await openClaim(page, dams)

  const read = maren.getByRole('region', { name: /^Figure/ })
  await expect(read.getByRole('listitem')).toHaveCount(2)
  await expect(read.getByRole('listitem').first()).toContainText('33.33%')
  await expect(read.getByRole('listitem').last()).toContainText('more than 50 years')
  await maren.keyboard.press('y')
  const edit = (page: Page) => page.getByRole('button', { name: 'Edit the figure' })
  await expect(edit(idris)).toBeVisible()
  await expect(idris.locator('#detail')).toContainText('33.33%')

  await edit(idris).click()
  const form = idris.getByRole('group', { name: 'Figure' })
  await form.getByLabel('How exact').selectOption('about')
  await form.getByLabel('Place').fill('Velmora')
  await form.getByLabel('As of, or until').fill('2026-01')
  await expectNothingForAxe(idris)
  await form.getByRole('button', { name: 'Done' }).press('Enter')
  await expect(edit(idris)).toBeFocused()
  await expect(maren.locator('#detail')).toContainText('about 33.33%')
  await expect(maren.locator('#detail')).toContainText('Velmora, as of January 2026')

  await edit(maren).click()
  await maren.getByRole('button', { name: 'Remove the figure' }).click()
  await expect(read.getByRole('listitem')).toHaveCount(2)
  await maren.keyboard.press('z')
  await expect(idris.locator('#detail')).toContainText('about 33.33%')
})

test('readers find the figure of a published claim on its page and as a program', async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const reader = await context.newPage()
  await reader.goto(`${server.origin}/latest`)
  await reader
    .getByRole('link', { name: /41 metres high/ })
    .first()
    .click()
  await expect(reader.getByText('Figure: 41 m')).toBeVisible()
  const number = /\/c\/(\d+)/.exec(reader.url())?.[1]
  const claim = await (await reader.request.get(`${server.origin}/api/v1/claims/${number}`)).json()
  expect(claim.figure).toMatchObject({
    reported: '41-metre',
    low: 41,
    high: 41,
    unit: 'm',
    exactness: 'exactly',
  })
})

async function openClaim(page: Page, words: RegExp): Promise<void> {
  if (!page.url().includes('/articles/'))
    await page
      .getByRole('link', { name: /^Two thousand driven/ })
      .first()
      .click()
  // While the room comes in, the list still grows.
  await expect(page.getByRole('link', { name: /^Claim 12,/ })).toBeVisible()
  await page.getByRole('navigation', { name: 'Claims' }).getByRole('link', { name: words }).click()
  await page.waitForURL(/claim=/)
}
