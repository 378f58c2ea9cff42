import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { enterAs, openDemo } from './demo'
import { test } from './server'

const themes = ['light', 'dark'] as const
const widths = [1440, 390, 320]

/** Every screen of a newsroom that has life in it, by the way there. */
const screens: Record<string, string> = {
  desk: '/desk/demo',
  approvals: '/desk/demo/approvals',
  members: '/desk/demo/members',
  'a public claim': '/c/1',
  'a public article': '/a/1',
  latest: '/latest',
  corrections: '/corrections',
  'how we check': '/about',
}

test.beforeAll(async ({ browser, server }) => openDemo(browser, server.origin))

test('the first run: nothing for axe to find', async ({ page, server }) => {
  await page.goto(`${server.origin}/setup`)
  await expectNoViolations(page)
})

test('one click makes a visitor one of the demo’s people', async ({ page, server }) => {
  await page.goto(`${server.origin}/sign-in`)
  await expectNoViolations(page)
  await page.getByRole('button', { name: /^Ruth Adeyemi/ }).click()
  await expect(page.getByRole('heading', { name: 'The desk' })).toBeVisible()
  await expect(page.getByText('It is the worst dam failure')).toBeVisible()
})

for (const [name, path] of Object.entries(screens)) {
  test(`${name}: nothing for axe to find, nothing wider than the window`, async ({ browser, server }) => {
    for (const theme of themes) {
      const page = await enterAs(browser, server.origin, 'Ruth', { colorScheme: theme })
      await page.goto(server.origin + path)
      await page.waitForLoadState('networkidle')
      await expectNoViolations(page)
      await expectToFit(page)
      await page.context().close()
    }
  })
}

test('the workspace: nothing for axe to find with a claim open, nothing wider than the window', async ({
  browser,
  server,
}) => {
  for (const theme of themes) {
    const page = await enterAs(browser, server.origin, 'Ruth', { colorScheme: theme })
    await page.goto(`${server.origin}/desk/demo`)
    await page.getByRole('link', { name: /^Two thousand driven/ }).click()
    await page.getByRole('link', { name: /^Claim 1,/ }).click()
    await expect(page.getByRole('textbox', { name: 'Statement' })).toBeVisible()
    await expectNoViolations(page)
    await expectToFit(page)
    await page.context().close()
  }
})

test('an imported draft: nothing for axe to find, nothing wider than the window', async ({
  browser,
  server,
}) => {
  const page = await enterAs(browser, server.origin, 'Ruth')
  await page.goto(`${server.origin}/desk/demo`)
  await page.getByRole('button', { name: 'File' }).click()
  await page.getByLabel(/choose a file/).setInputFiles('tests/pages/weir-report.html')
  await expect(page.getByRole('button', { name: 'Freeze and open' })).toBeVisible()
  await expectNoViolations(page)
  await expectToFit(page)
  await page.context().close()
})

test('an invitation and the boxes over the screens: nothing for axe to find', async ({ browser, server }) => {
  const page = await enterAs(browser, server.origin, 'Ruth')
  await page.goto(`${server.origin}/desk/demo/members`)
  await page.getByRole('button', { name: 'Make a link' }).click()
  const link = await page.getByLabel('Invitation link').inputValue()
  await page.goto(`${server.origin}/desk/demo/approvals`)
  await page.getByRole('button', { name: /^Approve/ }).click()
  await expect(page.getByRole('button', { name: 'Publish version 1' })).toBeVisible()
  await expectNoViolations(page)
  await page.goto(`${server.origin}/desk/demo`)
  await page.getByRole('link', { name: /^Two thousand driven/ }).click()
  await page.getByRole('link', { name: /^Claim 1,/ }).click()
  await page.getByRole('button', { name: /all keys/ }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectNoViolations(page)
  const guest = await (await browser.newContext()).newPage()
  await guest.goto(link)
  await expect(guest.getByLabel('Choose a password')).toBeVisible()
  await expectNoViolations(guest)
  await guest.goto(`${server.origin}/desk/demo/articles/unknown`)
  await expectNoViolations(guest)
  for (const context of [page.context(), guest.context()]) await context.close()
})

async function expectNoViolations(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  )
  expect(found, page.url()).toEqual([])
}

/** 320 px is also a window of 1,280 px at 400 % (WCAG 1.4.10); on the phone axe looks once more. */
async function expectToFit(page: Page) {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    await expect.poll(overflow, { message: `${page.url()} at ${width} px` }).toBeLessThanOrEqual(0)
    if (width === 390) await expectNoViolations(page)
  }
}
