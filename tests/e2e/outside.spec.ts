import { type Browser, expect } from '@playwright/test'
import { enterAs } from './demo'
import { pressOnceShown } from './keyboard'
import { expectNothingForAxe } from './looks'
import { test } from './server'

test('an editor requires Legal, a lawyer clears it by a link without signing in, and the editor approves', async ({
  browser,
  server,
}) => {
  const ruth = await enterAs(browser, server.origin, 'Ruth', { at: '/desk/demo/approvals' })
  const decision = ruth.getByRole('complementary', { name: 'Decision' })
  const statement = await ruth.locator('.appr-head h2').innerText()

  await decision.getByRole('button', { name: 'Require a clearance' }).press('Enter')
  const box = ruth.getByRole('dialog')
  await box.getByLabel('Clearance').fill('Legal')
  await box.getByLabel('Why it is needed').fill('It names a company.')
  await expect(box.getByLabel('Who gives it')).toHaveValue('')
  await box.getByRole('button', { name: 'Require it' }).press('Enter')
  await expect(decision.getByText('To approve, this must be cleared first: Legal.')).toBeVisible()
  await expect(decision.getByRole('button', { name: 'Approve' })).toHaveAttribute('aria-disabled', 'true')
  await expectNothingForAxe(ruth)

  await decision.getByRole('button', { name: 'Make a guest link' }).press('Enter')
  await box.getByLabel('Who it is for').fill('Dr Weiss')
  await box.getByLabel('What you ask them').fill('Is this defamatory?')
  await box.getByRole('button', { name: 'Make the link' }).press('Enter')
  const link = await box.getByLabel('Link', { exact: true }).inputValue()
  await box.getByRole('button', { name: 'Close' }).last().press('Enter')

  const lawyer = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await lawyer.goto(link)
  await expect(lawyer.getByRole('heading', { level: 1 })).toHaveText(statement)
  await expect(lawyer.getByText('Is this defamatory?')).toBeVisible()
  await lawyer.getByLabel('Comment', { exact: true }).fill('Call it alleged.')
  await lawyer.getByRole('button', { name: 'Send' }).click()
  await expect(lawyer.getByRole('region', { name: 'Your comments' })).toContainText('Call it alleged.')
  await lawyer.getByRole('button', { name: 'Refuse it' }).click()
  await expect(lawyer.getByRole('alert')).toHaveText('Say why you refuse.')
  await lawyer.getByRole('button', { name: 'Give the clearance' }).click()
  await expect(lawyer.getByText(/^You gave it on/)).toBeVisible()
  expect(await lawyer.context().cookies()).toEqual([])

  await ruth.reload()
  await expect(decision.getByText('By guest Dr Weiss').first()).toBeVisible()
  await expect(decision.getByText('Call it alleged.')).toBeVisible()
  await expectNothingForAxe(ruth)
  await decision.getByRole('button', { name: 'Approve' }).press('Enter')
  await pressOnceShown(ruth, ruth.getByRole('dialog').getByRole('button', { name: /^Publish/ }))
  await expect(ruth.locator('.appr-head h2', { hasText: statement })).toHaveCount(0)
  await lawyer.reload()
  await expect(lawyer.getByText(/^This check was published, as version/)).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`a guest’s page on a phone, ${colorScheme}: nothing for axe to find, nothing wider than the window`, async ({
    browser,
    server,
  }) => {
    const link = await aLink(browser, server.origin)
    const viewport = { width: 390, height: 844 }
    const phone = await (await browser.newContext({ colorScheme, viewport })).newPage()
    await phone.goto(link)
    await expect(phone.getByRole('button', { name: 'Send' })).toBeVisible()
    await expectNothingForAxe(phone)
    const wider = await phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(wider).toBeLessThanOrEqual(0)
    await phone.goto(`${server.origin}/guest/${'x'.repeat(43)}`)
    await expect(phone.getByRole('heading', { level: 1 })).toHaveText(
      'This link does not lead anywhere any more',
    )
    await expectNothingForAxe(phone)
  })

async function aLink(browser: Browser, origin: string): Promise<string> {
  const ruth = await enterAs(browser, origin, 'Ruth', { at: '/desk/demo/approvals' })
  await ruth.getByRole('button', { name: 'Show it to somebody outside' }).press('Enter')
  const box = ruth.getByRole('dialog')
  await box.getByLabel('Who it is for').fill('Prof Lindt')
  await box.getByLabel('What you ask them').fill('Do the figures fit?')
  await box.getByRole('button', { name: 'Make the link' }).press('Enter')
  return box.getByLabel('Link', { exact: true }).inputValue()
}
