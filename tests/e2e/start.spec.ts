import { expect } from '@playwright/test'
import { openDemo } from './demo'
import { startServer, test } from './server'

test('the first page opens without an error on it', async ({ page, server }) => {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  const response = await page.goto(server.origin)
  expect(response?.status()).toBe(200)
  await page.waitForLoadState('networkidle')
  expect(errors).toEqual([])
})

test('only scripts that carry the answer’s own nonce run on the pages of the workspace', async ({
  page,
  server,
}) => {
  const response = await page.goto(server.origin)
  const policy = response?.headers()['content-security-policy'] ?? ''
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
  expect(nonce).toBeTruthy()
  const html = (await response?.text()) ?? ''
  const scripts = html.match(/<script[^>]*>/g) ?? []
  expect(scripts.length).toBeGreaterThan(0)
  expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([])
  const second = await page.request.get(server.origin)
  expect(second.headers()['content-security-policy']).not.toBe(policy)
})

test('a server taken away without warning starts again on the same data', async () => {
  const server = await startServer()
  try {
    await server.kill()
    await server.restart()
    expect((await fetch(server.origin)).status).toBe(200)
    expect(await server.stop()).toBe(0)
  } finally {
    await server.remove()
  }
})

test('a second server on the same data is refused with a sentence', async () => {
  test.skip(Boolean(process.env.TEST_DATABASE_URL), 'an external database may have several servers')
  const server = await startServer()
  try {
    const second = startServer({ dataDir: server.dataDir })
    await expect(second).rejects.toThrow(/Proofroom is already running on .* \(process \d+\)/)
  } finally {
    await server.remove()
  }
})

test('whoever types the machine’s other name is led to the address in use', async ({ page, server }) => {
  await page.goto(server.origin.replace('127.0.0.1', 'localhost'))
  expect(new URL(page.url()).origin).toBe(server.origin)
})

test('a bad setting ends the start with a sentence', async () => {
  await expect(startServer({ env: { LOG_LEVEL: 'loud' } })).rejects.toThrow(
    /ended with 1:[\s\S]*LOG_LEVEL must be trace/,
  )
})

test('the first run opens the demo newsroom, and a server that is asked to stop ends with 0', async ({
  browser,
}) => {
  const server = await startServer()
  try {
    await openDemo(browser, server.origin)
    expect(await server.stop()).toBe(0)
  } finally {
    await server.remove()
  }
})

test('an address without a check is a page that can be read, and says so with a 404', async ({
  page,
  server,
}) => {
  for (const path of ['/c/99999', '/a/99999', '/c/1/v/99']) {
    const response = await page.goto(server.origin + path)
    expect(response?.status()).toBe(404)
    await expect(page.getByRole('heading', { name: 'There is no check at this address' })).toBeVisible()
  }
})
