import { expect } from '@playwright/test'
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
  await admin.getByRole('textbox', { name: 'Address' }).fill(receiver.address)
  await admin.getByRole('button', { name: 'Save Webhooks' }).click()
  const secret = await admin.getByLabel('Its secret').inputValue()
  expect(secret).toMatch(/^whsec_/)
  const webhook = admin.getByRole('listitem', { name: receiver.address })
  await webhook.getByRole('button', { name: /^Send a test/ }).click()
  await webhook.getByText('Last messages').click()
  await expect(webhook.getByRole('row', { name: /A test .* Delivered \(200\)/ })).toBeVisible()
  expect(receiver.received.map((one) => isGenuine(one, secret))).toEqual([true])

  status = 500
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
