import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, expect, type Page } from '@playwright/test'
import { enterAs } from './demo'
import { addArticle, approveHere, beginDossier, importFile, panelOf, publishDossier } from './dossier-steps'
import { test } from './server'

const folder = process.env.ARTICLES_DIR
/** The articles by the beginnings of their names, with the number that is looked for in each and what the grammar reads there. */
const passages = {
  early: { file: '000_', number: /\b120\b/, read: 'about 120', statement: 'In two months 120 were returned' },
  later: { file: '002_', number: /\b406\b/, read: 'at least 406', statement: 'At least 406 were returned' },
  feared: {
    file: '003_',
    number: /600 to 2000/,
    read: '600 to 2,000',
    statement: 'Up to 2,000 are to be returned',
  },
} as const
type Passage = (typeof passages)[keyof typeof passages]

const files = folder ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : []
const fileOf = ({ file }: Passage) => files.find((name) => name.startsWith(file))
const untold =
  'ARTICLES_DIR is not set, or has not the three articles about one event: nothing real to gather'
const counted = 'people returned'
const why = 'One counts two months of one year, the other all that became known since the year began.'

test('real articles and one of the demo make a dossier: figures read, explained, approved, and read by anybody', async ({
  browser,
  server: { origin },
}) => {
  test.skip(!Object.values(passages).every(fileOf), untold)
  const lena = await enterAs(browser, origin, 'Lena')
  const jonas = await enterAs(browser, origin, 'Jonas')

  const titles: Record<string, string> = {}
  for (const [name, passage] of Object.entries(passages)) {
    titles[name] = await importFile(lena, origin, join(folder ?? '', fileOf(passage) ?? ''))
    if (passage === passages.later)
      await expect(lena.getByRole('region', { name: 'Does not add up' })).toContainText('660 + 406')
    await confirmFigure(lena, passage)
    if (passage !== passages.feared) await submit(lena, passage)
  }

  const here = await beginDossier(lena, origin, 'Returns over the river')
  await addArticle(lena, titles.early ?? '')
  await addArticle(lena, 'Two thousand driven')
  // The others are found to be about the same.
  for (const title of [titles.later, titles.feared]) {
    await lena.getByRole('button', { name: `Add: ${title}` }).click()
    await expect(lena.getByRole('table').getByRole('link', { name: title })).toBeVisible()
  }
  await openGroup(lena, here)
  for (const { read } of Object.values(passages))
    await expect(lena.getByRole('link', { name: new RegExp(`: ${read}\\. `) }).first()).toBeVisible()

  const panel = panelOf(lena)
  await expect(panel.getByRole('listitem').first()).toContainText('about 120 cannot hold beside')
  await panel.getByRole('button', { name: /^Explain/ }).click()
  await panel.getByLabel('Why they differ').selectOption({ label: 'Different dates' })
  await panel.getByLabel(/^In a sentence or two/).fill(why)
  await panel.getByRole('button', { name: 'Send for approval' }).click()
  await expect(panel).toContainText('Waits for an editor')

  for (const { statement } of [passages.early, passages.later]) {
    await jonas.goto(`${origin}/desk/demo/approvals`)
    await jonas.getByRole('link', { name: new RegExp(statement) }).click()
    await approveHere(jonas)
  }
  await openGroup(jonas, here)
  await panelOf(jonas).getByRole('button', { name: 'Approve' }).click()
  await expect(panelOf(jonas)).toContainText('Approved by Jonas Pryce')
  await publishDossier(jonas)
  const path = await jonas.getByRole('link', { name: 'What readers see' }).getAttribute('href')
  await readWithoutScript(browser, origin + path, [titles.early ?? '', titles.later ?? ''])
})

/** Marks the passage with the number, takes what the grammar reads there, and says what is counted. */
async function confirmFigure(page: Page, { number, read, statement }: Passage): Promise<void> {
  const text = page.getByRole('article', { name: /^Article text/ })
  await text.getByRole('paragraph').filter({ hasText: number }).first().click({ clickCount: 3 })
  await expect(page.getByRole('toolbar', { name: /^Selected text/ })).toBeVisible()
  await page.keyboard.press('m')
  await expect(page.getByRole('textbox', { name: 'Statement' })).toBeFocused()
  await page.keyboard.type(statement)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: new RegExp(`^Correct the figure: ${read} `) }).click()
  const form = page.getByRole('group', { name: 'Figure' })
  await expect(form.getByLabel('What is counted')).toHaveValue(/North Korean/i)
  await form.getByLabel('What is counted').fill(counted)
  await form.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('button', { name: 'Edit the figure' })).toBeVisible()
  await expect(page.getByText('All changes saved')).toBeVisible()
}

async function submit(page: Page, { statement }: Passage): Promise<void> {
  await page.getByLabel('Kind', { exact: true }).selectOption({ label: 'Number' })
  await page.getByRole('radio', { name: /^Mostly true/ }).check()
  const sources = ['Register of returns', 'Call with a witness']
  for (const title of sources) {
    await page.getByRole('button', { name: 'Add source' }).click()
    await page.getByPlaceholder(/Paste a link/).fill(title)
    await page.keyboard.press('Enter')
    await page.getByLabel('Kind of source').selectOption({ label: 'Data' })
    await page.getByRole('radio', { name: 'Supports' }).check()
    await page.getByRole('button', { name: 'Done' }).click()
  }
  const rationale = page.getByRole('textbox', { name: 'Rationale' })
  await rationale.click()
  await rationale.pressSequentially('Both say so: ')
  for (const title of sources) {
    await page.getByRole('button', { name: 'Cite source' }).click()
    await page.getByRole('menuitem', { name: new RegExp(title) }).click()
  }
  await page.getByLabel('Short answer').fill('Two sources that know nothing of each other say it.')
  await page.getByRole('button', { name: 'Submit claim' }).click()
  await expect(page.getByText('Claim submitted for approval').first(), statement).toBeVisible()
}

/** Opens the figures that count what was counted here; a room's last words may be on their way to them. */
async function openGroup(page: Page, here: string): Promise<void> {
  const groups = page.getByRole('navigation', { name: 'What is counted' })
  await expect(async () => {
    await page.goto(here)
    await groups.getByRole('link', { name: /^People returned 3/ }).click({ timeout: 2_000 })
  }).toPass()
  await expect(page.getByRole('heading', { name: /^People returned/ })).toBeVisible()
}

/** What anybody reads, without a script; and what a screen reader is given: a link for each figure, and the same as a table. */
async function readWithoutScript(browser: Browser, address: string, articles: string[]): Promise<void> {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await expect(async () => {
    await page.goto(address)
    await expect(page.getByText(why)).toBeVisible({ timeout: 2_000 })
  }).toPass()
  for (const title of articles) await expect(page.getByText(title).first()).toBeVisible()
  const tree = await page.getByRole('main').ariaSnapshot()
  expect(tree).toContain('region "Chart: People returned"')
  expect(tree).toMatch(/link ".*: about 120\. Mostly true"/)
  expect(tree).toMatch(/link ".*: at least 406\. Mostly true"/)
  expect(tree).toMatch(/row ".* Around 120 120 120 .*Mostly true"/)
  expect(tree).toMatch(/row ".* at least 406 Disagreement a 406 none .*Mostly true"/)
  expect(tree).toContain('heading "Disagreement a: at least 406 cannot hold beside"')
  // What nobody approved is not among what is read.
  expect(tree).not.toContain('600 to 2,000')
}
