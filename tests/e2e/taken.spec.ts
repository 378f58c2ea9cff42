import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { enterAs } from './demo'
import { expectNothingForAxe } from './looks'
import { test } from './server'

test('an editor takes out the desk’s claims and joins two spellings, and readers follow them to the speaker’s page', async ({
  browser,
  server,
}) => {
  const ruth = await enterAs(browser, server.origin, 'Ruth', { at: '/desk/demo/settings' })
  const download = ruth.waitForEvent('download')
  await ruth.getByRole('link', { name: 'as CSV' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('claims-demo.csv')
  expect(await readFile(await file.path(), 'utf8')).toMatch(/^id,articleId,article,/)

  const names = ruth.getByRole('region', { name: 'Names readers find checks by' })
  const spelling = names.getByLabel('Spelling')
  const option = await spelling.locator('option', { hasText: ', speaker,' }).first().innerText()
  await spelling.selectOption({ label: option })
  await names.getByRole('button', { name: 'Join' }).click()
  await expect(ruth.getByText('Write the name under which the checks are to be listed.')).toBeVisible()
  await names.getByLabel('Listed under').fill('Somebody Known')
  await names.getByRole('button', { name: 'Join' }).click()
  const joined = names.getByRole('list', { name: 'Joined names' })
  await expect(joined).toContainText('is listed under “Somebody Known”')
  await expectNothingForAxe(ruth)

  const reader = await (await browser.newContext()).newPage()
  await expect(async () => {
    const answer = await reader.goto(`${server.origin}/speakers/somebody-known`)
    expect(answer?.status()).toBe(200)
  }).toPass()
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('What we checked of Somebody Known')
  await expectNothingForAxe(reader)
  await reader.locator('.pub-list a').first().click()
  const word = reader.waitForEvent('download')
  await reader.getByRole('link', { name: 'Word' }).click()
  expect((await word).suggestedFilename()).toMatch(/^check-\d+-v\d+\.docx$/)
  await reader.locator('figcaption a[href^="/speakers/"]').click()
  await expect(reader).toHaveURL(/\/speakers\/somebody-known$/)

  await joined.getByRole('button', { name: 'Take apart' }).click()
  await expect(joined).toHaveCount(0)
})

test('the data set is there for readers, with its licence', async ({ page, server }) => {
  await expect(async () => {
    expect((await page.goto(`${server.origin}/dataset`))?.status()).toBe(200)
  }).toPass()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All checks as a data set')
  await expectNothingForAxe(page)
  const csv = await page.request.get(`${server.origin}/dataset/claims.csv`)
  expect(csv.headers()['access-control-allow-origin']).toBe('*')
  expect(await csv.text()).toMatch(/^claim,version,kind,/)
})
