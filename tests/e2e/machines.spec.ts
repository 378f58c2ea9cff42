import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { factchecktools } from '@googleapis/factchecktools'
import { expect } from '@playwright/test'
import { test } from './server'

test('programs read what was published, without a key or a cookie, and hear why where there is nothing', async ({
  server,
}) => {
  const at = (path: string, headers: Record<string, string> = {}) => fetch(server.origin + path, { headers })
  await expect.poll(async () => (await at('/api/v1/claims/1')).status).toBe(200)

  const answer = await at('/api/v1/claims/1')
  const claim = await answer.json()
  expect(claim.desk.isDemo).toBe(true)
  expect(answer.headers.get('content-type')).toBe('application/json')
  const [etag, since] = [answer.headers.get('etag') ?? '', answer.headers.get('last-modified') ?? '']
  expect((await at('/api/v1/claims/1', { 'if-none-match': etag })).status).toBe(304)
  expect((await at('/api/v1/claims/1', { 'if-modified-since': since })).status).toBe(304)
  const { paths } = await (await at('/api/v1/openapi.json')).json()
  expect(Object.keys(paths)).toContain('/api/v1/claims/{number}')

  const missing = await at('/api/v1/claims/99999')
  expect(missing.status).toBe(404)
  expect(missing.headers.get('content-type')).toBe('application/problem+json')

  const frame = await at(`/oembed?url=${encodeURIComponent(claim.page)}`)
  expect((await frame.json()).title).toContain('This is a demo newsroom.')
  const preflight = await fetch(`${server.origin}/api/v1/claims/99999`, { method: 'OPTIONS' })
  expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, HEAD')

  for (const { headers } of [answer, missing, frame, preflight]) {
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('set-cookie')).toBeNull()
  }
})

test('Google’s own client is answered by the running server, which has nothing of a demo for it', async ({
  server,
}) => {
  const { claims } = factchecktools({ version: 'v1alpha1', auth: 'a-key' })
  const found = await claims.search({ query: 'the' }, { rootUrl: `${server.origin}/api/` })
  expect(found.status).toBe(200)
  expect(found.data).toEqual({})
  await expect(claims.search({}, { rootUrl: `${server.origin}/api/` })).rejects.toMatchObject({
    status: 400,
    message: expect.stringContaining('Say what to look for'),
  })
})

test('a claim page is readable after one request, and runs no script', async ({ browser, server }) => {
  await expect.poll(async () => (await fetch(`${server.origin}/c/1`)).status).toBe(200)
  const { url } = await fetch(`${server.origin}/c/1`)
  for (const [width, also] of [
    [390, []],
    [1280, ['font']],
  ] as const) {
    const context = await browser.newContext({ viewport: { width, height: 844 } })
    const page = await context.newPage()
    const asked: string[] = []
    // What else it may ask for never comes, and nothing of what is read waits for it.
    await page.route('**', (route) => {
      const kind = route.request().resourceType()
      asked.push(kind)
      return kind === 'document' ? route.continue() : route.abort()
    })
    await page.goto(url, { waitUntil: 'load' })
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.locator('main header').getByText('Verification status').first()).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Sources' })).toBeVisible()
    // Drawn by rules that came with it.
    expect(await page.locator('body').evaluate((body) => getComputedStyle(body).marginTop)).toBe('0px')
    expect(asked.filter((kind) => kind === 'document')).toHaveLength(1)
    expect([...new Set(asked)].filter((kind) => kind !== 'document')).toEqual(also)
    await context.close()
  }
})

test('the frame that a claim page gives away shows the check in a page of somebody else’s, without a script', async ({
  browser,
  server,
}) => {
  await expect.poll(async () => (await fetch(`${server.origin}/c/1`)).status).toBe(200)
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${server.origin}/c/1`)
  const statement = await page.getByRole('heading', { level: 1 }).innerText()
  const frame = await page.locator('code', { hasText: '<iframe' }).innerText()
  const whole = `<iframe src="${server.origin}/c/1" title="whole page"></iframe>`
  const elsewhere = createServer((_, response) => {
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "script-src 'none'",
    }
    response
      .writeHead(200, headers)
      .end(`<!doctype html><title>Elsewhere</title><main>${frame}${whole}</main>`)
  })
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
  const { port } = elsewhere.address() as AddressInfo // A server on a port has one.
  try {
    // Another site than the newsroom's, not only another port.
    await page.goto(`http://localhost:${port}/`)
    const shown = page.frameLocator('iframe[src*="/embed/c/1"]')
    await expect(shown.getByText(statement, { exact: true })).toBeVisible()
    await expect(shown.getByText('Verification status').first()).toBeAttached()
    // The page itself stands in nobody's frame.
    await expect(page.frameLocator('iframe[title="whole page"]').getByText(statement)).toHaveCount(0)
  } finally {
    await context.close()
    await new Promise((resolve) => elsewhere.close(resolve))
  }
})
