import { expect, type Page } from '@playwright/test'
import { getDocumentProxy } from 'unpdf'
import { test } from './server'

type Line = { text: string; start: number; end: number }

/** What a printed page says, sheet by sheet, each piece with where it begins and ends across the paper, as a share of it. */
async function printed(page: Page): Promise<Line[][]> {
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4' })))
  const sheets: Line[][] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const sheet = await pdf.getPage(number)
    const { width } = sheet.getViewport({ scale: 1 })
    const { items } = await sheet.getTextContent()
    sheets.push(
      items.flatMap((item) => {
        if (!('str' in item) || !item.str.trim()) return []
        const start = Number(item.transform[4]) / width
        return { text: item.str, start, end: start + item.width / width }
      }),
    )
  }
  return sheets
}

const flat = (text: string) => text.replace(/\s+/g, '')

/** Opens a page of readers, once it is made. */
async function open(page: Page, address: string): Promise<void> {
  await expect(async () => {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 1_000 })
  }).toPass()
}

/** What the open page says on paper has all of this, one after the other, without what is for the screen alone; nothing is cut off. */
async function expectOnPaper(page: Page, order: string[]): Promise<void> {
  const headings = await page.getByRole('main').getByRole('heading', { level: 2 }).allInnerTexts()
  const sheets = await printed(page)
  const said = flat(
    sheets
      .flat()
      .map(({ text }) => text)
      .join(''),
  )
  let from = 0
  for (const words of order) {
    const at = said.indexOf(flat(words), from)
    expect(at, `${words} after what comes before it`).toBeGreaterThanOrEqual(from)
    from = at
  }
  for (const onScreenAlone of ['Latest checks', 'Follow in a feed reader', 'Report an error', 'Skip to'])
    expect(said).not.toContain(flat(onScreenAlone))

  const cutOff = sheets.flat().filter(({ start, end }) => start < 0 || end > 1)
  expect(cutOff).toEqual([])
  // A heading stands on the sheet of what it heads.
  const lasts = sheets.map((sheet) => sheet.at(-1)?.text ?? '')
  expect(lasts.filter((text) => headings.some((heading) => flat(heading) === flat(text)))).toEqual([])
}

test('a check on paper says all of it in order, with its address and version, and nothing is cut off', async ({
  page,
  server,
}) => {
  await open(page, `${server.origin}/c/1`)
  const statement = await page.getByRole('heading', { level: 1 }).innerText()
  const sources = await page.locator('.source .t').allInnerTexts()
  const version =
    (
      await page
        .getByText(/^Version \d+, /)
        .first()
        .innerText()
    ).split(',')[0] ?? ''
  await expectOnPaper(page, [
    ...[statement, 'Short answer', 'Why we rate it this way', 'Sources', ...sources, 'Versions'],
    ...['Verify this record', 'Cite', `${version},`, `${server.origin}/c/1/v/`],
  ])
})

test('an article’s checks on paper are all there, in its order', async ({ page, server }) => {
  await open(page, `${server.origin}/a/1`)
  const title = await page.getByRole('heading', { level: 1 }).innerText()
  const statements = await page.locator('main a[href^="/c/"]').allInnerTexts()
  expect(statements.length).toBeGreaterThan(1)
  await expectOnPaper(page, [title, ...statements])
})

test('a dossier on paper has its figures, what cannot hold beside what, and its articles, and nothing is cut off', async ({
  page,
  server,
}) => {
  await open(page, `${server.origin}/d/1`)
  const name = await page.getByRole('heading', { level: 1 }).innerText()
  const articles = await page.locator('.dos-articles a').allInnerTexts()
  await expectOnPaper(page, [
    ...[name, 'People displaced', 'Velmora Centre for Human Rights', '500', '600', 'upper Ondre valley'],
    ...['at least 2,000 cannot hold beside', 'Different dates', 'The articles', ...articles],
    ...['Versions of this dossier', 'Cite', `“${name}.” Version 1, `, `${server.origin}/d/1/v/1`],
  ])
})
