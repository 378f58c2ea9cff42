import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Page } from '@playwright/test'
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

test.beforeAll(async ({ browser, server }) => {
  const page = await (await browser.newContext()).newPage()
  await page.goto(server.origin)
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Open the demo newsroom' }).click()
  await expect(page.getByRole('heading', { name: 'Enter the demo newsroom' })).toBeVisible()
  await page.context().close()
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
      const page = await asRuth(browser, server.origin, theme)
      await page.goto(server.origin + path)
      await page.waitForLoadState('networkidle')
      await expectNoViolations(page)
      for (const width of widths) await expectFits(page, width)
      await page.context().close()
    }
  })
}

test('the workspace: nothing for axe to find with a claim open, nothing wider than the window', async ({
  browser,
  server,
}) => {
  for (const theme of themes) {
    const page = await asRuth(browser, server.origin, theme)
    await page.goto(`${server.origin}/desk/demo`)
    await page.getByRole('link', { name: /^Two thousand driven/ }).click()
    await page.getByRole('link', { name: /^Claim 1,/ }).click()
    await expect(page.getByRole('textbox', { name: 'Statement' })).toBeVisible()
    await expectNoViolations(page)
    for (const width of widths) await expectFits(page, width)
    await page.context().close()
  }
})

test('an imported draft: nothing for axe to find, nothing wider than the window', async ({
  browser,
  server,
}) => {
  const page = await asRuth(browser, server.origin, 'light')
  await page.goto(`${server.origin}/desk/demo`)
  await page.getByRole('button', { name: 'File' }).click()
  await page.getByLabel(/choose a file/).setInputFiles('tests/pages/weir-report.html')
  await expect(page.getByRole('button', { name: 'Freeze and open' })).toBeVisible()
  await expectNoViolations(page)
  for (const width of widths) await expectFits(page, width)
  await page.context().close()
})

async function asRuth(browser: Browser, origin: string, colorScheme: 'light' | 'dark'): Promise<Page> {
  const page = await (await browser.newContext({ colorScheme })).newPage()
  await page.goto(`${origin}/sign-in`)
  await page.getByRole('button', { name: /^Ruth Adeyemi/ }).click()
  await expect(page.getByRole('heading', { name: 'The desk' })).toBeVisible()
  return page
}

async function expectNoViolations(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  )
  expect(found, page.url()).toEqual([])
}

/** 320 px is also a window of 1,280 px at 400 % (WCAG 1.4.10). */
async function expectFits(page: Page, width: number) {
  await page.setViewportSize({ width, height: 800 })
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  await expect.poll(overflow, { message: `${page.url()} at ${width} px` }).toBeLessThanOrEqual(0)
}
