import { expect } from '@playwright/test'
import { enterAs } from './demo'
import { expectToFit, inBothThemes } from './looks'
import { test } from './server'

const story = [
  'The old weir at Lund moved by less than three millimetres during the flood of February.',
  'Engineers had feared that the stone apron would be washed out below the third pillar.',
  'Divers put fourteen sensors on the pillars in January and read them each morning.',
].join('\n\n')

const annotation = (exact: string, text: string) => ({
  ...{ text, tags: ['floods'], user: 'acct:tove@annotate.example' },
  target: [{ selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }] }],
})

test('annotations made elsewhere become claims where they stand, and a person says of the doubtful one', async ({
  browser,
  server,
}) => {
  const page = await enterAs(browser, server.origin, 'Idris')
  await page.getByRole('button', { name: 'Paste text' }).click()
  await page.getByLabel('Text or HTML of the article').fill(story)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByLabel('Title').fill('The weir that moved')
  await page.getByRole('button', { name: 'Freeze and open' }).click()
  await page.waitForURL(/\/articles\//)

  await page.getByRole('button', { name: 'Import annotations' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Annotations from elsewhere' })
  const choose = (name: string, content: string) =>
    dialog
      .getByLabel('File of annotations')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) })
  await choose('notes.json', '<html>')
  await expect(dialog.getByRole('alert')).toContainText('no annotations that can be read')
  const annotations = [
    annotation('moved by less than three millimetres', 'Measured by whom?'),
    annotation('Builders feared the stone apron was washed out below a pillar', 'Which pillar?'),
    annotation('The bridge was closed to all traffic until the summer', 'Why?'),
  ]
  await choose('export.json', JSON.stringify({ annotations }))
  await expect(dialog.getByText('1 placed, 1 to look at, 1 not in this text.')).toBeVisible()
  await inBothThemes(page, expectToFit)
  await dialog.getByRole('checkbox', { name: /stone apron/ }).press('Space')
  await dialog.getByRole('button', { name: 'Mark 2 as claims' }).press('Enter')

  const claims = page.getByRole('navigation', { name: 'Claims' })
  await expect(claims.getByText('“moved by less than three millimetres”')).toBeVisible()
  await page.getByRole('link', { name: /^Claim 1,/ }).click()
  await expect(page.getByText('tove: Measured by whom?')).toBeVisible()
  await expect(page.getByText('All changes saved')).toBeVisible()
})
