import { type Browser, expect, type Page } from '@playwright/test'
import { enterAs } from './demo'
import { press, pressOnceShown, tabTo, untilHeard } from './keyboard'
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

const point = 'I called the person who is quoted'
const untilTicked = 'To approve: tick the last point of the check-list.'

test('an editor walks the queue, ticks the check-list, sees what readers get and publishes, by keys alone', async ({
  browser,
}) => {
  const ruth = await enterAs(browser, server.origin, 'Ruth')
  await demandTick(ruth)
  const jonas = await approvals(browser, 'Jonas')
  const [first, second] = await waitingIn(jonas)
  await expect(claim(jonas)).toHaveText(first ?? '')
  await jonas.keyboard.press('j')
  await expect(claim(jonas)).toHaveText(second ?? '')
  await jonas.keyboard.press('k')
  await expect(claim(jonas)).toHaveText(first ?? '')

  await walkTo(jonas, /worst dam failure/)
  await jonas.keyboard.press('a')
  await expect(jonas.getByText(untilTicked).first()).toBeVisible()
  await expect(jonas.getByRole('dialog')).toHaveCount(0)
  await tick(jonas)

  await jonas.keyboard.press('a')
  const dialog = jonas.getByRole('dialog', { name: 'Publish version 1?' })
  await expect(dialog.getByRole('button', { name: 'Publish version 1' })).toBeFocused()
  const readers = dialog.frameLocator('iframe')
  await expect(readers.getByRole('heading', { level: 1 })).toHaveText(/worst dam failure/)
  await tabTo(jonas, dialog.getByRole('tab', { name: 'Public page' }), 'Shift+Tab')
  await jonas.keyboard.press('ArrowRight')
  const drawn = () =>
    dialog.getByRole('img').evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth))
  await expect.poll(drawn).toEqual([1200, 1080])
  await jonas.keyboard.press('ArrowRight')
  await expect(dialog.getByText('There will be no ClaimReview.')).toBeVisible()
  await pressOnceShown(jonas, dialog.getByRole('button', { name: 'Publish version 1' }))
  await expect(jonas.getByText('Version 1 is published.')).toBeVisible()
  await expect(claim(jonas)).not.toHaveText(/worst dam failure/)
})

test('R and a note give a claim back, and its authors read the note', async ({ browser }) => {
  const jonas = await approvals(browser, 'Jonas')
  await walkTo(jonas, /counted 500 to 600/)
  await jonas.keyboard.press('r')
  await expect(jonas.getByLabel('Note to the authors')).toBeFocused()
  await jonas.keyboard.press('Control+Enter')
  await expect(jonas.getByText('Write a note that tells the authors what to change.')).toBeVisible()
  await jonas.keyboard.type('Which of the two counts is meant?')
  await jonas.keyboard.press('Control+Enter')
  await expect(jonas.getByText('Returned to its authors.')).toBeVisible()
  const tomas = await enterAs(browser, server.origin, 'Tomas')
  await expect(tomas.getByText('“Which of the two counts is meant?”')).toBeVisible()
})

test('O opens the claim in its article', async ({ browser }) => {
  const jonas = await approvals(browser, 'Jonas')
  await walkTo(jonas, /Warning sirens/)
  await jonas.keyboard.press('o')
  await jonas.waitForURL(/\/articles\/.*claim=/)
  await expect(jonas.getByRole('textbox', { name: 'Statement' })).toHaveValue(/^Warning sirens in Tolm/)
})

test('what is approved for later says when it goes out, and any editor stops it until then', async ({
  browser,
}) => {
  const jonas = await approvals(browser, 'Jonas')
  await walkTo(jonas, /Warning sirens/)
  await tick(jonas)
  await jonas.keyboard.press('a')
  const dialog = jonas.getByRole('dialog')
  await tabTo(jonas, dialog.getByLabel('Publish later'))
  await typeTime(jonas)
  await pressOnceShown(jonas, dialog.getByRole('button', { name: 'Approve, publish later' }))
  await expect(jonas.getByText('Approved. It goes out at its time.')).toBeVisible()

  const ruth = await approvals(browser, 'Ruth')
  await walkTo(ruth, /Warning sirens/)
  await expect(ruth.getByText('Planned by Jonas Pryce. Any editor can stop it until then.')).toBeVisible()
  await tabTo(ruth, ruth.getByLabel('Why it is not published yet'))
  await ruth.keyboard.type('The operator answers tomorrow.')
  await press(ruth, ruth.getByRole('button', { name: 'Stop it' }))
  await expect(ruth.getByText('Stopped. It came back to its authors.')).toBeVisible()
  await expect(ruth.getByText('Stopped by Ruth Adeyemi')).toBeVisible()
  await expect(ruth.getByText('The operator answers tomorrow.')).toBeVisible()
})

test('X selects what this editor has opened, and one question approves it all', async ({ browser }) => {
  await submitCorrection(browser)
  const jonas = await approvals(browser, 'Jonas')
  const unopened = jonas.getByRole('checkbox', { name: /Open it before you approve/ })
  await expect(unopened).toHaveCount(1)
  for (const words of [/Karsell package/, /41 metres/]) {
    await walkTo(jonas, words)
    await tick(jonas)
    await jonas.keyboard.press('x')
    await expect(jonas.getByRole('checkbox', { name: words })).toBeChecked()
  }
  await expect(unopened).toHaveCount(0)
  await expect(jonas.getByText('Reason, for the desk alone: “The register was read again.”')).toBeVisible()
  await jonas.keyboard.press('a')
  const asked = jonas.getByRole('dialog', { name: 'Approve 2 claims?' })
  await expect(asked.frameLocator('iframe').nth(0).getByRole('heading', { level: 1 })).toBeVisible()
  await expect(asked.frameLocator('iframe').nth(1).getByRole('heading', { level: 1 })).toBeVisible()
  await inBothThemes(jonas, expectNothingForAxe)
  await pressOnceShown(jonas, jonas.getByRole('button', { name: 'Approve 2' }))
  await expect(jonas.getByRole('dialog', { name: '2 of 2 approved' })).toBeVisible()
  await jonas.keyboard.press('Escape')
  await expect(jonas.getByText('0 waiting')).toBeVisible()
})

/** The desk demands one point by hand before anything is approved. */
async function demandTick(page: Page) {
  await page.goto(`${server.origin}/desk/demo/settings`)
  await page.getByRole('button', { name: 'Add a point' }).click()
  await page.keyboard.type(point)
  await page.getByLabel('Nothing is approved before every point is ticked').check()
  await page.getByRole('button', { name: 'Save Check-list of editors' }).click()
  await expect(page.getByText('Saved')).toBeVisible()
}

async function approvals(browser: Browser, person: string): Promise<Page> {
  const page = await enterAs(browser, server.origin, person, { at: '/desk/demo/approvals' })
  await untilHeard(claim(page))
  return page
}

const decision = (page: Page) => page.getByRole('region', { name: 'Your decision' })
const claim = (page: Page) => page.getByRole('main').getByRole('heading', { level: 2 })

/** What waits for whoever looks, in the order of the queue. */
async function waitingIn(page: Page): Promise<string[]> {
  const boxes = await page.getByRole('checkbox', { name: /^Select: / }).all()
  const names = await Promise.all(boxes.map((box) => box.evaluate((one) => one.parentElement?.innerText)))
  return names.map((name) => (name ?? '').replace(/^Select: /, '').replace(/ Open it before.*$/, ''))
}

/** Presses J until this claim is open. */
async function walkTo(page: Page, words: RegExp) {
  for (let steps = 0; steps < 12; steps++) {
    const open = await claim(page).innerText()
    if (words.test(open)) return
    await page.keyboard.press('j')
    await expect(claim(page)).not.toHaveText(open)
  }
  throw new Error(`${words} is not in the queue`)
}

async function tick(page: Page) {
  await page.keyboard.press('t')
  await page.keyboard.press('Space')
  await expect(page.getByRole('checkbox', { name: point })).toBeChecked()
  await expect(decision(page).getByText(untilTicked)).toHaveCount(0)
}

/** Types a moment ahead into a field for date and time. A day like 4 April reads the same whichever part comes first. */
async function typeTime(page: Page) {
  const day = new Date(Date.now() + 2 * 86_400_000)
  while (day.getUTCDate() !== day.getUTCMonth() + 1) day.setUTCDate(day.getUTCDate() + 1)
  const both = String(day.getUTCDate()).padStart(2, '0')
  await page.keyboard.type(`${both}${both}${day.getUTCFullYear()}`)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Say the day and the time.')).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.type('1800')
}

async function submitCorrection(browser: Browser) {
  const idris = await enterAs(browser, server.origin, 'Idris')
  await idris
    .getByRole('link', { name: /^Two thousand driven/ })
    .first()
    .click()
  await idris.getByRole('navigation', { name: 'Claims' }).getByText('41 metres').click()
  await idris.getByRole('button', { name: 'Submit correction' }).click()
  const dialog = idris.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'Clarification' }).check()
  await dialog.getByLabel('Public note').fill('We say where the height was measured.')
  await dialog.getByLabel('Reason, for the editor').fill('The register was read again.')
  await dialog.getByRole('button', { name: 'Submit correction' }).click()
  await expect(idris.getByText('Claim submitted for approval')).toBeVisible()
}
