import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type Page } from '@playwright/test'
import { enterAs, openClaim } from './demo'
import { expectNothingForAxe } from './looks'
import { type Running, startServer, story } from './server'

let server: Running | null = null
let said = 'In 2019 the register listed sixty-two large dams in all of Velmora.'

const site = createServer((_, response) => {
  const page = `<title>The register</title><article><h1>The register</h1><p>${said}</p><p>It is kept by the ministry and printed once a year.</p></article>`
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
})

story.beforeAll(async () => {
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  server = await startServer({ withDemo: true, env: { IMPORT_ALLOW_PRIVATE: `127.0.0.1:${portOf(site)}` } })
})

story.afterAll(async () => {
  site.close()
  await server?.remove()
})

const portOf = (listening: Server) => (listening.address() as AddressInfo).port // It listens on TCP.

story(
  'a link is archived, its page changes, the claim is in doubt until somebody signs that the verdict holds',
  async ({ browser }) => {
    if (!server) throw new Error('the server did not start')
    const page = await enterAs(browser, server.origin, 'Lena')
    await openClaim(page, 1)
    await page.getByRole('button', { name: 'Add source' }).click()
    await page
      .getByLabel('Paste a link, or type a title and press Enter')
      .fill(`http://127.0.0.1:${portOf(site)}/register`)
    await page.keyboard.press('Enter')
    await page.getByLabel('Title', { exact: true }).fill('The register of dams')
    await page.getByLabel('Exact quote').fill('the register listed 62 large dams in all of Velmora')
    await page.getByRole('button', { name: 'Done' }).click()
    await expect(page.getByText('All changes saved')).toBeVisible()

    const number = await page.getByRole('button', { name: /^Edit source/ }).count()
    const evidence = page.getByRole('group', { name: `Evidence of source ${number}`, exact: true })
    await evidence.getByRole('button', { name: /^Archive now/ }).press('Enter')
    await expect(evidence.getByText(/says it with differences: “the register listed sixty-two/)).toBeVisible()
    await expect(evidence.getByRole('deletion')).toHaveText(/62$/)
    await expect(evidence.getByRole('insertion')).toHaveText(/sixty-two$/)
    await expect(evidence.getByText(/^sha256 [\da-f]{8}…$/)).toBeVisible()
    await page
      .getByRole('button', { name: /^Edit source/ })
      .last()
      .click()
    await page.getByLabel('Exact quote').fill('the register listed sixty-two large dams')
    await page.getByRole('button', { name: 'Done' }).click()
    await expect(evidence.getByText('The quote stands in the archived copy.')).toBeVisible({
      timeout: 30_000,
    })
    await expectNothingForAxe(page)

    said = 'The register is being revised and will be printed again in spring.'
    await evidence.getByRole('button', { name: /^Look again/ }).press('Enter')
    await expect(evidence.getByText(/The page has changed since it was archived/)).toBeVisible()
    const doubt = page.getByText('A source of this claim has changed or is gone.')
    await expect(doubt).toBeVisible()
    await expect(page.getByRole('button', { name: /^Source changed/ })).toContainText('1')
    await expectNothingForAxe(page)

    const downloaded = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Evidence pack' }).click()
    expect((await downloaded).suggestedFilename()).toMatch(/^evidence-.*\.zip$/)
    await evidence.getByRole('button', { name: 'The verdict still holds' }).press('Enter')
    await expect(doubt).toBeHidden()
    await expect(evidence.getByText(/says that the verdict still holds/)).toBeVisible()
  },
)

story('what is known of a source stands beside it where its claim is approved', async ({ browser }) => {
  if (!server) throw new Error('the server did not start')
  const lena = await enterAs(browser, server.origin, 'Lena')
  await openClaimOf(lena, /worst dam failure/)
  const evidence = lena.getByRole('group', { name: 'Evidence of source 1', exact: true })
  await evidence.getByLabel(/^Attach a file/).setInputFiles({
    name: 'inquiry.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('The inquiry counted eighty-four deaths.'),
  })
  await expect(evidence.getByText(/^Attached .*: inquiry\.txt$/)).toBeVisible()
  await evidence.getByRole('button', { name: /^Note on the publisher/ }).press('Enter')
  await lena.getByLabel('How far this publisher can be relied on').fill('Prints its inquiries in full.')
  await lena.getByRole('button', { name: 'Sign the note' }).click()
  await expect(evidence.getByText(/Prints its inquiries in full\./)).toBeVisible()

  const jonas = await enterAs(browser, server.origin, 'Jonas')
  await jonas.goto(`${server.origin}/desk/demo/approvals`)
  await jonas.getByRole('link', { name: /worst dam failure/ }).click()
  await expect(jonas.getByRole('heading', { name: /worst dam failure/ })).toBeVisible()
  const beside = jonas.getByRole('group', { name: 'Evidence of source 1', exact: true })
  await expect(beside.getByText(/^Attached .*: inquiry\.txt$/)).toBeVisible()
  await expect(beside.getByText(/Prints its inquiries in full\./)).toBeVisible()
  await expect(beside.getByText(/The quote is not found in the archived copy/)).toBeVisible()
  await expectNothingForAxe(jonas)
})

story('a second source of one site is said not to be independent, in the room', async ({ browser }) => {
  if (!server) throw new Error('the server did not start')
  const page = await enterAs(browser, server.origin, 'Lena')
  await openClaim(page, 2)
  const before = await page.getByRole('button', { name: /^Edit source/ }).count()
  for (const [path, title] of [
    ['one', 'The first report'],
    ['two', 'The second report'],
  ] as const) {
    await page.getByRole('button', { name: 'Add source' }).click()
    await page
      .getByLabel('Paste a link, or type a title and press Enter')
      .fill(`https://reports.example/${path}`)
    await page.keyboard.press('Enter')
    await page.getByLabel('Title', { exact: true }).fill(title)
    await page.getByRole('button', { name: 'Done' }).click()
    await expect(page.getByText('All changes saved')).toBeVisible()
  }
  const evidence = page.getByRole('group', { name: `Evidence of source ${before + 2}`, exact: true })
  await expect(evidence.getByText(`Not independent of source ${before + 1}: the same site.`)).toBeVisible({
    timeout: 30_000,
  })
})

async function openClaimOf(page: Page, words: RegExp): Promise<void> {
  await page
    .getByRole('link', { name: /^Two thousand driven/ })
    .first()
    .click()
  // While the room comes in, the list still grows.
  await expect(page.getByRole('link', { name: /^Claim 12,/ })).toBeVisible()
  await page.getByRole('navigation', { name: 'Claims' }).getByRole('link', { name: words }).click()
  await page.waitForURL(/claim=/)
}
