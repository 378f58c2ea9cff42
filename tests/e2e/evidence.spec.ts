import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from '@playwright/test'
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
