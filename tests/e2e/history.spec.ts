import { expect, type Page } from '@playwright/test'
import { enterAs } from './demo'
import { expectToFit, inBothThemes } from './looks'
import { test } from './server'

test('an earlier wording is found in the history, brought back, taken away again and seen on the timeline', async ({
  browser,
  server,
}) => {
  const page = await enterAs(browser, server.origin, 'Lena')
  await openClaim(page)
  const statement = page.getByRole('textbox', { name: 'Statement' })
  const first = await statement.inputValue()
  await statement.fill('Somebody’s worse wording.')
  await expect(page.getByText('All changes saved')).toBeVisible()
  await statement.press('Escape')
  await page.keyboard.press('h')
  const history = page.getByRole('region', { name: 'History' })
  const edited = history.getByRole('listitem').filter({ hasText: 'Lena Sørby edited the statement' }).first()
  await expect(edited).toContainText('Somebody’s worse wording.')
  await expect(edited).toContainText('This is the wording now.')
  const written = history.getByRole('listitem').filter({ hasText: 'wrote the statement' })
  await written.getByRole('button', { name: 'Bring this wording back' }).click()
  await expect(written).toContainText('This is the wording now.')
  await expect(history.getByRole('listitem').first()).toContainText(/Lena Sørby .* the statement/)
  await page.keyboard.press('h')
  await expect(statement).toHaveValue(first)
  await page.keyboard.press('Control+z')
  await expect(statement).toHaveValue('Somebody’s worse wording.')

  await page.keyboard.press('h')
  await page.getByRole('link', { name: 'Replay the room' }).click()
  const slider = page.getByRole('slider', { name: 'Moment of the room’s history' })
  const claims = page.getByRole('region', { name: 'Claims' }).getByRole('link')
  await expect(slider).toHaveAttribute('aria-valuetext', /^Lena Sørby, /)
  await expect(claims.filter({ hasText: 'Somebody’s worse wording.' })).toHaveCount(1)
  await slider.press('Home')
  await expect(slider).toHaveAttribute('aria-valuetext', 'Before the first claim was marked')
  await expect(page.getByText('No claim stood at that time.')).toBeVisible()
  await slider.press('ArrowRight')
  await expect(page.getByText('1 claim stood then')).toBeVisible()
  await page.getByRole('button', { name: 'Play' }).click()
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await page.getByRole('button', { name: 'Pause' }).click()
  await slider.press('End')
  await slider.press('ArrowLeft')
  await expect(claims.filter({ hasText: first })).toHaveCount(1)
  await page.getByRole('region', { name: 'What happened at this moment' }).getByRole('link').click()
  await expect(page.getByRole('region', { name: 'History' })).toBeVisible()
})

test('an observer reads the history and is offered no wording', async ({ browser, server }) => {
  const page = await enterAs(browser, server.origin, 'Ana')
  await openClaim(page)
  await page.getByRole('button', { name: 'History (H)' }).click()
  const history = page.getByRole('region', { name: 'History' })
  await expect(history.getByText(/marked the claim/)).toBeVisible()
  await expect(history.getByRole('button', { name: 'Bring this wording back' })).toHaveCount(0)
})

test('the history begins with when the claim passed each step, and for how long it has stood where it stands', async ({
  browser,
  server,
}) => {
  const page = await enterAs(browser, server.origin, 'Ana')
  await openClaim(page)
  await page.getByRole('button', { name: 'History (H)' }).click()
  const times = page.getByRole('region', { name: 'When it passed each step' })
  const said = (step: string) => times.locator('div').filter({ hasText: step }).getByRole('definition')
  await expect(said('Marked')).toHaveText(/^\d+ \w+ \d{4}, \d\d:\d\d$/)
  await expect(said('Rated')).toContainText(/, \d\d:\d\d.*after /)
  await expect(times.getByRole('definition').last()).toHaveText(/^for /)
})

test('without a connection the history says so, and comes when it is back', async ({ browser, server }) => {
  const page = await enterAs(browser, server.origin, 'Lena')
  await openClaim(page)
  await expect(page.getByRole('textbox', { name: 'Statement' })).toBeVisible()
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'History (H)' }).click()
  await expect(page.getByText('The history is kept on the server.', { exact: false })).toBeVisible()
  await page.context().setOffline(false)
  await expect(page.getByText(/marked the claim/)).toBeVisible()
})

test('history and timeline: nothing for axe to find, nothing wider than the window', async ({
  browser,
  server,
}) => {
  const page = await enterAs(browser, server.origin, 'Ruth')
  await openClaim(page)
  await page.getByRole('button', { name: 'History (H)' }).click()
  await expect(page.getByText(/marked the claim/)).toBeVisible()
  await inBothThemes(page, expectToFit)
  await page.getByRole('link', { name: 'Replay the room' }).click()
  await expect(page.getByRole('slider')).toBeVisible()
  await inBothThemes(page, expectToFit)
})

async function openClaim(page: Page) {
  await page
    .getByRole('link', { name: /^Two thousand driven/ })
    .first()
    .click()
  await page.getByRole('link', { name: /^Claim 1,/ }).click()
  await page.waitForURL(/claim=/)
}
