import { readFile } from 'node:fs/promises'
import { type Browser, expect, type Page } from '@playwright/test'
import { enterAs } from './demo'
import { addArticle, approveHere, beginDossier, importFile, panelOf, publishDossier } from './dossier-steps'
import { press, typeInto } from './keyboard'
import { expectToFit, inBothThemes } from './looks'
import { aDump } from './people'
import { test } from './server'

const name = 'Karsell, counted anew'
const wrong = 'The two counts are of two valleys.'
const why = 'One count begins two weeks earlier than the other.'

test('a dossier is built, explained, read without a script, told otherwise, and retracted by two people', async ({
  browser,
  server,
}) => {
  const lena = await enterAs(browser, server.origin, 'Lena')
  const jonas = await enterAs(browser, server.origin, 'Jonas')
  const dump = await importFile(lena, server.origin, aDump())
  const confirmed = await confirmFigure(lena)
  const here = await beginDossier(lena, server.origin, name)
  for (const title of ['Two thousand driven', 'Rights group counts', dump]) await addArticle(lena, title)
  await expect(lena.getByRole('link', { name: /^Articles 3$/ })).toBeVisible()

  await expectInLedger(lena, here, confirmed)

  // What the rooms have is in the ledger: what excludes what, by letter.
  await lena.goto(here)
  const panel = panelOf(lena)
  await expect(panel.getByRole('listitem').first()).toContainText('cannot hold beside')
  await expect(lena.getByRole('row', { name: /between 500 and 600/ })).toContainText('Velmora Centre')

  // What the desk worked out stands beside what is printed, and equal numbers that mean something else are told.
  await expect(lena.getByRole('row', { name: /^5 March 2026 District relief/ })).toContainText(
    '517 worked out by us: 212 + 148 + 96 + 61',
  )
  await expect(lena.getByRole('link', { name: /571, 517 worked out by us\. False$/ }).first()).toBeVisible()
  await expect(panel.getByRole('heading', { name: /^Remark \w: Same number, other meaning$/ })).toBeVisible()

  // What tells nothing of each other is said with the reason.
  await panel.getByText('Not held against each other').click()
  await expect(panel.getByText('The two figures mean different scopes.')).toBeVisible()
  await expect(panel.getByRole('region', { name: 'Does not add up' })).toContainText(
    /, but the total says 571\./,
  )

  await inBothThemes(lena, expectToFit)
  expect(await saved(lena, 'Export table')).toContain('Velmora Centre for Human Rights')
  const chart = await saved(lena, 'Export chart')
  expect(chart).toMatch(/^<svg.*500 to 600/s)
  // It has its own ground, and its links lead somewhere wherever the file is opened.
  expect(chart).toMatch(/<rect[^>]*fill="#fff"/)
  expect(chart).toContain(`href="${server.origin}/desk/demo/articles/`)

  // By keyboard alone.
  await press(lena, panel.getByRole('button', { name: /^Explain/ }).first())
  const form = panel.getByRole('form', { name: /^Explain disagreement/ })
  const send = form.getByRole('button', { name: 'Send for approval' })
  await press(lena, send)
  await expect(form.getByRole('alert')).toContainText('Say why they differ')
  await typeInto(lena, form.getByLabel('Why they differ'), 'Different dat')
  await typeInto(lena, form.getByLabel(/^In a sentence or two/), why)
  await press(lena, send)
  await expect(panel).toContainText('Waits for an editor')

  await jonas.getByRole('link', { name: /unread notice/ }).click()
  await jonas
    .getByRole('link', { name: /Lena .*asks you to decide about an explanation/ })
    .filter({ hasText: name })
    .click()
  await panelOf(jonas).getByRole('button', { name: 'Approve' }).click()
  await expect(panelOf(jonas)).toContainText('Approved by Jonas Pryce')

  await lena.getByRole('link', { name: 'Notes' }).click()
  await lena.getByLabel('Note', { exact: true }).fill('Ask the rapporteur which day she counts from.')
  await lena.getByRole('button', { name: 'Add note' }).click()
  for (const [tab, words] of [
    ['articles', 'Rights group counts'],
    ['claims', 'counted 500 to 600'],
    ['notes', 'Ask the rapporteur'],
  ]) {
    await expect(async () => {
      await jonas.goto(`${here}/${tab}`)
      await expect(jonas.getByRole('main')).toContainText(words ?? '', { timeout: 2_000 })
    }).toPass()
    await inBothThemes(jonas, expectToFit)
  }

  await approveRange(jonas, server.origin)
  await jonas.goto(here)
  await publishDossier(jonas)
  const path = await jonas.getByRole('link', { name: 'What readers see' }).getAttribute('href')
  await readWithoutScript(browser, `${server.origin}${path}`)

  await takeBack(lena, jonas, here)
  await expectForReaders(browser, `${server.origin}${path}`, [
    'An earlier explanation was taken back.',
    'Both count from the breach.',
  ])
  await retract(lena, jonas, server.origin)
  await expectForReaders(browser, `${server.origin}${path}`, [/^Retracted, /, wrong])
})

/** An approved explanation is taken back: one asks, an editor approves, and publishes that. */
async function takeBack(page: Page, editor: Page, here: string): Promise<void> {
  await page.goto(here)
  await panelOf(page).getByRole('button', { name: 'Take back' }).click()
  const form = panelOf(page).getByRole('form', { name: 'Take back' })
  await form.getByLabel(/^Why it is taken back/).fill('Both count from the breach.')
  await form.getByRole('button', { name: 'Send for approval' }).click()
  await expect(panelOf(page)).toContainText('Waits for an editor')
  await editor.goto(here)
  await panelOf(editor).getByRole('button', { name: 'Approve' }).click()
  await expect(panelOf(editor).getByText('1 earlier explanation')).toBeVisible()
  await publishDossier(editor)
}

/** The whole dossier is retracted: its author asks, an editor finds that among what waits, and approves it. */
async function retract(page: Page, editor: Page, origin: string): Promise<void> {
  await page.reload()
  await page.getByRole('button', { name: 'Retract' }).click()
  const box = page.getByRole('dialog', { name: 'Retract this dossier?' })
  await box.getByRole('button', { name: 'Send for approval' }).click()
  await expect(box.getByRole('alert')).toContainText('Say why the desk no longer stands by it')
  await box.getByLabel('What was wrong, for readers').fill(wrong)
  await box.getByRole('button', { name: 'Send for approval' }).click()
  const line = (of: Page) => of.getByRole('region', { name: 'Retraction' })
  await expect(line(page)).toContainText(wrong)
  await expect(line(page).getByRole('button', { name: 'Retract' })).toHaveCount(0)
  await editor.goto(`${origin}/desk/demo/approvals`)
  await editor.getByRole('link', { name: /Lena .*asks to retract/ }).click()
  // The page of the link has come in whole, its title last.
  await expect(line(editor)).toContainText(wrong)
  await expect(editor).toHaveTitle(/\S/)
  await inBothThemes(editor, expectToFit)
  await line(editor).getByRole('button', { name: 'Retract' }).click()
  await expect(editor.getByText('This dossier is retracted.')).toBeVisible()
  await expect(editor.getByRole('button', { name: 'Publish' })).toHaveCount(0)
}

/** What readers are told at an address, without a script. */
async function expectForReaders(browser: Browser, address: string, said: (string | RegExp)[]): Promise<void> {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await expect(async () => {
    await page.goto(address)
    for (const words of said) await expect(page.getByText(words).first()).toBeVisible({ timeout: 2_000 })
  }).toPass()
}

/** Marks a paragraph of the open article that says something in numbers, and confirms the first figure that is read in it. */
async function confirmFigure(page: Page): Promise<string> {
  const text = page.getByRole('article', { name: /^Article text/ })
  await text
    .getByText(/\b\d{2,3} (?:to \d{2,3} )?[a-z]{6,}/)
    .first()
    .click({ clickCount: 3 })
  await expect(page.getByRole('toolbar', { name: /^Selected text/ })).toBeVisible()
  await page.keyboard.press('m')
  await expect(page.getByRole('textbox', { name: 'Statement' })).toBeFocused()
  await page.keyboard.type('It says so many.')
  await page.keyboard.press('Escape')
  await expect(
    page
      .getByRole('region', { name: /^Figure/ })
      .getByRole('listitem')
      .first(),
  ).toBeVisible()
  await page.keyboard.press('y')
  await expect(page.getByRole('button', { name: 'Edit the figure' })).toBeVisible()
  await expect(page.getByText('All changes saved')).toBeVisible()
  const claim = new URL(page.url()).searchParams.get('claim')
  if (!claim) throw new Error('the marked claim is not open')
  return claim
}

/** The confirmed figure stands in one of the groups, and its row leads to the passage. */
async function expectInLedger(page: Page, here: string, claim: string): Promise<void> {
  const groups = page.getByRole('navigation', { name: 'What is counted' }).getByRole('link')
  const row = page.getByRole('table').locator(`a[href$="claim=${claim}"]`)
  await expect(async () => {
    await page.goto(here)
    await expect(groups.first()).toBeVisible({ timeout: 2_000 })
    const found: number[] = []
    for (const address of await groups.evaluateAll((links) =>
      links.map((link) => link.getAttribute('href') ?? ''),
    )) {
      await page.goto(new URL(address, here).href)
      await expect(page.getByRole('table')).toBeVisible()
      found.push(await row.count())
    }
    expect(found.filter((count) => count > 0)).toEqual([1])
  }).toPass()
}

/** The file that a button gives. */
async function saved(page: Page, button: string): Promise<string> {
  const given = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  return readFile(await (await given).path(), 'utf8')
}

/** Publishes the range that the other figure cannot hold beside. */
async function approveRange(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/desk/demo/approvals`)
  await page.getByRole('link', { name: /counted 500 to 600 displaced/ }).click()
  const precedents = page.getByRole('region', { name: 'Precedents' })
  await expect(
    precedents.getByRole('listitem').filter({ hasText: 'Between 500 and 600 people were displaced' }),
  ).toContainText('True')
  await approveHere(page)
}

async function readWithoutScript(browser: Browser, address: string): Promise<void> {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await expect(async () => {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible({ timeout: 2_000 })
    await expect(page.getByText(why)).toBeVisible({ timeout: 2_000 })
  }).toPass()
  // What a screen reader is given: the chart's name, a link for each figure, and the same as a table.
  await expect(page.getByRole('link', { name: /Velmora Centre.*500 to 600/ }).first()).toBeVisible()
  await expect(
    page
      .getByRole('table')
      .getByRole('row', { name: /between 500 and 600/ })
      .first(),
  ).toBeVisible()
  await expect(page.getByText('Different dates.')).toBeVisible()
  const tree = await page.getByRole('main').ariaSnapshot()
  expect(tree).toMatch(
    /link "3 March 2026: Velmora Centre for Human Rights, Meridian Wire: 500 to 600. True"/,
  )
  expect(tree).toMatch(/rowheader "Velmora Centre for Human Rights"/)
  expect(tree).toMatch(/heading "Disagreement a: at least 2,000 cannot hold beside"/)

  // On a phone the chart stands upright: nothing of it is beside the window, and it is there once.
  await page.setViewportSize({ width: 390, height: 844 })
  const chart = page.getByRole('region', { name: 'Chart: People displaced' })
  await expect(chart.getByRole('link', { name: /Meridian Wire: 500 to 600/ })).toHaveCount(1)
  expect(await chart.evaluate((region) => region.scrollWidth - region.clientWidth)).toBe(0)
  const table = page.getByRole('region', { name: 'Table: People displaced' })
  expect(await table.evaluate((region) => region.scrollWidth - region.clientWidth)).toBe(0)

  await page.getByRole('link', { name: /^Version 1,/ }).click()
  await expect(page.getByText('The figures are those that stood then.')).toBeVisible()
  await expect(page.getByText(/This version is sealed by entry \d+/)).toBeVisible()
}
