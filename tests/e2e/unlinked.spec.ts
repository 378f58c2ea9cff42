import { expect, type Page } from '@playwright/test'
import { enterArticle, openClaim } from './demo'
import { expectToFit, inBothThemes } from './looks'
import { type Running, startServer, story as test } from './server'

let server: Running
test.beforeAll(async () => {
  server = await startServer({
    withDemo: true,
    env: { SECRET_KEY: 'a key of the stories, long enough for all' },
  })
})
test.afterAll(() => server.remove())

const secret = 'Her name is Mira Tallis, call after six.'

test('a call on background, a confidential source, a search and a request are written down, and only an editor reads the details', async ({
  browser,
}) => {
  const lena = await enterArticle(browser, server.origin, 'Lena')
  await openClaim(lena, 2)
  await writeCall(lena)
  await writeConfidential(lena)
  await writeAsked(lena)
  await expect(lena.getByText('All changes saved')).toBeVisible()
  await inBothThemes(lena, expectToFit)

  const jonas = await enterArticle(browser, server.origin, 'Jonas')
  await openClaim(jonas, 2)
  await expect(jonas.getByText('Ada Quell, a ministry official')).toBeVisible()
  await expect(jonas.getByText(secret)).toHaveCount(0)
  await jonas
    .getByRole('listitem')
    .filter({ hasText: 'A confidential source' })
    .getByRole('button')
    .press('Enter')
  await jonas.getByRole('button', { name: 'Read the notes' }).press('Enter')
  await expect(jonas.getByText(secret)).toBeVisible()
})

async function writeCall(page: Page) {
  await page.getByRole('button', { name: 'Add a call, mail, meeting or paper' }).press('Enter')
  await page.getByLabel('Terms').selectOption('On background')
  await expect(page.getByText('Readers get the role and the quote, never the name.')).toBeVisible()
  await page.getByLabel('Name', { exact: true }).fill('Ada Quell')
  await page.getByLabel('Role, as readers may be told').fill('a ministry official')
  await page.getByLabel('Kind of source').selectOption('Expert')
  await page.getByLabel('Refutes').check()
  await page.getByLabel('Name', { exact: true }).press('Escape')
  await expect(page.getByText('Ada Quell, a ministry official')).toBeVisible()
}

async function writeConfidential(page: Page) {
  await page.getByRole('button', { name: 'Add a confidential source' }).press('Enter')
  await page.getByLabel('Why it is withheld').fill('to protect the source')
  await expect(page.getByText('All changes saved')).toBeVisible()
  await page.getByLabel('Note', { exact: true }).fill(secret)
  await page.getByRole('button', { name: 'Keep for editors' }).press('Enter')
  await expect(page.getByText('Kept. Only editors can read it.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Read the notes' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Done', exact: true }).press('Enter')
  await expect(page.getByText('Withheld: to protect the source')).toBeVisible()
}

async function writeAsked(page: Page) {
  await page.getByRole('button', { name: 'Add a search' }).press('Enter')
  const search = page.getByRole('group', { name: 'Search 1' })
  await search.getByLabel('For what').fill('A second inspection report')
  await search.getByLabel('Where').fill('Archive of the dam authority')
  await search.getByRole('button', { name: 'Done' }).press('Enter')
  await expect(page.getByText('A second inspection report')).toBeVisible()
  await page.getByRole('button', { name: 'Add who was asked' }).press('Enter')
  const request = page.getByRole('group', { name: 'Request 1' })
  await request.getByLabel('Whom we asked').fill('The dam authority')
  await request.getByLabel('Asked on').fill('2026-03-01')
  await request.getByLabel('Answer asked for by').fill('2026-03-02')
  await request.getByRole('button', { name: 'Done' }).press('Enter')
  await expect(page.getByText('The dam authority was to answer by 2 March 2026.')).toBeVisible()
}
