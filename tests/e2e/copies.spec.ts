import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { expect } from '@playwright/test'
import { isGenuine, openReceiver } from '../webhook-receiver'
import { enterAs, openClaim } from './demo'
import { expectToFit, inBothThemes } from './looks'
import { startServer, test } from './server'

/** A server of another publisher with one check, about what the demo's article claims. */
async function anotherPublisher() {
  const review = {
    ...{ '@context': 'https://schema.org', '@type': 'ClaimReview', url: 'https://other.example/karsell' },
    claimReviewed: 'The failure of the Karsell dam displaced at least 2,000 people.',
    ...{ datePublished: '2026-03-07', author: { name: 'Other Facts' } },
    reviewRating: { alternateName: 'About right' },
  }
  const content = JSON.stringify({
    '@type': 'DataFeed',
    dataFeedElement: [{ item: [review, { ...review, url: '' }] }],
  })
  const server = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(content),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // It listens on TCP.
  return { server, host: `127.0.0.1:${port}`, address: `http://127.0.0.1:${port}/feed.json` }
}

test('an admin gives somebody a copy of what the desk publishes, and is shown beside a claim what others found', async ({
  browser,
}) => {
  let status = 500
  const receiver = await openReceiver(() => status)
  const other = await anotherPublisher()
  const env = {
    SECRET_KEY: 'a key of the stories, long enough for all',
    ...{ WEBHOOK_ALLOW_PRIVATE: receiver.host, IMPORT_ALLOW_PRIVATE: other.host },
    ...{ SECURITY_CONTACT: 'mailto:security@desk.example', TRUST_CONTACT: 'mailto:editors@desk.example' },
  }
  const server = await startServer({ withDemo: true, env })
  const admin = await enterAs(browser, server.origin, 'Ruth', { at: '/desk/demo/settings' })

  await admin.getByRole('button', { name: 'Add a subscription' }).click()
  const form = admin.getByRole('form', { name: 'A new subscription' })
  await form.getByRole('button', { name: /^Save/ }).click()
  await expect(form.getByRole('alert').getByText('Type the address to send to.')).toBeVisible()
  await form.getByRole('textbox', { name: 'Address' }).fill(receiver.address)
  await form.getByRole('button', { name: /^Save/ }).click()
  const secret = await admin.getByLabel('Its secret').inputValue()
  const subscription = admin.getByRole('listitem', { name: receiver.address })
  await expect(subscription.getByText(/It answered 500.*What comes after it waits\./)).toBeVisible()
  status = 204
  await subscription.getByRole('button', { name: /^Stop/ }).click()
  await expect(subscription.getByText('Stopped. When it goes on, it begins where it stopped.')).toBeVisible()
  await subscription.getByRole('button', { name: /^Go on/ }).click()
  await expect(subscription.getByText(/^Up to date\. Last taken/)).toBeVisible()
  const taken = receiver.received.slice(-4).map(({ body }) => JSON.parse(body).data)
  expect(receiver.received.every((one) => isGenuine(one, secret))).toBe(true)
  expect(taken.slice(1).map(({ previous }) => previous)).toEqual(taken.slice(0, -1).map(({ index }) => index))

  await subscription.getByRole('button', { name: /^Edit/ }).click()
  const edit = admin.getByRole('form', { name: 'Edit' })
  await edit.getByRole('textbox', { name: 'Address' }).fill(`${receiver.address}/new`)
  await edit.getByRole('button', { name: /^Save/ }).click()
  const moved = admin.getByRole('listitem', { name: `${receiver.address}/new` })
  await moved.getByRole('button', { name: /^New secret/ }).click()
  await expect(admin.getByText('For 24 hours the one before it signs beside it.')).toBeVisible()
  await expect(admin.getByLabel('Its secret')).not.toHaveValue(secret)

  await admin.getByRole('textbox', { name: 'Address of their checks' }).fill(other.address)
  await admin.getByRole('button', { name: 'Add and fetch' }).click()
  const feed = admin.getByRole('listitem', { name: other.address })
  await expect(feed.getByText(/^1 check, fetched/)).toBeVisible()
  await expect(feed.getByText('Left out: 1 without an address.')).toBeVisible()
  await inBothThemes(admin, expectToFit)

  await admin.goto(`${server.origin}/desk/demo`)
  await openClaim(admin, 1)
  const found = admin.getByRole('region', { name: 'Checked by others' })
  await expect(found.getByText('Other Facts, 7 March 2026')).toBeVisible()
  await expect(found.getByText('About right')).toBeVisible()
  await expect(found.getByRole('link', { name: 'Read it there Other Facts' })).toHaveAttribute(
    'href',
    'https://other.example/karsell',
  )
  await inBothThemes(admin, expectToFit)

  const text = async (path: string) => (await fetch(server.origin + path)).text()
  expect(await text('/.well-known/security.txt')).toContain('Contact: mailto:security@desk.example')
  expect(await text('/security.txt')).toBe(await text('/.well-known/security.txt'))
  expect(await text('/trust.txt')).toContain('contact=editors@desk.example')
  expect(await text('/robots.txt')).toContain(`Sitemap: ${server.origin}/sitemap.xml`)
  const client = new Client({ name: 'a story', version: '1' })
  await client.connect(new StreamableHTTPClientTransport(new URL(`${server.origin}/api/mcp`)))
  const { structuredContent } = await client.callTool({ name: 'claim', arguments: { number: 1 } })
  expect(structuredContent).toMatchObject({ number: 1, desk: { isDemo: true } })
  await client.close()
  await server.remove()
  await receiver.close()
  other.server.close()
})
