import { type Browser, expect, type Page } from '@playwright/test'
import { enterAs } from './demo'
import { pressOnceShown, untilHeard } from './keyboard'
import { expectNothingForAxe, inBothThemes } from './looks'
import { type Running, startServer, story as test } from './server'

// What is decided here would be missing in other files, so this newsroom is of this file alone.
let server: Running
test.beforeAll(async () => {
  test.setTimeout(240_000)
  server = await startServer({ withDemo: true })
})
test.afterAll(async () => server?.remove())
test.describe.configure({ mode: 'serial' })

const untilShown = 'What readers will get is loading. It can be approved once it is shown.'
const notShown = 'What readers will get is not shown, so it cannot be approved yet. Try again beside it.'

test('nothing is published by Enter before what readers will get is on the screen, and a broken line can be tried again', async ({
  browser,
}) => {
  const jonas = await approvals(browser, 'Jonas')
  const statement = await open(jonas).innerText()
  let letGo: (how: 'abort' | 'continue') => void = () => {}
  const holdNext = () => {
    const decided = new Promise<'abort' | 'continue'>((resolve) => {
      letGo = resolve
    })
    return jonas.route('**/api/previews/**', async (route) => route[await decided](), { times: 1 })
  }
  await holdNext()
  await jonas.keyboard.press('a')
  const box = jonas.getByRole('dialog')
  const publish = box.getByRole('button', { name: 'Publish version 1' })
  await expect(publish).toBeFocused()
  await expect(box.getByText(untilShown)).toBeVisible()
  await expect(publish).toHaveAccessibleDescription(untilShown)
  await jonas.keyboard.press('Enter')
  await expect(box).toBeVisible()

  letGo('abort')
  await expect(box.getByText(notShown)).toBeVisible()
  await expect(box.getByRole('alert')).toContainText('What readers will get cannot be shown just now.')
  await publish.press('Enter')
  await expect(box).toBeVisible()
  await inBothThemes(jonas, expectNothingForAxe)

  await holdNext()
  await box.getByRole('button', { name: 'Try again' }).press('Enter')
  await expect(box.getByText(untilShown)).toBeVisible()
  // Whoever looks at another part meanwhile need not come back for it.
  await box.getByRole('tab', { name: 'ClaimReview' }).click()
  letGo('continue')
  await expect(publish).not.toHaveAttribute('aria-disabled')
  await box.getByRole('tab', { name: 'Page' }).click()
  await expect(box.frameLocator('iframe').getByRole('heading', { level: 1 })).toHaveText(statement)
  await publish.focus()
  await jonas.keyboard.press('Enter')
  await expect(jonas.getByText('Version 1 is published.')).toBeVisible()
})

test('a clearance of somebody who has left is asked of another by any editor', async ({ browser }) => {
  const ruth = await approvals(browser, 'Ruth')
  const statement = await open(ruth).innerText()
  const clearances = (page: Page) => page.getByRole('region', { name: 'Clearances' })
  await ruth.getByRole('button', { name: 'Require a clearance' }).press('Enter')
  const box = ruth.getByRole('dialog')
  await box.getByLabel('Clearance').fill('Legal')
  await box.getByLabel('Why it is needed').fill('It names a company.')
  await box.getByLabel('Who gives it').selectOption({ label: 'Ana Ferro, Observer' })
  await box.getByRole('button', { name: 'Require it' }).press('Enter')
  await expect(clearances(ruth)).toContainText('Ana Ferro gives it.')
  await ruth.goto(`${server.origin}/desk/demo/members`)
  await ruth.getByRole('button', { name: 'Remove Ana Ferro' }).press('Enter')
  await ruth.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).press('Enter')
  await expect(ruth.getByText('Ana Ferro')).toHaveCount(0)

  const jonas = await approvals(browser, 'Jonas')
  await walkTo(jonas, statement)
  await expect(clearances(jonas)).toContainText('Ana Ferro has left the desk and cannot give it.')
  await expect(jonas.getByText('To approve, this must be cleared first: Legal.')).toBeVisible()
  await clearances(jonas).getByRole('button', { name: 'Ask somebody else for Legal' }).press('Enter')
  const instead = jonas.getByRole('dialog', { name: 'Ask somebody else: Legal' })
  await expect(instead.getByLabel('Why somebody else is asked')).toHaveValue('Ana Ferro has left the desk.')
  await instead.getByRole('button', { name: 'Ask them' }).press('Enter')
  await expect(instead.getByRole('alert')).toHaveText('Choose who shall give it now.')
  await instead.getByLabel('Who gives it now').selectOption({ label: 'Ruth Adeyemi, Admin' })
  await inBothThemes(jonas, expectNothingForAxe)
  await instead.getByRole('button', { name: 'Ask them' }).press('Enter')
  await expect(clearances(jonas)).toContainText('Ruth Adeyemi gives it. Jonas Pryce requires it:')
  await expect(clearances(jonas)).toContainText('Lifted by Jonas Pryce')
  await expect(jonas.getByText('To approve, this must be cleared first: Legal.')).toBeVisible()
})

test('an editor publishes a dissent beside the verdict, and readers see both', async ({ browser }) => {
  const reason = 'No other register was read.'
  const lena = await enterAs(browser, server.origin, 'Lena')
  const queue = await approvals(browser, 'Jonas')
  const first = await open(queue).innerText()
  await queue.keyboard.press('j')
  await expect(open(queue)).not.toHaveText(first)
  const statement = await open(queue).innerText()
  await queue.keyboard.press('o')
  await queue.waitForURL(/\/articles\/.*claim=/)

  await lena.goto(queue.url())
  await expect(lena.getByRole('textbox', { name: 'Statement' })).toHaveValue(statement)
  await lena.getByRole('button', { name: 'Sign your own verdict' }).press('Enter')
  await lena.getByLabel('Your verdict').selectOption('True')
  await lena.getByLabel('Why', { exact: true }).fill(reason)
  await lena.getByLabel(/^An editor may publish it as a dissent/).check()
  await lena.getByRole('button', { name: 'Sign', exact: true }).press('Enter')
  await expect(lena.getByText('May be published as a dissent.')).toBeVisible()

  await queue.goto(`${server.origin}/desk/demo/approvals`)
  await untilHeard(open(queue))
  await walkTo(queue, statement)
  await queue.keyboard.press('a')
  const box = queue.getByRole('dialog')
  const readers = box.frameLocator('iframe')
  await expect(readers.getByRole('heading', { level: 1 })).toHaveText(statement)
  await expect(readers.getByText(reason)).toHaveCount(0)
  await box.getByRole('radio', { name: new RegExp(reason) }).check()
  await expect(readers.getByText(reason)).toBeVisible()
  await pressOnceShown(queue, box.getByRole('button', { name: /^Publish/ }))
  await expect(queue.getByText(/^Version \d+ is published\.$/)).toBeVisible()

  const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await expect(async () => {
    await reader.goto(`${server.origin}/latest`)
    await reader.getByRole('link', { name: statement }).first().click({ timeout: 1_000 })
    await expect(reader.getByRole('heading', { level: 1 })).toHaveText(statement, { timeout: 1_000 })
  }).toPass()
  await expect(reader.getByRole('heading', { name: 'A dissenting view from the desk' })).toBeVisible()
  await expect(reader.getByText('Lena Sørby would rate this claim “True”:')).toBeVisible()
  await expect(reader.getByRole('blockquote').filter({ hasText: reason })).toBeVisible()
  // Axe is a script itself.
  const scripted = await (await browser.newContext()).newPage()
  await scripted.goto(reader.url())
  await expectNothingForAxe(scripted)
})

async function approvals(browser: Browser, person: string): Promise<Page> {
  const page = await enterAs(browser, server.origin, person, { at: '/desk/demo/approvals' })
  await untilHeard(open(page))
  return page
}

const open = (page: Page) => page.getByRole('main').getByRole('heading', { level: 2 })

/** Presses J until this claim is open. */
async function walkTo(page: Page, statement: string) {
  for (let steps = 0; steps < 12; steps++) {
    const there = await open(page).innerText()
    if (there === statement) return
    await page.keyboard.press('j')
    await expect(open(page)).not.toHaveText(there)
  }
  throw new Error(`${statement} is not in the queue`)
}
