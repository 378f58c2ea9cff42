import { type Browser, expect, type Locator, type Page } from '@playwright/test'
import { enterAs } from './demo'
import { untilHeard } from './keyboard'
import { expectNothingForAxe, inBothThemes } from './looks'
import { type Running, startServer, story as test } from './server'

// Two people change the same thing here, so this newsroom is of this file alone.
let server: Running
let home: string
test.beforeAll(async () => {
  test.setTimeout(240_000)
  server = await startServer({ withDemo: true })
  home = `${server.origin}/desk/demo`
})
test.afterAll(async () => server?.remove())

test('who limits an article that somebody has limited meanwhile sees both, and keeps their own ticks', async ({
  browser,
}) => {
  const [ruth, other] = await twoWindows(browser, 'Ruth')
  const asked = (page: Page) => page.getByRole('dialog', { name: /^Who may see/ })
  for (const page of [ruth, other]) {
    await page.getByRole('button', { name: /^More actions for Two thousand driven/ }).press('Enter')
    await page.getByRole('menuitem', { name: 'Who may see it' }).press('Enter')
    await asked(page).getByLabel('Only these members').check()
  }
  await asked(ruth).getByLabel('Jonas Pryce').check()
  await asked(ruth).getByRole('button', { name: 'Save' }).press('Enter')
  await expect(asked(ruth)).toHaveCount(0)

  await asked(other).getByLabel('Lena Sørby').check()
  await asked(other).getByRole('button', { name: 'Save' }).press('Enter')
  const newer = newerIn(asked(other), 'Somebody changed this while the form was open')
  await expect(newer).toContainText('Jonas Pryce')
  await expect(newer).not.toContainText('Lena Sørby')
  await expect(asked(other).getByLabel('Lena Sørby')).toBeChecked()
  await expect(asked(other).getByLabel('Jonas Pryce')).not.toBeChecked()
  await inBothThemes(other, expectNothingForAxe)
  await asked(other).getByRole('button', { name: 'Save mine over it' }).press('Enter')
  await expect(other.getByText(/is now for 2 members/)).toBeVisible()

  // As it was: the others of this file need the article.
  await other.getByRole('button', { name: /^More actions for Two thousand driven/ }).press('Enter')
  await other.getByRole('menuitem', { name: 'Who may see it' }).press('Enter')
  await expect(asked(other).getByLabel('Lena Sørby')).toBeChecked()
  await asked(other).getByLabel('Everybody on the desk').check()
  await asked(other).getByRole('button', { name: 'Save' }).press('Enter')
  await expect(other.getByText(/is now for everybody/)).toBeVisible()
})

test('who changes a role that somebody has changed meanwhile sees both, and saves theirs over it or leaves it', async ({
  browser,
}) => {
  const [ruth, other] = await twoWindows(browser, 'Ruth', '/members')
  const roleIn = (page: Page) => page.getByRole('combobox', { name: /^Role of Tomas/ })
  const newer = newerIn(other.getByRole('row', { name: /Tomas/ }), 'Somebody changed this role meanwhile')
  await expect(roleIn(other)).toHaveValue('reviewer')
  // What the list would renew by itself does not come to this window.
  await other.route('**/api/trpc/member.list**', (route) => route.abort())
  await roleIn(ruth).selectOption('editor')
  await expect(ruth.getByText(/is now editor/)).toBeVisible()
  await other.unroute('**/api/trpc/member.list**')
  await roleIn(other).selectOption('observer')
  await expect(newer).toContainText('Editor')
  await expect(roleIn(other)).toHaveValue('observer')
  await inBothThemes(other, expectNothingForAxe)
  await newer.getByRole('button', { name: 'Leave it as it is now' }).press('Enter')
  await expect(newer).toHaveCount(0)
  await expect(roleIn(other)).toHaveValue('editor')

  await other.route('**/api/trpc/member.list**', (route) => route.abort())
  await roleIn(ruth).selectOption('observer')
  await expect(ruth.getByText(/is now observer/)).toBeVisible()
  await other.unroute('**/api/trpc/member.list**')
  await roleIn(other).selectOption('reviewer')
  await expect(newer).toContainText('Observer')
  const saveMine = other.getByRole('button', { name: /^Save mine/ })
  // A key pressed while the refused choice is still read again would do nothing.
  await expect(saveMine).toBeEnabled()
  await saveMine.press('Enter')
  await expect(other.getByText(/is now reviewer/)).toBeVisible()
  await ruth.reload()
  await expect(roleIn(ruth)).toHaveValue('reviewer')
})

test('who renames a filter that was renamed in another window sees both, and keeps what they typed', async ({
  browser,
}) => {
  const [ruth, other] = await twoWindows(browser, 'Ruth')
  await ruth.getByRole('combobox', { name: 'Publisher' }).selectOption('The Northern Ledger')
  await ruth.getByRole('button', { name: 'Save this filter' }).press('Enter')
  await ruth.getByLabel('Name', { exact: true }).fill('The Ledger')
  await ruth.keyboard.press('Enter')
  const asked = (page: Page) => page.getByRole('dialog', { name: 'Saved filters' })
  const nameIn = (page: Page) => asked(page).getByRole('textbox', { name: /^Name: / })
  await other.reload()
  for (const page of [ruth, other]) {
    await page.getByRole('button', { name: 'Manage' }).press('Enter')
    await expect(nameIn(page)).toHaveValue('The Ledger')
  }
  await nameIn(ruth).fill('Only the Ledger')
  await ruth.keyboard.press('Enter')
  await expect(asked(ruth).getByRole('button', { name: /^Save changes/ })).toHaveText('Saved')
  await nameIn(other).fill('Northern papers')
  await other.keyboard.press('Enter')
  const newer = newerIn(asked(other), 'Somebody saved this while the form was open')
  await expect(newer).toContainText('Only the Ledger')
  await expect(nameIn(other)).toHaveValue('Northern papers')
  await inBothThemes(other, expectNothingForAxe)
  await asked(other)
    .getByRole('button', { name: /^Save mine over it/ })
    .press('Enter')
  await expect(newer).toHaveCount(0)
  await other.reload()
  await expect(other.getByRole('navigation', { name: 'Saved filters' })).toContainText('Northern papers')
})

const newerIn = (where: Locator, title: string) => where.getByRole('region', { name: title })

/** The same person at two windows, as two who have the same form open. */
async function twoWindows(browser: Browser, person: string, path = ''): Promise<[Page, Page]> {
  const pages: [Page, Page] = [
    await enterAs(browser, server.origin, person),
    await enterAs(browser, server.origin, person),
  ]
  for (const page of pages) {
    await page.goto(`${home}${path}`)
    await untilHeard(page.getByRole('main'))
  }
  return pages
}
