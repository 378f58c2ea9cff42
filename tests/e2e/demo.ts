import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test'

/** Opens the demo newsroom from the first run, as people do. */
export async function openDemo(browser: Browser, origin: string): Promise<void> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(origin)
  await page.getByRole('button', { name: 'Open the demo newsroom' }).click()
  await expect(page.getByRole('heading', { name: 'Enter the demo newsroom' })).toBeVisible({
    timeout: 120_000,
  })
  await page.context().close()
}

/** A browser in which somebody is signed in as one of the demo's people. */
export async function enterAs(
  browser: Browser,
  origin: string,
  person: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage()
  await page.goto(`${origin}/sign-in`)
  const button = page.getByRole('button', { name: new RegExp(`^${person}`) })
  // A press before the page's script is there does nothing, as for people: it is pressed again.
  await expect(async () => {
    if (await button.isVisible()) await button.click()
    await expect(page.getByRole('heading', { name: 'The desk' })).toBeVisible({ timeout: 10_000 })
  }).toPass({ timeout: 60_000 })
  return page
}

/**
 * Opens the claim of a number in the demo's article, from the desk or inside; what others marked before it may still
 * come in and move the numbers.
 */
export async function openClaim(page: Page, number: number): Promise<void> {
  if (!page.url().includes('/articles/'))
    await page
      .getByRole('link', { name: /^Two thousand driven/ })
      .first()
      .click()
  await expect(page.getByRole('link', { name: /^Claim 12,/ })).toBeVisible()
  await expect(async () => {
    await page.getByRole('link', { name: new RegExp(`^Claim ${number},`) }).click()
    await page.waitForURL(/claim=/)
    await expect(page.getByRole('heading', { name: `Claim ${number}`, exact: true })).toBeVisible({
      timeout: 3_000,
    })
  }).toPass()
}
