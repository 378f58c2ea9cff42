import { expect, type Page } from '@playwright/test'
import { enterAs } from './demo'
import { test } from './server'

test('the keyboard walks from sentence to sentence, marks one and says of another that it has no claim', async ({
  browser,
  server,
}) => {
  const lena = await enterAs(browser, server.origin, 'Lena')
  const ruth = await enterAs(browser, server.origin, 'Ruth')
  for (const page of [lena, ruth]) await openArticle(page)
  const before = await leftOn(lena)
  const faint = await paintedOn(ruth)
  expect(faint).toBeGreaterThan(0)

  // Whoever wants no hints has none; the order by worth stays.
  await ruth.keyboard.press('?')
  await ruth.getByLabel('Underline sentences that look worth checking').uncheck()
  await expect.poll(() => paintedOn(ruth)).toBe(0)
  await ruth.getByLabel('Underline sentences that look worth checking').check()
  await expect.poll(() => paintedOn(ruth)).toBe(faint)
  await ruth.keyboard.press('Escape')

  await lena.keyboard.press('Shift+J')
  const bar = lena.getByRole('toolbar', { name: 'The sentence' })
  await expect(bar).toContainText('Not looked at')
  // The first to be checked is the one that looks worth it most, and why.
  await expect(bar).toContainText('Looks worth checking: a number')
  await lena.keyboard.press('x')
  await expect(bar).toContainText('No factual claim, says Lena')
  await expect.poll(() => leftOn(ruth)).toBe(before - 1)
  await expect.poll(() => paintedOn(ruth)).toBe(faint - 1)
  // Taken back by the same key.
  await lena.keyboard.press('x')
  await expect(bar).toContainText('Not looked at')
  await expect.poll(() => leftOn(ruth)).toBe(before)

  await lena.keyboard.press('x')
  await expect.poll(() => leftOn(ruth)).toBe(before - 1)
  await lena.keyboard.press('Shift+J')
  await expect(bar).toContainText('Not looked at')
  await lena.keyboard.press('Enter')
  await expect(lena.getByRole('textbox', { name: 'Statement' })).toBeFocused()
  await expect.poll(() => leftOn(ruth)).toBe(before - 2)
  await lena.keyboard.press('Escape')
  await lena.keyboard.press('n')
  await lena.keyboard.press('p')
  await expect(bar).toContainText('A claim quotes this sentence')
})

/** How many sentences are underlined faintly as worth a look. */
const paintedOn = (page: Page) => page.evaluate(() => CSS.highlights.get('worth')?.size ?? 0)

test('an editor closes an article by keyboard, waiving what nobody looked at, and the desk says so', async ({
  browser,
  server,
}) => {
  const ruth = await enterAs(browser, server.origin, 'Ruth')
  await openArticle(ruth)
  const line = ruth.getByRole('region', { name: 'Coverage of the article' })
  await line.getByRole('button', { name: 'Close article' }).focus()
  await ruth.keyboard.press('Enter')
  const dialog = ruth.getByRole('dialog', { name: 'Close article' })
  await dialog.getByRole('combobox', { name: 'Why it need not be looked at' }).selectOption('other')
  await dialog.getByRole('button', { name: 'Close article' }).focus()
  await ruth.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('Write down the other reason.')
  await dialog.getByRole('textbox', { name: /^Note/ }).focus()
  await ruth.keyboard.type('A wire story')
  await ruth.keyboard.press('Escape')
  await line.getByRole('button', { name: 'Close article' }).press('Enter')
  await dialog.getByRole('combobox', { name: 'Why it need not be looked at' }).selectOption('other')
  await expect(dialog.getByRole('textbox', { name: /^Note/ })).toHaveValue('A wire story')
  await dialog.getByRole('textbox', { name: /^Note/ }).press('Enter')
  await expect(line).toContainText('Closed by Ruth Adeyemi')
  await expect(line).toContainText('waived: another reason, in the note (A wire story)')

  await ruth.goto(`${server.origin}/desk/demo`)
  const row = ruth.getByRole('row', { name: /^Two thousand driven/ })
  await expect(row).toContainText('Closed by Ruth Adeyemi')
})

/** How many sentences the bar says nobody has looked at. */
async function leftOn(page: Page): Promise<number> {
  const line = await page.getByRole('button', { name: /sentences? not looked at$/ }).textContent()
  return Number.parseInt(line ?? '', 10)
}

async function openArticle(page: Page) {
  await page
    .getByRole('link', { name: /^Two thousand driven/ })
    .first()
    .click()
  // While the room comes in, a claim's number may still grow.
  await expect(page.getByRole('link', { name: /^Claim 12,/ })).toBeVisible()
}
