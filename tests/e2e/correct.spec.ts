import { expect, type Page } from '@playwright/test'
import { enterAs } from './demo'
import { expectNothingForAxe, inBothThemes } from './looks'
import { test } from './server'

const line = 'A reader says that it failed after dawn. We are looking at the gauge again.'
const added = 'The gauge below the dam has the hour.'
const withdrawn = 'The gauge’s clock was wrong. We no longer stand by this check.'

test('a published claim is put under review by one, corrected by two, and retracted by two', async ({
  browser,
  server,
}) => {
  const ruth = await enterAs(browser, server.origin, 'Ruth')
  const address = await openClaim(ruth, /^Two thousand driven/, 2)
  await ruth.getByRole('button', { name: 'Put under review' }).click()
  const doubting = ruth.getByRole('dialog')
  await doubting.getByLabel('What readers are told').fill(line)
  await doubting.getByRole('button', { name: 'Put under review' }).click()
  await expect(ruth.getByText('Under review, Ruth Adeyemi')).toBeVisible()
  const path = await ruth.getByRole('link', { name: 'Read the public page' }).getAttribute('href')
  const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  const readerSees = (text: string) =>
    expect(async () => {
      await reader.goto(server.origin + path)
      await expect(reader.getByText(text).first()).toBeVisible({ timeout: 1_000 })
    }).toPass()
  await readerSees(line)

  const lena = await enterAs(browser, server.origin, 'Lena')
  await lena.goto(address)
  await expect(lena.getByText(line)).toBeVisible()
  await lena.getByLabel('Short answer').fill('The gauge shows the wave at 04:40, before dawn.')
  await lena.getByRole('button', { name: 'Submit correction' }).click()
  const correcting = lena.getByRole('dialog')
  await correcting.getByRole('radio', { name: 'Typing error' }).check()
  await correcting.getByLabel('Public note').fill(added)
  await expect(correcting.getByText('A number differs from the published version.')).toBeVisible()
  await correcting.getByRole('radio', { name: 'Clarification' }).check()
  await expect(correcting.getByRole('link', { name: /^The page of claim/ })).toBeVisible()
  await correcting.getByRole('button', { name: 'Submit correction' }).click()
  await expect(lena.getByText('Claim submitted for approval')).toBeVisible()

  // Whoever was about to retract what readers had then is told that they have something else now.
  await ruth.getByRole('button', { name: 'Retract', exact: true }).click()
  const overtaken = ruth.getByRole('dialog')
  await overtaken.getByLabel('Public note').fill('Nobody knows the hour.')
  await approve(await enterAs(browser, server.origin, 'Jonas'), server.origin, 2)
  const newer = overtaken.getByRole('region', { name: 'Version 2 was published while the form was open' })
  await expect(newer).toContainText(added)
  await expect(overtaken.getByLabel('Public note')).toHaveValue('Nobody knows the hour.')
  await inBothThemes(ruth, expectNothingForAxe)
  await newer.getByRole('button', { name: 'Leave it as it is now' }).click()
  await expect(overtaken).toHaveCount(0)
  await readerSees(added)
  await expect(reader.getByRole('region', { name: 'Under review' })).toHaveCount(0)

  await lena.reload()
  await lena.getByRole('button', { name: 'Retract', exact: true }).click()
  const retracting = lena.getByRole('dialog')
  await retracting.getByLabel('Public note').fill(withdrawn)
  await retracting.getByLabel('Reason, for the editor').fill('The operator told us about the clock.')
  await retracting.getByRole('button', { name: 'Submit retraction' }).click()
  await expect(lena.getByText('Claim submitted for approval')).toBeVisible()
  await approve(ruth, server.origin, 3)
  await readerSees(withdrawn)
  await expect(reader.getByRole('region', { name: 'Retracted' })).toBeVisible()
  await expect(reader.getByRole('link', { name: 'Read version 2' })).toBeVisible()
})

/** Approves what waits about the dam's failure; it becomes this version. */
async function approve(page: Page, origin: string, version: number) {
  await page.goto(`${origin}/desk/demo/approvals`)
  await page
    .getByRole('link', { name: /failed before dawn on Monday/ })
    .first()
    .click()
  await page.waitForURL(/\/approvals\/[\da-f-]{36}$/)
  await page.getByRole('button', { name: /^Approve/ }).click()
  await page.getByRole('button', { name: `Publish version ${version}` }).click()
  await expect(page.getByText(`Version ${version} is published.`)).toBeVisible()
}

/** Opens an article of the desk and one of its claims; gives the address of both. */
async function openClaim(page: Page, article: RegExp, number: number): Promise<string> {
  await page.getByRole('link', { name: article }).first().click()
  await page.getByRole('link', { name: new RegExp(`^Claim ${number},`) }).click()
  await expect(page.getByRole('heading', { name: `Claim ${number}`, exact: true })).toBeVisible()
  return page.url()
}
