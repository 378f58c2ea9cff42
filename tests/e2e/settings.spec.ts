import { expect, type Page } from '@playwright/test'
import { enterAs } from './demo'
import { untilHeard } from './keyboard'
import { expectNothingForAxe, inBothThemes } from './looks'
import { type Running, startServer, story as test } from './server'

// What holds for a whole desk is changed here, so this newsroom is of this file alone.
let server: Running
test.beforeAll(async () => {
  test.setTimeout(240_000)
  server = await startServer({ withDemo: true })
})
test.afterAll(async () => server?.remove())

test('who saved one section overwrites no other that a colleague has saved meanwhile, unseen', async ({
  browser,
}) => {
  const [ruth, other] = [await openSettings(browser, 'Ruth'), await openSettings(browser, 'Ruth')]
  await addPoint(other, 'The ministry was called.')
  await savesOf(other, 'Check-list of editors').press('Enter')
  await expect(other.getByText('Saved.')).toBeVisible()

  await addPoint(ruth, 'The register was read.')
  await ruth.getByLabel('Sources needed').fill('3')
  await savesOf(ruth, 'Sources a claim needs').press('Enter')
  await expect(ruth.getByText('Saved.')).toBeVisible()

  const list = ruth.getByRole('region', { name: 'Check-list of editors' })
  const newer = list.getByRole('region', { name: 'Somebody saved this while the form was open' })
  await expect(newer).toContainText('The ministry was called.')
  await expect(list.getByLabel('Point 1', { exact: true })).toHaveValue('The register was read.')
  await expect(savesOf(ruth, 'Check-list of editors')).toHaveText(/^Save mine over it/)
  await inBothThemes(ruth, expectNothingForAxe)
  await newer.getByRole('button', { name: 'Take the newer' }).press('Enter')
  await expect(newer).toHaveCount(0)
  await expect(list.getByLabel('Point 1', { exact: true })).toHaveValue('The ministry was called.')
  await addPoint(ruth, 'The register was read.')
  // What was saved before may still stand as "Saved.": the answer to this one is waited for.
  const kept = ruth.waitForResponse(/checkList\.change/)
  await savesOf(ruth, 'Check-list of editors').press('Enter')
  expect((await kept).ok()).toBe(true)
  await other.reload()
  for (const [number, point] of ['The ministry was called.', 'The register was read.'].entries())
    await expect(
      other
        .getByRole('region', { name: 'Check-list of editors' })
        .getByLabel(`Point ${number + 1}`, { exact: true }),
    ).toHaveValue(point)
})

test('who is told by what another window of theirs has changed sees both', async ({ browser }) => {
  const pages = [
    await enterAs(browser, server.origin, 'Idris'),
    await enterAs(browser, server.origin, 'Idris'),
  ]
  const [one, other] = pages as [Page, Page]
  for (const page of pages) {
    await page.goto(`${server.origin}/desk/demo/notices`)
    await untilHeard(page.getByRole('combobox', { name: 'Mail' }))
  }
  const save = (page: Page) => page.getByRole('button', { name: 'What you are told' })
  await one.getByRole('combobox', { name: 'Mail' }).selectOption('daily')
  await save(one).press('Enter')
  await expect(one.getByText('Saved. It holds from now on.')).toBeVisible()

  const answered = other.getByLabel('Somebody answers in a thread you talked in: Here')
  await answered.uncheck()
  await save(other).press('Enter')
  const newer = other.getByRole('region', { name: 'Somebody saved this while the form was open' })
  await expect(newer).toContainText('At most once a day')
  await expect(answered).not.toBeChecked()
  await expect(save(other)).toHaveText(/^Save mine over it/)
  await save(other).press('Enter')
  await expect(other.getByText('Saved. It holds from now on.')).toBeVisible()
  await expect(newer).toHaveCount(0)
  await one.reload()
  await expect(one.getByLabel('Somebody answers in a thread you talked in: Here')).not.toBeChecked()
})

async function openSettings(browser: Parameters<typeof enterAs>[0], person: string): Promise<Page> {
  const page = await enterAs(browser, server.origin, person, { at: '/desk/demo/settings' })
  await untilHeard(page.getByRole('button', { name: 'Add a point' }))
  return page
}

async function addPoint(page: Page, words: string) {
  await page.getByRole('button', { name: 'Add a point' }).press('Enter')
  await page.keyboard.type(words)
}

/** The button that saves a section, whatever it says. */
const savesOf = (page: Page, section: string) =>
  page.getByRole('region', { name: section }).getByRole('button', { name: /^Save/ })
