import { expect, type Page } from '@playwright/test'
import { enterAs, openDemo } from './demo'
import { type Running, startServer, story as test } from './server'

// Words are removed from every claim of an article here, so this newsroom is of this file alone.
let server: Running
test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000)
  // Its log is signed under its own address from the first entry on.
  server = await startServer()
  await openDemo(browser, server.origin)
})
test.afterAll(async () => server?.remove())

type Named = { name: string; mimeType: string; buffer: Buffer }

test('a reader verifies a record in the browser, also offline, and a changed one is named', async ({
  browser,
}) => {
  const page = await (await browser.newContext()).newPage()
  const version = `${server.origin}/c/1/v/1`
  await expect(async () => expect((await page.goto(version))?.status()).toBe(200)).toPass()
  await expect(page.locator('script[src]')).toHaveCount(0)
  await page.getByRole('link', { name: 'Verify it in your browser.' }).click()
  await expect(says(page, 'This record is the one that was sealed.')).toBeVisible()
  await expect(page.getByText(/^Yes: Entry \d+ is in the log of \d+ entries\.$/)).toBeVisible()
  await expect(page.getByText(/^(Yes: The log of .* is signed|Not checked:)/)).toBeVisible()

  const policy = (await page.request.get(`${server.origin}/log/verify`)).headers()['content-security-policy']
  expect(policy).toContain("script-src 'self'")
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe')

  const files = await filesOf(version)
  await page.goto(`${server.origin}/log/verify`)
  const choose = (chosen: Named[]) => page.getByLabel('The record and its proof').setInputFiles(chosen)
  await expect(page.getByLabel('The key that signs the log')).toBeVisible()
  await page.context().setOffline(true)
  await choose(files)
  await expect(says(page, 'This record is the one that was sealed.')).toBeVisible()

  const record = JSON.parse(files[0]?.buffer.toString() ?? '')
  const changed = { ...record, content: { ...record.content, authors: ['Somebody Else'] } }
  await choose([{ ...named('record.json'), buffer: Buffer.from(JSON.stringify(changed)) }, ...files.slice(1)])
  await expect(says(page, 'This record does not hold.')).toBeVisible()
  await expect(page.getByText('something else in the record was changed')).toBeVisible()

  const proof = files[1]?.buffer.toString() ?? ''
  const lines = proof.split('\n')
  lines[3] = Buffer.alloc(32).toString('base64')
  await choose([...files.slice(0, 1), { ...named('proof.txt'), buffer: Buffer.from(lines.join('\n')) }])
  await expect(page.getByText(/^No: Entry \d+ is not in the log that was signed/)).toBeVisible()
})

test('a reader verifies a version of a dossier in the browser, and a changed one is named', async ({
  browser,
}) => {
  const page = await (await browser.newContext()).newPage()
  await expect(async () => expect((await page.goto(`${server.origin}/d/1`))?.status()).toBe(200)).toPass()
  await page.getByRole('link', { name: 'Verify it in your browser.' }).click()
  await expect(says(page, 'This record is the one that was sealed.')).toBeVisible()
  await expect(
    page.getByText(/^Yes: The record of dossier 1, version 1 is what entry \d+ seals\.$/),
  ).toBeVisible()

  const [record, proof] = await filesOf(`${server.origin}/d/1/v/1`)
  if (!record || !proof) throw new Error('two files were read')
  const said = JSON.parse(record.buffer.toString())
  const changed = { ...said, content: { ...said.content, name: 'Nothing happened' } }
  await page.goto(`${server.origin}/log/verify`)
  await page
    .getByLabel('The record and its proof')
    .setInputFiles([{ ...named('record.json'), buffer: Buffer.from(JSON.stringify(changed)) }, proof])
  await expect(says(page, 'This record does not hold.')).toBeVisible()
  await expect(
    page.getByText(/^No: The record is not what entry \d+ seals for dossier 1, version 1/),
  ).toBeVisible()
})

test('two editors remove words under law; readers see bars with the ground, and a check says redacted', async ({
  browser,
}) => {
  const ruth = await enterAs(browser, server.origin, 'Ruth')
  const address = await openClaim(ruth, /^Two thousand driven/, 2)
  const path = await ruth.getByRole('link', { name: 'Read the public page' }).getAttribute('href')
  const number = /\/c\/(\d+)/.exec(path ?? '')?.[1]
  const word = 'dawn'
  await ruth.getByRole('button', { name: 'Remove words under law' }).focus()
  await ruth.keyboard.press('Enter')
  const asking = ruth.getByRole('dialog')
  await asking.getByLabel('Words that must go').fill(word)
  await expect(asking.getByRole('link', { name: new RegExp(`^Claim ${number}, version 1`) })).toBeVisible()
  await asking.getByLabel('Law').fill('GDPR Art. 17')
  await asking.getByLabel('Court, if one ordered it').fill('LG Hamburg')
  await asking.getByLabel('Number of the order or request').fill('324 O 1/26')
  await asking.getByLabel('What readers are told').fill('A court has ordered us to remove a word.')
  await asking.getByRole('button', { name: 'Ask a second editor' }).focus()
  await ruth.keyboard.press('Enter')
  await expect(ruth.getByText('Ruth Adeyemi asks to remove words under law')).toBeVisible()
  await ruth.getByRole('button', { name: 'Look at it and decide' }).click()
  await expect(ruth.getByText('You asked for it, so another editor must confirm it.')).toBeVisible()

  const jonas = await enterAs(browser, server.origin, 'Jonas')
  await jonas.goto(address)
  await jonas.getByRole('button', { name: 'Look at it and decide' }).click()
  const deciding = jonas.getByRole('dialog')
  await expect(deciding.getByRole('link', { name: new RegExp(`^Claim ${number}, version 1`) })).toBeVisible()
  await deciding.getByRole('button', { name: 'Remove the words' }).click()
  await expect(jonas.getByText('The words are removed. The pages are being made again.')).toBeVisible()

  const reader = await (await browser.newContext()).newPage()
  await expect(async () => {
    await reader.goto(`${server.origin}/c/${number}`)
    await expect(reader.getByText('GDPR Art. 17, LG Hamburg, 324 O 1/26').first()).toBeVisible({
      timeout: 1_000,
    })
  }).toPass()
  await expect(reader.getByRole('img', { name: 'words removed under law' }).first()).toBeVisible()
  expect(await reader.content()).not.toMatch(/\bdawn\b/)
  await reader.getByRole('link', { name: 'Verify it in your browser.' }).click()
  await expect(says(reader, 'Words were removed from this record under law.')).toBeVisible()
})

test('readers see what the log is, how it stands and its newest entries, without a script', async ({
  browser,
}) => {
  const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await reader.goto(`${server.origin}/log`)
  await expect(reader.getByRole('heading', { name: 'The public log' })).toBeVisible()
  await reader
    .getByRole('link', { name: /^claim \d+, version \d+$/ })
    .first()
    .click()
  await expect(reader.getByRole('heading', { name: 'Verify this record' })).toBeVisible()
  await reader.goto(`${server.origin}/log/verify`)
  await expect(reader.getByText('This page alone among our public pages needs a script')).toBeVisible()
})

const says = (page: Page, text: string) => page.getByRole('heading', { name: text })
const named = (name: string) => ({ name, mimeType: 'application/octet-stream' })

async function filesOf(version: string): Promise<Named[]> {
  return Promise.all(
    ['record.json', 'proof.txt'].map(async (name) => {
      const response = await fetch(`${version}/${name}`)
      return { ...named(name), buffer: Buffer.from(await response.arrayBuffer()) }
    }),
  )
}

/** Opens an article of the desk and one of its claims; gives the address of both. */
async function openClaim(page: Page, article: RegExp, number: number): Promise<string> {
  await page.getByRole('link', { name: article }).first().click()
  await page.getByRole('link', { name: new RegExp(`^Claim ${number},`) }).click()
  await expect(page.getByRole('heading', { name: `Claim ${number}`, exact: true })).toBeVisible()
  return page.url()
}
