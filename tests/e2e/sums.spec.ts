import { expect, type Page } from '@playwright/test'
import { rewrite, wire } from '../rules/copied/reports'
import { enterAs } from './demo'
import { expectToFit, inBothThemes } from './looks'
import { test } from './server'

const paragraphs = (all: string[]) => all.map((text) => `<p>${text}</p>`).join('\n')
const aPage = (title: string, body: string, head = '') =>
  `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body><article><h1>${title}</h1>${body}</article></body></html>`

const counted = aPage(
  'After the flood at Dorla',
  `<p>The council of the valley published its count of the houses that the water took in the first week of March.</p>
<p>The count was made by walkers who went from door to door, and the mayor thanked them in the old town hall.</p>
<table><tr><th>District</th><th>Houses lost</th></tr><tr><td>Dorla</td><td>120</td></tr>
<tr><td>Karsell</td><td>85</td></tr><tr><td>Upper Venn</td><td>40</td></tr><tr><td>Total</td><td>254</td></tr></table>
<p>Inspectors found cracks in 18 of 60 beams of the bridge, or 40%, and closed it to lorries until the summer.</p>
<p>Of those asked, 52% wanted the bridge, 31% did not, and the remaining 27% had no opinion.</p>`,
)

test('what does not add up stands beside the claims, and one press makes a claim of it', async ({
  browser,
  server,
}) => {
  const page = await enterAs(browser, server.origin, 'Idris')
  await paste(page, server.origin, counted)
  const sums = page.getByRole('region', { name: 'Does not add up' })
  await expect(sums.getByRole('listitem')).toHaveCount(3)
  await expect(sums.getByText('120 + 85 + 40 is 245, but the total says 254.')).toBeVisible()
  await expect(sums.getByText('18 of 60 is 30 per cent, but it says 40%.')).toBeVisible()
  await inBothThemes(page, expectToFit)
  await sums.getByRole('button', { name: 'Mark as claim: 18 of 60' }).focus()
  await expect.poll(() => painted(page, 'sum')).toEqual(['18', '60'])
  await expect.poll(() => painted(page, 'sum-stated')).toEqual(['40%'])
  await sums.getByRole('button', { name: 'Mark as claim: 120 + 85 + 40 is 245' }).focus()
  await expect.poll(() => painted(page, 'sum-stated')).toEqual(['254'])
  await page.keyboard.press('t')

  await expect(page.getByRole('textbox', { name: 'Statement' })).toHaveValue(
    '120 + 85 + 40 is 245, but the total says 254.',
  )
  await expect(page.getByRole('link', { name: /^Claim 1,/ })).toBeVisible()
  await expect(sums.getByRole('button', { name: 'Open claim 1' })).toBeVisible()

  // What the parts give is offered beside the figure that is printed; whoever takes it over says how.
  await page
    .getByRole('button', { name: /^Correct the figure: 254/ })
    .first()
    .click()
  await page.getByRole('button', { name: /own numbers give 245/ }).click()
  const how = page.getByLabel('How it was worked out')
  await expect(how).toHaveValue('120 + 85 + 40')
  await how.fill('')
  await expect(page.getByText('Say how the number was worked out by us').first()).toBeVisible()
  await how.fill('120 + 85 + 40, the three districts')
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText(/245 worked out by us: 120 \+ 85 \+ 40, the three districts/)).toBeVisible()

  // Parts of a hundred name no stated number; their claim quotes them all.
  await sums.getByRole('button', { name: /^Mark as claim: .* is 110 per cent, not a hundred/ }).focus()
  await expect.poll(() => painted(page, 'sum')).toEqual(['52%', '31%'])
  await page.keyboard.press('t')
  await expect(page.getByRole('textbox', { name: 'Statement' })).toHaveValue(
    '52 + 31 + 27 is 110 per cent, not a hundred.',
  )
  await expect(sums.getByRole('button', { name: /^Open claim/ })).toHaveCount(2)
  await expect(page.getByRole('heading', { name: /^Claim \d/ })).toBeVisible()
  await expect(page.getByText('All changes saved')).toBeVisible()
})

test('a dossier says how many independent origins its articles have, and leads to each sentence of a copy', async ({
  browser,
  server,
}) => {
  const page = await enterAs(browser, server.origin, 'Lena')
  const dated = (day: string, name: string) =>
    `<meta property="article:published_time" content="${day}T09:00:00Z"><meta property="og:site_name" content="${name}">`
  await paste(
    page,
    server.origin,
    aPage('The night the dam broke', paragraphs(wire), dated('2026-03-03', 'Meridian Wire')),
  )
  await paste(
    page,
    server.origin,
    aPage('Dam horror: all you need to know', paragraphs(rewrite), dated('2026-03-05', 'Daily Lamp')),
  )
  await page.goto(`${server.origin}/desk/demo/dossiers`)
  const name = page.getByLabel('Name of the event')
  await expect(async () => {
    await name.fill('The dam, told twice')
    await page.getByRole('button', { name: 'Begin dossier' }).click()
    await page.waitForURL(/\/articles$/, { timeout: 5000 })
  }).toPass()
  for (const title of ['The night the dam broke', 'Dam horror']) {
    await page.getByRole('combobox', { name: 'Article of the desk' }).fill(title)
    await page.getByRole('button', { name: 'Add article' }).first().click()
    await expect(page.getByRole('table').getByRole('link', { name: title }).first()).toBeVisible()
  }

  await expect(page.getByText('2 articles, 1 independent origin')).toBeVisible()
  await expect(page.getByRole('row', { name: /Dam horror/ })).toContainText('Copies Meridian Wire')
  await inBothThemes(page, expectToFit)
  await page.getByRole('link', { name: /^Sentence by sentence: Dam horror/ }).click()
  await expect(page.getByRole('heading', { name: 'What became of each sentence' })).toBeVisible()
  const first = page.getByRole('main').getByRole('listitem').first()
  await expect(first).toContainText('Found nowhere else')
  await inBothThemes(page, expectToFit)
  await first.getByRole('link', { name: /^Several villagers/ }).click()
  await page.waitForURL(/\/articles\/[^/]+#p\d+$/)
  await expect(page.getByText(/^Several villagers have since demanded/).first()).toBeInViewport()

  // It is the last of the article's sentences, and goes first as soon as the answer is there: the room does not wait for it.
  await expect(async () => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Shift+J')
    await expect.poll(() => painted(page, 'sentence'), { timeout: 2000 }).toEqual([rewrite[6]])
  }).toPass()
  const bar = page.getByRole('toolbar', { name: 'The sentence' })
  await inBothThemes(page, expectToFit)
  await bar.getByRole('link', { name: 'Found nowhere else in dossier The dam, told twice' }).click()
  await expect(page.getByRole('heading', { name: 'What became of each sentence' })).toBeVisible()
})

/** The words that the browser paints under a name. */
const painted = (page: Page, name: string) =>
  page.evaluate((of) => [...(CSS.highlights.get(of) ?? [])].map(String), name)

/** Imports a page as its HTML. */
async function paste(page: Page, origin: string, html: string): Promise<void> {
  await page.goto(`${origin}/desk/demo`)
  await page.getByRole('button', { name: 'Paste text' }).click()
  await page.getByLabel('Text or HTML of the article').fill(html)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByRole('button', { name: 'Freeze and open' }).click()
  await page.waitForURL(/\/articles\//)
}
