import { expect, type Page } from '@playwright/test'
import { enterAs, openDemo } from './demo'
import { expectToFit } from './looks'
import { type Running, startServer, story as test } from './server'

/** Pages of a desk in its language, and pages about all desks in that of the installation. */
const ofDesk = [
  ...['/c/1', '/c/1/v/1', '/a/1', '/d/1', '/d/1/v/1', '/desks/demo', '/embed/c/1'],
  ...['/c/1/report', '/d/1/report', '/desks/demo/suggest'],
]
const ofAll = [
  '/latest',
  '/latest?verdict=false',
  '/corrections',
  '/about',
  '/earlier',
  '/log',
  '/log/verify',
  '/c/999',
]

// Its pages are in another language than those of other files.
let server: Running
let ruth: Page
test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000)
  server = await startServer({ env: { PUBLIC_LANGUAGE: 'ar' } })
  await openDemo(browser, server.origin)
  ruth = await enterAs(browser, server.origin, 'Ruth')
})
test.afterAll(async () => {
  await ruth?.context().close()
  await server?.remove()
})

/** Chooses the language of the desk's checks, and waits until its pages are made in it. */
async function publishIn(code: string): Promise<void> {
  await ruth.goto(`${server.origin}/desk/demo/settings`)
  const readers = ruth.getByRole('region', { name: 'What readers see' })
  await readers.getByLabel('Language of the checks').selectOption(code)
  await readers.getByRole('button', { name: /^Save/ }).click()
  const spoken = async (path: string) =>
    /<html lang="([^"]+)"/.exec(await (await fetch(server.origin + path)).text())?.[1]
  for (const path of ['/c/1', '/d/1', '/d/1/v/1']) await expect.poll(() => spoken(path)).toBe(code)
}

/** Every time on the page is written as `Intl` writes it in the language, and every number in one kind of digits. */
async function expectDates(page: Page, language: string): Promise<void> {
  const times = await page
    .locator('main time')
    .evaluateAll((all) =>
      all.map((time) => ({ at: time.getAttribute('datetime') ?? '', said: time.textContent ?? '' })),
    )
  const day = new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/Berlin',
  })
  const other = times.filter(({ at, said }) => at.includes('T') && !said.includes(day.format(new Date(at))))
  expect(other, page.url()).toEqual([])
  expect(await page.locator('body').innerText()).not.toMatch(/[\u0660-\u0669\u06f0-\u06f9]/)
}

test('readers of an Arabic desk have every page from the right, with its days and numbers as Arabic has them', async ({
  browser,
}) => {
  await publishIn('ar')
  const page = await (await browser.newContext()).newPage()
  for (const path of [...ofDesk, ...ofAll]) {
    await page.goto(server.origin + path)
    await expect(page.locator('html')).toHaveAttribute('lang', 'ar')
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
    await expectToFit(page)
    await expectDates(page, 'ar-u-nu-latn')
  }
})

test('readers of a Korean desk have its pages in Korean', async ({ browser }) => {
  await publishIn('ko')
  const page = await (await browser.newContext()).newPage()
  for (const path of ofDesk) {
    await page.goto(server.origin + path)
    await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
    await expectToFit(page)
    await expectDates(page, 'ko')
  }
})
