import { expect, type Page } from '@playwright/test'
import { isGenuine, openReceiver } from '../webhook-receiver'
import { expectNothingForAxe, inBothThemes } from './looks'
import { foundDesk, somebody } from './people'
import { startServer, test } from './server'

test('an admin adds a webhook, sends a test and sees it delivered, and what was not taken', async ({
  browser,
}) => {
  let status = 200
  const receiver = await openReceiver(() => status)
  const env = {
    SECRET_KEY: 'a key of the stories, long enough for all',
    WEBHOOK_ALLOW_PRIVATE: receiver.host,
  }
  const server = await startServer({ env })
  const admin = await somebody(browser)
  await foundDesk(
    admin,
    server.origin,
    { name: 'Maren Holt', email: 'maren@desk.example' },
    { email: 'r@desk.example' },
  )
  await admin.goto(`${admin.url().replace(/\?.*/, '')}/settings`)
  await expect(admin.getByText('Nothing is told elsewhere yet.')).toBeVisible()

  await admin.getByRole('button', { name: 'Add a webhook' }).click()
  await admin.getByRole('button', { name: 'Save Webhooks' }).click()
  await expect(admin.getByRole('alert').getByText('Type the address to send to.')).toBeVisible()
  await admin.getByRole('textbox', { name: 'Address', exact: true }).fill(receiver.address)
  await admin.getByRole('button', { name: 'Save Webhooks' }).click()
  const secret = await admin.getByLabel('Its secret').inputValue()
  expect(secret).toMatch(/^whsec_/)
  const webhook = admin.getByRole('listitem', { name: receiver.address })
  await webhook.getByRole('button', { name: /^Send a test/ }).click()
  await webhook.getByText('Last messages').click()
  await expect(webhook.getByRole('row', { name: /A test .* Delivered \(200\)/ })).toBeVisible()
  expect(receiver.received.map((one) => isGenuine(one, secret))).toEqual([true])

  // The same form, open in another window, is told what was saved in the first.
  const other = await admin.context().newPage()
  const form = (page: Page) => page.getByRole('form', { name: 'Edit' })
  for (const page of [admin, other]) {
    if (page === other) await other.goto(admin.url())
    await page
      .getByRole('listitem', { name: receiver.address })
      .getByRole('button', { name: /^Edit/ })
      .click()
    await expect(form(page)).toBeVisible()
  }
  await form(admin).getByLabel('A claim is retracted').uncheck()
  await form(admin).getByRole('button', { name: 'Save Webhooks' }).click()
  await expect(form(admin)).toHaveCount(0)
  await form(other).getByLabel('A claim is corrected').uncheck()
  await form(other).getByRole('button', { name: 'Save Webhooks' }).click()
  const newer = form(other).getByRole('region', { name: 'Somebody saved this while the form was open' })
  await expect(newer).toContainText('A claim is corrected')
  await expect(newer).not.toContainText('A claim is retracted')
  await expect(form(other).getByLabel('A claim is corrected')).not.toBeChecked()
  await inBothThemes(other, expectNothingForAxe)
  await form(other).getByRole('button', { name: 'Save mine over it Webhooks' }).click()
  await expect(form(other)).toHaveCount(0)
  await other.close()

  status = 500
  await webhook.getByText('Last messages').click()
  await webhook.getByRole('button', { name: /^Send a test/ }).click()
  await expect(webhook.getByRole('row', { name: /It answered 500\. Tried once/ })).toBeVisible()
  await inBothThemes(admin, expectNothingForAxe)
  await webhook.getByRole('button', { name: /^Pause/ }).click()
  await expect(webhook.getByText(/^Paused\. What happens meanwhile/)).toBeVisible()
  await admin.reload()
  await expect(admin.getByLabel('Its secret')).toHaveCount(0)
  await webhook.getByRole('button', { name: /^Remove/ }).click()
  await admin.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(webhook).toHaveCount(0)
  await server.remove()
  await receiver.close()
})
