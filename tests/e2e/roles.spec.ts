import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { addressOf, asAdmin } from '../admin'
import { type Cluster, startCluster } from '../cluster'
import { enterAs, openDemo } from './demo'
import { aDump } from './people'
import { freePort, type Running, startServer, story as test } from './server'

const secret = 'the same words for both processes of this file'
const running: Running[] = []
let postgres: Cluster
let [databaseUrl, dataDir] = ['', '']

test.beforeAll(async ({ browser }) => {
  postgres = await startCluster()
  const name = `${postgres.prefix}_roles`
  await asAdmin(postgres.adminUrl, `create database ${name} template ${postgres.prefix}_template`)
  databaseUrl = addressOf(postgres.adminUrl, name)
  dataDir = mkdtempSync(join(tmpdir(), 'proofroom-roles-'))
  const [web, rooms] = [await freePort(), await freePort()]
  const shared = { CLUSTER_SECRET: secret, PUBLIC_ORIGIN: `http://127.0.0.1:${web}` }
  running.push(
    await startServer({
      ...{ dataDir, databaseUrl, port: web },
      env: { ...shared, ROLE: 'web', ADVERTISE_URL: `http://127.0.0.1:${web}` },
    }),
    await startServer({
      ...{ dataDir, databaseUrl, port: rooms },
      env: { ...shared, ROLE: 'rooms', ADVERTISE_URL: `http://127.0.0.1:${rooms}` },
    }),
  )
  await openDemo(browser, running[0]?.origin ?? '')
})

test.afterAll(async () => {
  for (const server of running) await server.remove()
  await postgres.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

test('what is decided in the page of one process is seen at once by those in the room of another', async ({
  browser,
}) => {
  const origin = running[0]?.origin ?? ''
  const [author, editor] = [await enterAs(browser, origin, 'Tomas'), await enterAs(browser, origin, 'Jonas')]
  await author
    .getByRole('link', { name: /^Two thousand driven/ })
    .first()
    .click()
  await author.getByRole('navigation', { name: 'Claims' }).getByText('Warning sirens in Tolm').click()
  await expect(author.getByRole('textbox', { name: 'Statement' })).toHaveValue(/^Warning sirens in Tolm/)
  await expect(author.getByText('All changes saved')).toBeVisible()
  await editor.goto(`${origin}/desk/demo/approvals`)
  await editor
    .getByRole('link', { name: /Warning sirens in Tolm/ })
    .first()
    .click()
  await editor.waitForURL(/\/approvals\/[\da-f-]{36}$/)
  await expect(editor.getByRole('heading', { name: /^Warning sirens in Tolm/ })).toBeVisible()
  await editor.keyboard.press('r')
  await editor.getByLabel('Note to the authors').fill('Ask the operator for the log again.')
  await editor.getByRole('button', { name: /^Return/ }).click()
  await expect(editor.getByText('Returned to its authors.')).toBeVisible()
  await expect(author.getByText('Ask the operator for the log again.')).toBeVisible()
})

test('a claim marked in the page of one process is kept by the room in another', async ({ browser }) => {
  const [web, rooms] = running
  const page = await enterAs(browser, web?.origin ?? '', 'Ruth')
  // A press before the page's script is there does nothing, as for people: it is pressed again.
  await expect(async () => {
    await page.getByRole('button', { name: 'File' }).click()
    await expect(page.getByLabel(/choose a file/)).toBeAttached({ timeout: 2_000 })
  }).toPass()
  await page.getByLabel(/choose a file/).setInputFiles(aDump())
  await page.getByRole('button', { name: 'Freeze and open' }).click()
  await page.waitForURL(/\/articles\//)
  await paragraph(page).click({ clickCount: 3 })
  await expect(page.getByRole('toolbar', { name: /^Selected text/ })).toBeVisible()
  await page.keyboard.press('m')
  await expect(claimsIn(page)).toHaveCount(1)
  await expect(page.getByText('All changes saved')).toBeVisible()
  // The room goes, comes back, and has it.
  await rooms?.restart()
  await page.reload()
  await expect(claimsIn(page)).toHaveCount(1)
  // And takes more, from a window that came through the other process while the room was away.
  await expect(page.getByText('All changes saved')).toBeVisible()
  await paragraph(page, 0).click({ clickCount: 3 })
  await expect(page.getByRole('toolbar', { name: /^Selected text/ })).toBeVisible()
  await page.keyboard.press('m')
  await expect(claimsIn(page)).toHaveCount(2)
  await expect(page.getByText('All changes saved')).toBeVisible()
})

test('a process for rooms answers for its health and has no pages', async () => {
  const rooms = running[1]?.origin ?? ''
  expect(await (await fetch(`${rooms}/api/health`)).json()).toEqual({ ok: true })
  expect((await fetch(`${rooms}/sign-in`)).status).toBe(404)
})

test('a second process that could not share the rooms is refused with a sentence', async () => {
  const alone = startServer({ dataDir, databaseUrl })
  await expect(alone).rejects.toThrow(/Several need ADVERTISE_URL and CLUSTER_SECRET/)
  const elsewhere = mkdtempSync(join(tmpdir(), 'proofroom-roles-'))
  const env = {
    CLUSTER_SECRET: secret,
    PUBLIC_ORIGIN: running[0]?.origin ?? '',
    ADVERTISE_URL: 'http://127.0.0.1:9',
  }
  await expect(startServer({ dataDir: elsewhere, databaseUrl, env })).rejects.toThrow(/DATA_DIR/)
  rmSync(elsewhere, { recursive: true, force: true })
})

function paragraph(page: Page, index = 1) {
  return page
    .getByRole('article')
    .getByRole('paragraph')
    .filter({ hasText: /\w{3}.{120}/ })
    .nth(index)
}

function claimsIn(page: Page) {
  return page.getByRole('navigation', { name: 'Claims' }).getByRole('listitem').getByRole('link')
}
