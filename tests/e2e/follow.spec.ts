import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, expect, type Page } from '@playwright/test'
import { Client } from 'pg'
import { enterAs } from './demo'
import { expectNothingForAxe, expectToFit, inBothThemes } from './looks'
import { type Running, startServer, story as test } from './server'

const address = 'ines@reader.example'

let server: Running
test.beforeAll(async () => {
  test.setTimeout(300_000)
  server = await startServer({ withDemo: true })
})
test.afterAll(async () => void (await server?.remove()))

test('a reader without JavaScript follows a desk, confirms, is told of a new check, and leaves with one press', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const editor = await enterAs(browser, server.origin, 'Ruth')
  await becomeReal()
  const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await reader.goto(`${server.origin}/desks/demo/follow`)
  await reader.getByRole('textbox', { name: 'Your e-mail' }).fill('ines')
  const send = reader.getByRole('button', { name: 'Send me the link' })
  // Nobody is this quick: it is sent again, and again tells what is wrong with what was typed.
  await expect(async () => {
    await send.click()
    await expect(reader.getByText('This is not an e-mail address.')).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await reader.getByRole('textbox', { name: 'Your e-mail' }).fill(address)
  await send.click()
  await expect(reader.getByRole('heading', { name: 'Look into your mail' })).toBeVisible()

  const confirm = await linkIn(/\S+\/follows\/confirm\/[\w-]+/)
  await reader.goto(confirm)
  await look(browser, [confirm, `${server.origin}/desks/demo/follow`])
  await reader.getByRole('button', { name: 'Yes, follow' }).click()
  await expect(reader.getByRole('heading', { name: 'You follow this now' })).toBeVisible()

  await approve(editor)
  const leave = await linkIn(/(?<=choose what you follow: )\S+\/follows\/leave\/[\w.-]+/)
  expect(mails().join()).toContain('New check, Meridian Fact Desk')
  await reader.goto(leave)
  await look(browser, [leave])
  await reader.getByRole('button', { name: 'Stop all mail and delete my address' }).click()
  await expect(reader.getByText('Your address is deleted.')).toBeVisible()
})

test('a reader without JavaScript narrows the list of checks by a choice, and sees all again', async ({
  browser,
}) => {
  const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await reader.goto(`${server.origin}/latest`)
  const all = await reader.locator('.pub-list > li').count()
  await reader.getByLabel('Verdict').selectOption({ label: 'False' })
  await reader.getByRole('button', { name: 'Show these' }).click()
  await expect(reader.getByRole('heading', { name: 'Checks you asked for' })).toBeVisible()
  await expect(reader.getByLabel('Verdict')).toHaveValue('false')
  expect(await reader.locator('.pub-list > li').count()).toBeLessThan(all)
  const narrowed = reader.url()
  await reader.getByRole('link', { name: 'Show all checks' }).click()
  await expect(reader.locator('.pub-list > li')).toHaveCount(all)
  await reader.locator('.pub-item').first().click()
  const topic = reader.getByText('Topics:').getByRole('link').first()
  const about = (await topic.textContent()) ?? ''
  await topic.click()
  await expect(reader.getByRole('heading', { level: 1 })).toContainText(about)
  await look(browser, [`${server.origin}/latest`, narrowed, reader.url()])
})

/** The demo sends no mail: here its desk becomes one that does. */
async function becomeReal(): Promise<void> {
  const client = new Client({ connectionString: server.databaseUrl() })
  await client.connect()
  await client.query('update desks set is_demo = false')
  await client.end()
}

/** Publishes the first claim that waits. */
async function approve(page: Page): Promise<void> {
  await page.goto(`${server.origin}/desk/demo/approvals`)
  const waiting = page.locator('a[href*="/approvals/"]').first()
  await waiting.click()
  await page.waitForURL(/\/approvals\/[\da-f-]{36}$/)
  await page.getByRole('button', { name: /^Approve/ }).click()
  await page.getByRole('button', { name: /^Publish version/ }).click()
  await expect(page.getByText(/Version \d+ is published\./)).toBeVisible()
}

/** What the mail folder holds, with the line breaks of its encoding undone. */
function mails(): string[] {
  const folder = join(server.dataDir, 'maildrop')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .map((name) =>
      readFileSync(join(folder, name), 'utf8')
        .replace(/=\r?\n/g, '')
        .replaceAll('=3D', '='),
    )
}

/** The first address of this kind in any mail, once one has come. */
async function linkIn(kind: RegExp): Promise<string> {
  let found: string | undefined
  await expect(async () => {
    found = mails().flatMap((mail) => kind.exec(mail)?.[0] ?? [])[0]
    expect(found).toBeDefined()
  }).toPass({ timeout: 90_000 })
  return found ?? ''
}

/** Axe finds nothing in light, in dark and on a phone; it needs scripts of its own. */
async function look(browser: Browser, addresses: string[]): Promise<void> {
  const looking = await (await browser.newContext({ bypassCSP: true })).newPage()
  for (const one of addresses) {
    await looking.goto(one)
    await expect(looking.getByRole('heading', { level: 1 })).toBeVisible()
    await inBothThemes(looking, expectNothingForAxe)
    await expectToFit(looking)
  }
  await looking.context().close()
}
