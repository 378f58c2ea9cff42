import { expect, type Page } from '@playwright/test'
import { leftInEnglish } from '../left-in-english'
import { enterAs } from './demo'
import { expectNothingForAxe } from './looks'
import { type Running, startServer, story as test } from './server'

/** The main screens of a newsroom that has life in it. */
const screens = [
  '/desk/demo',
  '/desk/demo/approvals',
  '/desk/demo/work',
  '/desk/demo/members',
  '/desk/demo/settings',
  '/desk/demo/statistics',
  '/desk/demo/dossiers',
  '/desk/demo/notices',
  '/desk/demo/search?q=dam',
  '/account',
]

// Another language would be met by the other files, so this newsroom is of this file alone.
let server: Running
let ruth: Page
test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000)
  server = await startServer({ withDemo: true })
  ruth = await enterAs(browser, server.origin, 'Ruth')
})
test.afterAll(async () => {
  await ruth?.context().close()
  await server?.remove()
})

/** Opens each main screen and the workspace, and looks at it. */
async function walk(origin: string, look: () => Promise<void>): Promise<void> {
  for (const path of screens) {
    await ruth.goto(origin + path)
    await ruth.waitForLoadState('networkidle')
    await look()
  }
  await ruth.goto(`${origin}/desk/demo`)
  await ruth.getByRole('link', { name: /^Two thousand driven/ }).click()
  await expect(ruth).toHaveURL(/\/articles\//)
  await expect(ruth.locator('mark').first()).toBeVisible()
  await ruth.waitForLoadState('networkidle')
  await look()
}

/** What stands on the page, or is read out of it, outside the brackets of the pseudo language. */
async function outsideBrackets(page: Page): Promise<string[]> {
  const said = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts = [document.title]
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement
      const isSaid = parent?.checkVisibility({ visibilityProperty: true }) || parent?.closest('option')
      // An article's own words say what its language is.
      if (isSaid && !parent?.closest('script, style, kbd, code, article[lang]'))
        texts.push(walker.currentNode.textContent ?? '')
    }
    const names = ['aria-label', 'aria-description', 'aria-roledescription', 'placeholder', 'title', 'alt']
    return [
      ...texts,
      ...names.flatMap((name) =>
        [...document.querySelectorAll(`body [${name}]`)].map((element) => element.getAttribute(name) ?? ''),
      ),
    ]
  })
  return said.map(withoutBrackets).filter((text) => /\p{L}/u.test(text))
}

function withoutBrackets(text: string): string {
  const left = text.replace(/⟦[^⟦⟧]*⟧/g, '')
  // A message around something else than text is in two pieces.
  return left === text ? text.replace(/⟦.*$/s, '').replace(/^.*⟧/s, '') : withoutBrackets(left)
}

async function expectNoWiderThan(width: number): Promise<void> {
  await ruth.setViewportSize({ width, height: 800 })
  const overflow = () => ruth.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  await expect.poll(overflow, { message: `${ruth.url()} at ${width} px` }).toBeLessThanOrEqual(0)
  await ruth.setViewportSize({ width: 1440, height: 900 })
}

test('before anybody is signed in, pages speak as the browser asks, and as is chosen there', async ({
  browser,
}) => {
  const page = await (await browser.newContext({ locale: 'ko-KR' })).newPage()
  await page.goto(`${server.origin}/sign-in`)
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr')
  await page.getByRole('button', { name: 'العربية' }).click()
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expectNothingForAxe(page)
  await page.context().close()
})

test('every word of a screen is a message, and with words two fifths longer it still fits a phone', async () => {
  const context = ruth.context()
  await context.addCookies([{ name: 'language', value: 'en-XA', url: server.origin }])
  await walk(server.origin, async () => {
    await expect(ruth.locator('html')).toHaveAttribute('lang', 'en-XA')
    await expect
      .poll(async () => leftInEnglish(await outsideBrackets(ruth)), { message: ruth.url() })
      .toEqual([])
    await expectNoWiderThan(390)
  })
  await context.addCookies([{ name: 'language', value: 'en', url: server.origin }])
})

test('who chooses Arabic reads every screen from the right, on a desk and on a phone', async ({
  browser,
}) => {
  const wrong: string[] = []
  ruth.on('pageerror', ({ message }) => wrong.push(message))
  // Asked for where a word is missing from what was brought.
  ruth.on('request', (request) => request.url().endsWith('/api/words/ar.json') && wrong.push(ruth.url()))
  await ruth.goto(`${server.origin}/account`)
  await ruth.getByRole('combobox', { name: 'Language' }).selectOption({ label: 'العربية' })
  await ruth.getByRole('button', { name: 'Save the language' }).click()
  await expect(ruth.locator('html')).toHaveAttribute('dir', 'rtl')
  await walk(server.origin, async () => {
    await expect(ruth.locator('html')).toHaveAttribute('lang', 'ar')
    await expect(ruth.locator('html')).toHaveAttribute('dir', 'rtl')
    await expectNothingForAxe(ruth)
    await expectNoWiderThan(390)
  })
  expect(wrong).toEqual([])
  // The walk ends in the article, which is English: its table runs as it was written.
  const places = await ruth
    .locator('.galley-table tr')
    .first()
    .locator('td')
    .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().left))
  expect(places.length).toBeGreaterThan(1)
  expect(places).toEqual(places.toSorted((one, other) => one - other))
  const elsewhere = await (await browser.newContext()).newPage()
  await elsewhere.goto(`${server.origin}/sign-in`)
  await elsewhere.getByRole('button', { name: /^Ruth Adeyemi/ }).click()
  await expect(elsewhere.locator('html')).toHaveAttribute('lang', 'ar')
  await elsewhere.context().close()
})
