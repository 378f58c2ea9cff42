import { expect, type Page } from '@playwright/test'
import { aDump, foundDesk, joinDesk, somebody } from './people'
import { type Running, startServer, story as test } from './server'

const ruth = { name: 'Ruth Adeyemi', email: 'ruth@meridian.example' }
const idris = { name: 'Idris Okoye', email: 'idris@meridian.example' }
const maren = { name: 'Maren Holt', email: 'maren@meridian.example' }

// What a restart could lose is asked of both databases, what it could not of one.
for (const isRestarted of process.env.TEST_DATABASE_URL ? [true] : [false, true]) {
  test(`three people take an article from import to its public page${isRestarted ? ', with a restart in the middle' : ''}`, async ({
    browser,
  }) => {
    test.setTimeout(240_000)
    const server = await startServer()
    try {
      const [editor, writer, colleague] = [
        await somebody(browser),
        await somebody(browser),
        await somebody(browser),
      ]
      await gather({ editor, writer, colleague }, server)
      const article = await importDump(editor)
      await writer.goto(article)
      await colleague.goto(article)
      await markTheSame(writer, colleague)
      await writeOneRationale(writer, colleague)
      if (isRestarted) await server.restart()
      await findWhatTheyWrote(writer, colleague)
      await writerFinishes(writer)
      await refuseOwnApproval(writer, server)
      const path = await approve(editor, server)
      await readWithoutScript(browser, server.origin + path)
    } finally {
      await server.remove()
    }
  })
}

type Three = { editor: Page; writer: Page; colleague: Page }

/** Ruth founds the desk, Idris joins as an editor by the first link, Maren as a reviewer by one made later. */
async function gather({ editor, writer, colleague }: Three, { origin }: Running) {
  const link = await foundDesk(editor, origin, ruth, idris)
  await joinDesk(writer, link, idris)
  await editor.getByRole('link', { name: 'Members' }).click()
  await editor.getByLabel('They join as').selectOption({ label: 'Reviewer' })
  await editor.getByLabel('Their e-mail').fill(maren.email)
  await editor.getByRole('button', { name: 'Make a link' }).click()
  await joinDesk(colleague, await editor.getByLabel('Invitation link').inputValue(), maren)
}

async function importDump(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Desk', exact: true }).click()
  await page.getByRole('button', { name: 'File' }).click()
  await page.getByLabel(/choose a file/).setInputFiles(aDump())
  await page.getByRole('button', { name: 'Freeze and open' }).click()
  await page.waitForURL(/\/articles\//)
  return page.url()
}

/** Both select the same paragraph and press M at the same time: both marks stand. */
async function markTheSame(writer: Page, colleague: Page) {
  const pages = [writer, colleague]
  for (const page of pages) await paragraph(page).click({ clickCount: 3 })
  await Promise.all(pages.map((page) => page.keyboard.press('m')))
  for (const page of pages) await expect(claimsIn(page)).toHaveCount(2)
}

async function writeOneRationale(writer: Page, colleague: Page) {
  const pages = [writer, colleague]
  for (const page of pages) {
    await claimsIn(page).first().click()
    await rationaleIn(page).click()
  }
  await Promise.all(pages.map((page, n) => rationaleIn(page).pressSequentially(sentences[n] ?? '')))
  for (const page of pages) {
    for (const word of ['register', 'witness']) await expect(rationaleIn(page)).toContainText(word)
    await expect(page.getByText('All changes saved')).toBeVisible()
  }
}

const sentences = ['The register of the ministry says so. ', 'A witness told us the same. ']

/** After a reload both see the same text, and no letter of either is lost or doubled. */
async function findWhatTheyWrote(writer: Page, colleague: Page) {
  for (const page of [writer, colleague]) {
    await page.reload()
    await expect(claimsIn(page)).toHaveCount(2)
    await expect(rationaleIn(page)).toContainText('register')
  }
  const [one, other] = [await rationaleIn(writer).innerText(), await rationaleIn(colleague).innerText()]
  expect(one).toBe(other)
  expect(letters(one)).toBe(letters(sentences.join('')))
}

/** Two who type at one place may stand between each other's letters: the same letters, in whatever order. */
function letters(text: string): string {
  return (text.match(/[\p{L}.]/gu) ?? []).sort().join('')
}

function rationaleIn(page: Page) {
  return page.getByRole('textbox', { name: 'Rationale' })
}

async function writerFinishes(page: Page) {
  await page.getByLabel('Statement').fill('Hundreds were sent back this week')
  await page.getByLabel('Kind', { exact: true }).selectOption({ label: 'Number' })
  await page.getByRole('radio', { name: /^Mostly true/ }).check()
  await expect(page.getByText('Add at least 2 sources.')).toBeVisible()
  await addSource(page, 'Register of returns')
  await addSource(page, 'Call with a witness')
  await rationaleIn(page).click()
  await rationaleIn(page).press('Control+End')
  for (const name of ['Register of returns', 'Call with a witness']) {
    await page.getByRole('button', { name: 'Cite source' }).click()
    await page.getByRole('menuitem', { name: new RegExp(name) }).click()
  }
  await page
    .getByLabel('Short answer')
    .fill('Two sources count several hundred. Nobody gives an exact number.')
  await page.getByRole('button', { name: 'Submit claim' }).click()
  await expect(page.getByText('Claim submitted for approval')).toBeVisible()
}

async function addSource(page: Page, title: string) {
  await page.getByRole('button', { name: 'Add source' }).click()
  await page.getByPlaceholder(/Paste a link/).fill(title)
  await page.keyboard.press('Enter')
  await page.getByLabel('Kind of source').selectOption({ label: 'Data' })
  await page.getByRole('radio', { name: 'Supports' }).check()
  await page.getByRole('button', { name: 'Done' }).click()
}

async function refuseOwnApproval(page: Page, { origin }: Running) {
  await page.goto(`${origin}/desk/meridian-fact-desk/approvals`)
  await page.getByRole('link', { name: /Hundreds were sent back/ }).click()
  await page.waitForURL(/\/approvals\/[\da-f-]{36}$/)
  const approve = page.getByRole('button', { name: /^Approve/ })
  await expect(approve).toHaveAttribute('aria-disabled', 'true')
  await expect(
    page.getByText('Your edits are in this claim, so another editor must decide.').first(),
  ).toBeVisible()
}

async function approve(page: Page, { origin }: Running): Promise<string> {
  await page.goto(`${origin}/desk/meridian-fact-desk/approvals`)
  await page.getByRole('link', { name: /Hundreds were sent back/ }).click()
  await page.waitForURL(/\/approvals\/[\da-f-]{36}$/)
  await page.getByRole('button', { name: /^Approve/ }).click()
  await page.getByRole('button', { name: 'Publish version 1' }).click()
  await expect(page.getByText('Version 1 is published.')).toBeVisible()
  return '/c/1'
}

async function readWithoutScript(browser: import('@playwright/test').Browser, address: string) {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  // The page is made right after the publication, not within it.
  await expect.poll(async () => (await page.request.get(address)).status()).toBe(200)
  await page.goto(address)
  await expect(page).toHaveURL(/\/c\/1-hundreds-were-sent-back-this-week$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hundreds were sent back this week')
  await expect(page.getByText('Mostly true').first()).toBeVisible()
  await expect(page.getByText('Register of returns')).toBeVisible()
  await expect(page.getByText(/Approved by Ruth Adeyemi/)).toBeVisible()
  await page.getByRole('link', { name: /What we checked/ }).click()
  await expect(page.getByText('Two sources count several hundred.')).toBeVisible()
}

function paragraph(page: Page) {
  return page
    .getByRole('article')
    .getByRole('paragraph')
    .filter({ hasText: /\w{3}.{120}/ })
    .nth(1)
}

function claimsIn(page: Page) {
  return page.getByRole('navigation', { name: 'Claims' }).getByRole('listitem').getByRole('link')
}
