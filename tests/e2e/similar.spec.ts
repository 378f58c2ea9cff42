import { expect, type Page } from '@playwright/test'
import { enterAs } from './demo'
import { expectNothingForAxe, inBothThemes } from './looks'
import { type Running, startServer, story as test } from './server'

// A demo of its own: who wrote in a claim elsewhere could not approve it here.
let server: Running
test.beforeAll(async () => {
  test.setTimeout(240_000)
  server = await startServer({ withDemo: true })
})
test.afterAll(async () => server?.remove())

const inOtherWords = 'Before dawn on Monday 2 March the Karsell dam broke.'

test('what was checked before is shown, taken over, joined, and corrected with what says the same', async ({
  browser,
}) => {
  const idris = await enterAs(browser, server.origin, 'Idris')
  const second = await openClaim(idris, /^“Two thousand rescued”/, 2)
  await idris.getByLabel('Statement').fill(inOtherWords)
  const similar = idris.getByRole('region', { name: 'Similar claims' })
  const before = similar.getByRole('listitem').filter({ hasText: 'The Karsell dam failed before dawn' })
  await expect(before.getByText('Checked before: True')).toBeVisible()
  await expect(before.getByRole('link', { name: /^Check \d+, Meridian Fact Desk/ })).toHaveAttribute(
    'href',
    /\/c\/\d+-the-karsell-dam/,
  )

  // The whole list by its key; sources come with where they are from, the verdict only on request.
  await idris.getByRole('heading', { name: 'Claim 2', exact: true }).click()
  await idris.keyboard.press('f')
  await expect(similar.getByRole('heading', { name: 'Similar claims' })).toBeFocused()
  await before.getByRole('button', { name: 'Take its sources' }).click()
  const sources = idris.getByRole('region', { name: /^Sources/ })
  await expect(sources.getByText(/from check \d+, Meridian Fact Desk/).first()).toBeVisible()
  const take = before.getByRole('button', { name: /^Take its verdict/ })
  await expect(take).toBeVisible()
  await take.click()
  await expect(take).toHaveCount(0)
  await expect(before.getByText(/^Repeats it, said Idris/)).toBeVisible()
  await before.getByLabel(/^How this claim stands to it/).selectOption({ label: 'Says the same' })
  const same = idris.getByRole('region', { name: 'Claims that say the same' })
  await expect(same.getByRole('listitem')).toHaveCount(2)
  await inBothThemes(idris, expectNothingForAxe)

  // Somebody else corrects the verdict of the published one, with an editor.
  const lena = await enterAs(browser, server.origin, 'Lena')
  await openClaim(lena, /^Two thousand driven/, 2)
  await lena.getByRole('radio', { name: /^False/ }).check()
  await submitCorrection(lena, 'The gauge’s clock was an hour slow: the dam held until sunrise.')
  const jonas = await enterAs(browser, server.origin, 'Jonas')
  await jonas.goto(`${server.origin}/desk/demo/approvals`)
  await jonas
    .getByRole('link', { name: /failed before dawn on Monday/ })
    .first()
    .click()
  await jonas.waitForURL(/\/approvals\/[\da-f-]{36}$/)
  await expect(jonas.getByRole('heading', { level: 2, name: /failed before dawn on Monday/ })).toBeVisible()
  const approve = jonas.getByRole('button', { name: /^Approve/ })
  await approve.click()
  await jonas.getByRole('button', { name: 'Publish version 2' }).click()
  await expect(jonas.getByText('Version 2 is published.')).toBeVisible()

  // What says the same is flagged at once; one press of anybody drafts what follows, and its author takes it over.
  await expect(idris.getByText('A claim that says the same was corrected')).toBeVisible()
  await expect(idris.getByRole('link', { name: /Before dawn on Monday.*Overtaken/ })).toBeVisible()
  await lena.reload()
  const theirs = lena.getByRole('region', { name: 'Claims that say the same' })
  await theirs.getByRole('button', { name: 'Draft its correction' }).click()
  await expect(lena.getByText('1 correction is drafted for the authors to submit.')).toBeVisible()
  await expect(idris.getByText('Lena Sørby drafted a correction')).toBeVisible()
  await idris.getByRole('button', { name: 'Take the new verdict' }).click()
  await expect(idris.getByRole('radio', { name: /^False/ })).toBeChecked()
  await expect(idris.getByText('A claim that says the same was corrected')).toHaveCount(0)
  await idris.goto(`${server.origin}/desk/demo/notices`)
  await expect(idris.getByText(/corrected a claim that says the same/)).toBeVisible()
  await idris.goto(second)
  await idris
    .getByRole('button', { name: /^Unlink/ })
    .last()
    .click()
  await expect(same).toHaveCount(0)
})

async function submitCorrection(page: Page, note: string) {
  await page.getByRole('button', { name: 'Submit correction' }).click()
  const correcting = page.getByRole('dialog')
  await correcting.getByLabel('Public note').fill(note)
  await correcting.getByRole('button', { name: 'Submit correction' }).click()
  await expect(page.getByText('Claim submitted for approval')).toBeVisible()
}

/** Opens an article of the desk and one of its claims; gives the address of both. */
async function openClaim(page: Page, article: RegExp, number: number): Promise<string> {
  await page.getByRole('link', { name: article }).first().click()
  await page.getByRole('link', { name: new RegExp(`^Claim ${number},`) }).click()
  await expect(page.getByRole('heading', { name: `Claim ${number}`, exact: true })).toBeVisible()
  return page.url()
}
