import { expect } from '@playwright/test'
import { enterAs } from './demo'
import { expectNothingForAxe } from './looks'
import { test } from './server'

test('articles are narrowed, the filter saved, found again after a reload, and a claim opened by keyboard alone', async ({
  browser,
  server,
}) => {
  const page = await enterAs(browser, server.origin, 'Ruth')
  const articles = page.getByRole('region', { name: /^Articles/ })
  const rows = articles.getByRole('row')
  await expect(rows.nth(2)).toBeVisible()
  const publisher = page.getByRole('combobox', { name: 'Publisher' })
  await expect(publisher.getByRole('option', { name: 'The Northern Ledger' })).toBeAttached()
  await publisher.selectOption('The Northern Ledger')
  await expect(page).toHaveURL(/publisher=The\+Northern\+Ledger/)
  await expect(rows).toHaveCount(2)

  await page.getByRole('button', { name: 'Save this filter' }).click()
  await page.getByLabel('Name', { exact: true }).fill('The <b>Ledger</b>')
  await page.keyboard.press('Enter')
  const saved = page.getByRole('navigation', { name: 'Saved filters' })
  await expect(saved.getByRole('link', { name: 'The <b>Ledger</b>' })).toHaveAttribute('aria-current', 'true')

  await page.getByRole('link', { name: /^Publisher: The Northern Ledger/ }).click()
  await expect(rows.nth(2)).toBeVisible()
  await page.reload()
  await saved.getByRole('link', { name: 'The <b>Ledger</b>' }).click()
  await expect(page).toHaveURL(/publisher=/)
  await expect(rows).toHaveCount(2)

  // A combobox that is drawn by the server takes keys before the page listens: the list of choices says it does.
  await page.locator('main').focus()
  await page.keyboard.press('/')
  const field = page.getByRole('combobox', { name: 'Search articles, claims, sources' })
  await expect(field).toBeFocused()
  await page.keyboard.type('worst dam fail')
  const offers = page.getByRole('listbox', { name: 'What was found' })
  await expect(offers.getByRole('option', { name: /^Claim: It is the worst dam failure/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Results for “worst dam fail”' })).toBeVisible()
  await expect(page.locator('mark').first()).toBeVisible()
  await expectNothingForAxe(page)

  await field.focus()
  await page.keyboard.type(' velm')
  const first = offers.getByRole('option').first()
  await page.keyboard.press('ArrowDown')
  await expect(first).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/desk\/demo\/articles\/.*claim=/)
})

for (const theme of ['light', 'dark'] as const) {
  test(`a narrowed list, its empty state and the boxes of filters, ${theme}: nothing for axe to find`, async ({
    browser,
    server,
  }) => {
    const page = await enterAs(browser, server.origin, 'Jonas', {
      colorScheme: theme,
      at: '/desk/demo?language=en&topic=nothing-has-this',
    })
    await expect(page.getByText('No article fits', { exact: true }).last()).toBeVisible()
    await expectNothingForAxe(page)
    await page.getByRole('button', { name: 'Save this filter' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectNothingForAxe(page)
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: 'Show all articles' }).click()
    await expect(page.getByRole('link', { name: /^Two thousand driven/ })).toBeVisible()
    const field = page.getByRole('combobox', { name: 'Search articles, claims, sources' })
    await field.fill('dam')
    await expect(page.getByRole('option').first()).toBeVisible()
    await expectNothingForAxe(page)
    await page.setViewportSize({ width: 320, height: 800 })
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    await expect.poll(overflow).toBeLessThanOrEqual(0)
    await page.context().close()
  })
}
