import { expect } from '@playwright/test'
import { aPdf, aWordFile, column } from '../write-files'
import { expectToFit } from './looks'
import { foundDesk, somebody } from './people'
import { startServer, story as test } from './server'

const ruth = { name: 'Ruth Adeyemi', email: 'ruth@meridian.example' }
const idris = { name: 'Idris Okoye', email: 'idris@meridian.example' }

const report = aPdf([
  [
    { text: 'Report on the dam', x: 60, y: 760, size: 20 },
    ...column(['The wall had been cracked since the spring of 2019.'], { x: 60, y: 700 }),
  ],
])
const story = aWordFile([
  { text: 'Dam gives way', style: 'Title' },
  { text: 'Two thousand people were driven from their' },
  { text: 'homes when the dam gave way.' },
  { text: 'Nobody had acted, the engineers said.', style: 'Quote' },
])

test('several files are read, and looked at one after the other before they are frozen', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const server = await startServer()
  try {
    const page = await somebody(browser)
    await foundDesk(page, server.origin, ruth, idris)
    await page.getByRole('link', { name: 'Desk', exact: true }).click()
    await page.getByRole('button', { name: 'Files' }).click()
    await page.getByLabel(/choose a file/).setInputFiles([
      { name: 'dam.docx', mimeType: 'application/octet-stream', buffer: story },
      { name: 'broken.pdf', mimeType: 'application/pdf', buffer: report.subarray(0, 90) },
      { name: 'report.pdf', mimeType: 'application/pdf', buffer: report },
    ])
    const files = page.getByRole('list', { name: 'Your files' })
    await expect(files.getByRole('listitem').filter({ hasText: 'broken.pdf' })).toContainText('damaged')
    await expect(page.getByText('2 of 3 files read')).toBeVisible()
    await page.getByRole('link', { name: 'Look at the first' }).click()

    await expect(page.getByLabel('Title')).toHaveValue('Dam gives way')
    await expect(page.frameLocator('iframe[title="Original"]').getByText('Nobody had acted')).toBeVisible()
    await expectToFit(page)
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('m')
    await expect(
      page.getByText('Two thousand people were driven from their homes when the dam gave way.'),
    ).toBeVisible()
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await expect(page.getByText('1 block left out')).toBeVisible()
    await page.getByRole('button', { name: 'Freeze and look at the next' }).click()

    await expect(page.getByLabel('Title')).toHaveValue('Report on the dam')
    await page.getByRole('button', { name: 'Freeze and open' }).click()
    await page.waitForURL(/\/articles\//)
    await expect(page.getByText('The wall had been cracked since the spring of 2019.')).toBeVisible()
    await page.goto(`${server.origin}/desk/import?url=https://ledger.example/dam`)
    await expect(page.getByLabel('Web address')).toHaveValue('https://ledger.example/dam')
    await expectToFit(page)
  } finally {
    await server.remove()
  }
})
