import { expect } from '@playwright/test'
import { enterAs } from './demo'
import { expectNothingForAxe, expectToFit, inBothThemes } from './looks'
import { test } from './server'

const table = [
  'Wo;Was;Wann;Urteil',
  'https://old.example/wall;The wall is older than the town;2019-05-04;Mostly false',
  'https://old.example/pier;The pier was closed in winter;2018;Pants on fire',
  'nowhere;The mill burnt down;2018;False',
].join('\n')

test('an editor takes in earlier checks from a table with names of its own, once, and readers find them', async ({
  browser,
  server,
}) => {
  const ruth = await enterAs(browser, server.origin, 'Ruth')
  await ruth.goto(`${server.origin}/desk/demo/settings`)
  const section = ruth.getByRole('region', { name: 'Checks from before Proofroom' })
  const choose = () =>
    section
      .getByLabel('File with earlier checks')
      .setInputFiles({ name: 'old.csv', mimeType: 'text/csv', buffer: Buffer.from(table) })
  const columns = { 'Address of the check': 'Wo', 'What was checked': 'Was', Verdict: 'Urteil' }
  const match = async () => {
    for (const [field, column] of Object.entries({ ...columns, 'Day it was published': 'Wann' }))
      await section.getByLabel(field).selectOption(column)
  }
  const look = section.getByRole('button', { name: 'Show what would come in' })
  await choose()
  for (const [field, column] of Object.entries(columns)) await section.getByLabel(field).selectOption(column)
  await look.press('Enter')
  await expect(section.getByRole('alert')).toHaveText('Say which column has: Day it was published.')
  await match()
  await look.press('Enter')
  await expect(section.getByRole('status')).toHaveText(
    'New: 2. Changed: 0. Here already: 0. Cannot come in: 1.',
  )
  const staysOut = section.getByRole('list', { name: 'What cannot come in' })
  await expect(staysOut).toContainText('The mill burnt down')
  await expect(staysOut).toContainText('The address is not one.')
  await expect(section.getByRole('list', { name: 'What would come in' })).toContainText('2019-05-04 · new')
  await inBothThemes(ruth, expectNothingForAxe)
  await ruth.setViewportSize({ width: 320, height: 700 })
  await expectToFit(ruth)

  const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await reader.goto(`${server.origin}/earlier`)
  await expect(reader.getByText('The wall is older than the town')).toHaveCount(0)
  await section.getByRole('button', { name: 'Take in 2 checks' }).press('Enter')
  await expect(section.getByRole('status')).toContainText('Taken in: 2 new, 0 changed.')
  await expect(async () => {
    await reader.goto(`${server.origin}/earlier`)
    const wall = reader.getByRole('link', { name: 'The wall is older than the town' })
    // A page of readers does not change while it is looked at.
    await expect(wall).toHaveAttribute('href', 'https://old.example/wall', { timeout: 2_000 })
    await expect(reader.getByRole('listitem').filter({ has: wall })).toContainText('Mostly false')
    await expect(reader.getByRole('listitem').filter({ has: wall })).toContainText('4 May 2019')
  }).toPass()

  await choose()
  await match()
  await look.press('Enter')
  await expect(section.getByRole('status')).toHaveText(
    'New: 0. Changed: 0. Here already: 2. Cannot come in: 1.',
  )
  await expect(section.getByRole('button', { name: /^Take in/ })).toHaveCount(0)
})
