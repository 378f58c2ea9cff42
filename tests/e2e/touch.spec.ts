import { devices, expect, type Locator, type Page } from '@playwright/test'
import { enterAs } from './demo'
import { type Running, startServer, story as test } from './server'

// What is decided here would be missing in other files, so this newsroom is of this file alone.
let server: Running
test.beforeAll(async () => {
  test.setTimeout(240_000)
  server = await startServer({ withDemo: true })
})
test.afterAll(async () => server?.remove())

test('an editor comments, approves and returns on a phone, by touch alone', async ({ browser }) => {
  const { userAgent, deviceScaleFactor } = devices['Pixel 7']
  const viewport = { width: 390, height: 844 }
  const phone = { userAgent, deviceScaleFactor, viewport, isMobile: true, hasTouch: true }
  const jonas = await enterAs(browser, server.origin, 'Jonas', phone)

  await test.step('he asks about a claim in its article', async () => {
    await tap(jonas.getByRole('link', { name: /^Two thousand driven/ }).first())
    await tap(jonas.getByRole('button', { name: 'Claims', exact: true }))
    await tap(jonas.getByRole('link', { name: /All six sirens were tested/ }))
    await expect(jonas.getByRole('textbox', { name: 'Statement' })).toHaveValue(/^All six sirens/)
    const comment = jonas.getByLabel('Comment, @ to mention')
    await tap(comment)
    await jonas.keyboard.type('Who tested them?')
    await tap(jonas.getByRole('button', { name: 'Send' }))
    await expect(jonas.getByRole('listitem').filter({ hasText: 'Who tested them?' })).toBeVisible()
    await expectNoSidewaysScroll(jonas)
  })
  await test.step('he approves a claim after he saw what readers get', async () => {
    await toApprovals(jonas)
    await openClaim(jonas, /worst dam failure/)
    await tap(jonas.getByRole('button', { name: /^Approve/ }))
    const dialog = jonas.getByRole('dialog', { name: 'Publish version 1?' })
    await tap(dialog.getByRole('tab', { name: 'ClaimReview' }))
    await expect(dialog.getByText('There will be no ClaimReview.')).toBeVisible()
    await expectNoSidewaysScroll(jonas)
    await tap(dialog.getByRole('button', { name: 'Publish version 1' }))
    await expect(jonas.getByText('Version 1 is published.')).toBeVisible()
  })
  await test.step('he gives another back with a note', async () => {
    await tap(jonas.getByRole('link', { name: 'All approvals' }))
    await openClaim(jonas, /Warning sirens in Tolm/)
    await tap(jonas.getByRole('button', { name: /^Return/ }))
    const note = jonas.getByLabel('Note to the authors')
    await expect(note).toBeFocused()
    await jonas.keyboard.type('Ask the operator for the log.')
    await expectNoSidewaysScroll(jonas)
    await tap(jonas.getByRole('button', { name: /^Return/ }))
    await expect(jonas.getByText('Returned to its authors.')).toBeVisible()
  })
})

/** Touches what a finger can hit: nothing smaller than 24 px (WCAG 2.5.8). */
async function tap(there: Locator) {
  // Asked again, for what is live may be drawn anew between finding and measuring it.
  await expect
    .poll(async () => smallerSide(await there.boundingBox()), { message: `${there}` })
    .toBeGreaterThanOrEqual(24)
  await there.tap()
}

const smallerSide = (box: { width: number; height: number } | null) =>
  Math.min(box?.width ?? 0, box?.height ?? 0)

async function toApprovals(page: Page) {
  await page.goto(`${server.origin}/desk/demo/approvals`)
}

async function openClaim(page: Page, words: RegExp) {
  await tap(page.getByRole('link', { name: words }).first())
  await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveText(words)
}

async function expectNoSidewaysScroll(page: Page) {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
}
