import { expect, type Page } from '@playwright/test'
import { enterAs } from './demo'
import { expectNothingForAxe, expectToFit, inBothThemes } from './looks'
import { test } from './server'

/** Every screen of a newsroom that has life in it, by the way there. */
const screens: Record<string, string> = {
  desk: '/desk/demo',
  approvals: '/desk/demo/approvals',
  'all work': '/desk/demo/work',
  members: '/desk/demo/members',
  settings: '/desk/demo/settings',
  statistics: '/desk/demo/statistics',
  audit: '/desk/demo/audit',
  notices: '/desk/demo/notices',
  'from readers': '/desk/demo/reports',
  'one’s account': '/account',
  'what was deleted': '/desk/demo/deleted',
  search: '/desk/demo/search?q=dam',
  'a public claim': '/c/1',
  'a public article': '/a/1',
  latest: '/latest',
  corrections: '/corrections',
  'how we check': '/about',
  'the log': '/log',
  'where a record is verified': '/log/verify',
}

let ruth: Page
test.beforeAll(async ({ browser, server }) => {
  ruth = await enterAs(browser, server.origin, 'Ruth')
})
test.afterAll(async () => ruth?.context().close())

test('the first run: nothing for axe to find', async ({ page, server }) => {
  await page.goto(`${server.origin}/setup`)
  await expectNothingForAxe(page)
})

test('one click makes a visitor one of the demo’s people', async ({ page, server }) => {
  await page.goto(`${server.origin}/sign-in`)
  await expectNothingForAxe(page)
  await page.getByRole('button', { name: /^Ruth Adeyemi/ }).click()
  await expect(page.getByRole('heading', { name: 'The desk' })).toBeVisible()
  await expect(page.getByText('It is the worst dam failure')).toBeVisible()
})

for (const [name, path] of Object.entries(screens)) {
  test(`${name}: nothing for axe to find, nothing wider than the window`, async ({ server }) => {
    await ruth.goto(server.origin + path)
    await ruth.waitForLoadState('networkidle')
    await inBothThemes(ruth, expectToFit)
  })
}

test('what a member did: nothing for axe to find, nothing wider than the window', async ({ server }) => {
  await ruth.goto(`${server.origin}/desk/demo/members`)
  await ruth.getByRole('link', { name: 'Idris Okoye' }).click()
  await expect(ruth.getByRole('heading', { level: 1, name: 'Idris Okoye' })).toBeVisible()
  await inBothThemes(ruth, expectToFit)
})

test('the workspace: nothing for axe to find with a claim open, nothing wider than the window', async ({
  server,
}) => {
  await ruth.goto(`${server.origin}/desk/demo`)
  await ruth.getByRole('link', { name: /^Two thousand driven/ }).click()
  await ruth.getByRole('link', { name: /^Claim 1,/ }).click()
  await expect(ruth.getByRole('textbox', { name: 'Statement' })).toBeVisible()
  await inBothThemes(ruth, expectToFit)
})

test('an imported draft: nothing for axe to find, nothing wider than the window', async ({ server }) => {
  await ruth.goto(`${server.origin}/desk/demo`)
  await ruth.getByRole('button', { name: 'File' }).click()
  await ruth.getByLabel(/choose a file/).setInputFiles('tests/pages/weir-report.html')
  await expect(ruth.getByRole('button', { name: 'Freeze and open' })).toBeVisible()
  await inBothThemes(ruth, expectToFit)
})

test('an invitation and the boxes over the screens: nothing for axe to find', async ({ browser, server }) => {
  await ruth.goto(`${server.origin}/desk/demo/members`)
  await ruth.getByLabel('Their e-mail').fill('guest@desk.example')
  await ruth.getByRole('button', { name: 'Make a link' }).click()
  const link = await ruth.getByLabel('Invitation link').inputValue()
  await ruth.goto(`${server.origin}/desk/demo/approvals`)
  await ruth.getByRole('button', { name: /^Approve/ }).click()
  await expect(ruth.getByRole('button', { name: 'Publish version 1' })).toBeVisible()
  await inBothThemes(ruth, expectNothingForAxe)
  await ruth.goto(`${server.origin}/desk/demo`)
  await ruth.getByRole('link', { name: /^Two thousand driven/ }).click()
  await ruth.getByRole('link', { name: /^Claim 1,/ }).click()
  await ruth.getByRole('button', { name: /all keys/ }).click()
  await expect(ruth.getByRole('dialog')).toBeVisible()
  await inBothThemes(ruth, expectNothingForAxe)
  const guest = await (await browser.newContext()).newPage()
  await guest.goto(link)
  await expect(guest.getByLabel('Choose a password')).toBeVisible()
  await expectNothingForAxe(guest)
  await guest.goto(`${server.origin}/desk/demo/articles/unknown`)
  await expectNothingForAxe(guest)
})
