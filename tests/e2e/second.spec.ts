import { expect, type Page } from '@playwright/test'
import { enterAs } from './demo'
import { expectNothingForAxe, inBothThemes } from './looks'
import { type Running, startServer, story as test } from './server'

// Whoever was in the article for another file could not judge it blind, so this newsroom is of this file alone.
let server: Running
test.beforeAll(async () => {
  test.setTimeout(240_000)
  server = await startServer({ withDemo: true })
})
test.afterAll(async () => server?.remove())

test('who is asked for a second verdict is kept from the article, judges it in its text, and then sees everything', async ({
  browser,
}) => {
  const desk = `${server.origin}/desk/demo`
  const ruth = await enterAs(browser, server.origin, 'Ruth')
  const whenAsked = ruth.getByRole('radio', { name: 'When an editor asks for one' })
  // What is chosen before the page's script is there is not kept, as for people: it is chosen again.
  await expect(async () => {
    await ruth.goto(`${desk}/settings`)
    if (await whenAsked.isChecked()) return
    await whenAsked.check()
    await ruth.getByRole('button', { name: 'Save Second verdicts' }).click()
    await expect(ruth.getByText('Saved')).toBeVisible()
    await ruth.reload()
    await expect(whenAsked).toBeChecked({ timeout: 2_000 })
  }).toPass()

  const handed = submissionsHandedTo(ruth)
  await ruth.goto(`${desk}/approvals`)
  const queue = ruth.locator('.appr-queue')
  const first = idIn(await queue.locator('[aria-current]').getAttribute('href'))
  // A claim that Tomas is no author of.
  await ruth.getByRole('link', { name: /worst dam failure/ }).press('Enter')
  const second = ruth.getByRole('region', { name: 'Second verdict', exact: true })
  const heading = ruth.getByRole('main').getByRole('heading', { level: 2, name: /worst dam failure/ })
  const claim = (await heading.innerText()).trim()
  const place = await ruth.getByRole('main').locator('header').getByRole('link').getAttribute('href')
  await second.getByLabel('Ask for a second verdict').selectOption('Tomas Vey')
  await second.getByRole('button', { name: 'Ask' }).press('Enter')
  await expect(second).toContainText('Ruth Adeyemi asked Tomas Vey.')
  // What the next key would open was not fetched: whoever has it could judge it blind no more.
  expect(await queue.getByRole('link').count()).toBeGreaterThan(2)
  expect(handed()).toContain(idIn(ruth.url()))
  expect([first, idIn(ruth.url())]).toEqual(expect.arrayContaining(handed()))
  await expect(ruth.getByText('Tomas Vey was asked for a second verdict. Wait for it')).toBeVisible()

  const tomas = await enterAs(browser, server.origin, 'Tomas')
  await tomas.goto(`${server.origin}${place}`)
  await expect(tomas.getByRole('heading', { name: 'Judge first' })).toBeVisible()
  await tomas.goto(desk)
  const mine = tomas.locator('.queue').filter({ hasText: 'Assigned to me' })
  await mine.getByRole('link', { name: /Ruth Adeyemi asks for your verdict/ }).press('Enter')
  await expect(tomas.getByRole('heading', { name: claim })).toBeVisible()
  await inBothThemes(tomas, expectNothingForAxe)
  await tomas.getByRole('radio', { name: /^False/ }).check()
  await tomas.getByRole('button', { name: 'Give the verdict' }).press('Enter')
  await expect(tomas.getByText('Say why, in a sentence.')).toBeVisible()
  await tomas.getByLabel('Why').fill('The dam at Orsk took more lives.')
  // What is written stays with the claim until it is given.
  await tomas.reload()
  await expect(tomas.getByLabel('Why')).toHaveValue('The dam at Orsk took more lives.')
  await tomas.getByRole('radio', { name: /^False/ }).check()
  await tomas.getByRole('button', { name: 'Give the verdict' }).press('Enter')
  await expect(tomas.getByRole('textbox', { name: 'Statement' })).toHaveValue(claim)

  await ruth.reload()
  await expect(second).toContainText('The dam at Orsk took more lives.')
  await expect(second).toContainText('False')
  await inBothThemes(ruth, expectNothingForAxe)
  await ruth.getByRole('button', { name: /^Approve/ }).press('Enter')
  await expect(ruth.getByRole('button', { name: 'Publish version 1' })).toBeVisible()
})

const idIn = (address: string | null) => address?.split('/').at(-1) ?? ''

/** Tells which submissions a page's script has asked for until now, each once. */
function submissionsHandedTo(page: Page): () => string[] {
  const ids = new Set<string>()
  page.on('request', (request) => {
    const address = decodeURIComponent(request.url())
    if (!address.includes('review.submission')) return
    for (const [, id = ''] of address.matchAll(/"submissionId":"([^"]+)"/g)) ids.add(id)
  })
  return () => [...ids]
}
