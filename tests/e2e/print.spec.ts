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

test('a check on paper says all of it in order, with its address and version, and nothing is cut off', async ({
  page,
  server,
}) => {
  await expect(async () => {
    await page.goto(`${server.origin}/c/1`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 1_000 })
  }).toPass()
  const statement = await page.getByRole('heading', { level: 1 }).innerText()
  const headings = await page.getByRole('main').getByRole('heading', { level: 2 }).allInnerTexts()
  const sources = await page.locator('.source .t').allInnerTexts()
  const sheets = await printed(page)
  const said = flat(
    sheets
      .flat()
      .map(({ text }) => text)
      .join(''),
  )

  const version =
    (
      await page
        .getByText(/^Version \d+, /)
        .first()
        .innerText()
    ).split(',')[0] ?? ''
  const order = [statement, 'Short answer', 'Why we rate it this way', 'Sources', ...sources, 'Versions']
  let from = 0
  for (const words of [...order, 'Verify this record', 'Cite', `${version},`, `${server.origin}/c/1/v/`]) {
    const at = said.indexOf(flat(words), from)
    expect(at, `${words} after what comes before it`).toBeGreaterThanOrEqual(from)
    from = at
  }
  for (const onScreenAlone of ['Latest checks', 'Follow in a feed reader', 'Skip to'])
    expect(said).not.toContain(flat(onScreenAlone))

  const cutOff = sheets.flat().filter(({ start, end }) => start < 0 || end > 1)
  expect(cutOff).toEqual([])
  // A heading stands on the sheet of what it heads.
  const lasts = sheets.map((sheet) => sheet.at(-1)?.text ?? '')
  expect(lasts.filter((text) => headings.some((heading) => flat(heading) === flat(text)))).toEqual([])
})
