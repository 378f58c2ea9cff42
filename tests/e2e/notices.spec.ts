import { expect } from '@playwright/test'
import { enterAs } from './demo'
import { expectNothingForAxe, inBothThemes } from './looks'
import { test } from './server'

test('who is mentioned sees the bell count up, follows the notice, and is not told what they do not want', async ({
  browser,
  server,
}) => {
  const jonas = await enterAs(browser, server.origin, 'Jonas')
  const lena = await enterAs(browser, server.origin, 'Lena')
  await lena
    .getByRole('link', { name: /^Two thousand driven/ })
    .first()
    .click()
  await expect(lena.getByRole('link', { name: /^Claim 12,/ })).toBeVisible()
  await lena.getByRole('link', { name: /^Claim 8,/ }).click()
  await expect(lena.getByRole('heading', { name: 'Claim 8' })).toBeVisible()
  await lena.keyboard.press('c')
  await lena.keyboard.type('Is that the newest figure, @Jonas Pryce?')
  await lena.keyboard.press('Control+Enter')
  await expect(lena.getByRole('listitem').filter({ hasText: 'the newest figure' })).toBeVisible()

  await jonas.getByRole('link', { name: /unread notice/ }).click()
  await expect(jonas.getByRole('heading', { name: 'Notices' })).toBeVisible()
  await inBothThemes(jonas, expectNothingForAxe)
  const told = jonas.getByRole('link', { name: /Unread: Lena .* mentioned you/ })
  await told.first().click()
  await expect(jonas.locator('.comment.is-target')).toContainText('the newest figure')
  await jonas.getByRole('link', { name: /^(Notices|\d+ unread notices?)$/ }).click()
  await expect(jonas.getByRole('heading', { name: 'Notices' })).toBeVisible()

  await jonas.getByRole('checkbox', { name: 'You are given work: By mail' }).uncheck()
  await jonas.getByRole('button', { name: /^Save/ }).click()
  await expect(jonas.getByText('Saved. It holds from now on.')).toBeVisible()
  await jonas.reload()
  await expect(jonas.getByRole('checkbox', { name: 'You are given work: By mail' })).not.toBeChecked()
})
