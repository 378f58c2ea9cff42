import { type Browser, expect, type Page } from '@playwright/test'
import { press, pressOnceShown, tabTo, typeInto } from './keyboard'
import { foundDesk, joinDesk, somebody } from './people'
import { type Running, startServer, story as test } from './server'

const ruth = { name: 'Ruth Adeyemi', email: 'ruth@meridian.example' }
const idris = { name: 'Idris Okoye', email: 'idris@meridian.example' }

let server: Running
test.beforeAll(async () => {
  test.setTimeout(240_000)
  server = await startServer()
})
test.afterAll(async () => server?.remove())

const story = `The weir at Sedge Ford held back nine million cubic metres of water on the night of the flood.

The ministry has inspected it every year since 2011, and no report speaks of damage to the gates.`

test('a claim goes from its mark to its correction by two people, by keyboard alone', async ({ browser }) => {
  test.setTimeout(300_000)
  const { editor, writer } = await gather(browser)

  await test.step('Idris imports the article, marks a claim and writes it', async () => {
    await importStory(writer)
    await markFirstWords(writer)
    await writeClaim(writer)
  })
  await test.step('Idris asks Ruth about it, who answers from her desk', async () => {
    await writer.keyboard.press('c')
    await writer.keyboard.type('Is the log enough, @rut')
    await expect(writer.getByRole('option', { name: /^Ruth/ })).toBeVisible()
    await writer.keyboard.press('Enter')
    await writer.keyboard.type('?')
    await writer.keyboard.press('Control+Enter')
    await expect(said(writer, 'Is the log enough')).toBeVisible()
    await expect(async () => {
      await editor.reload()
      await expect(asked(editor)).toBeVisible({ timeout: 2_000 })
    }).toPass()
    await press(editor, asked(editor))
    await editor.waitForURL(/claim=/)
    await expect(said(editor, 'Is the log enough')).toBeVisible()
    await tabTo(editor, said(editor, 'Is the log enough').getByRole('link').first())
    await editor.keyboard.press('r')
    await editor.keyboard.type('With the report beside it, yes.')
    await editor.keyboard.press('Control+Enter')
    await expect(said(writer, 'With the report beside it')).toBeVisible()
  })
  await test.step('Idris submits, Ruth returns it with a note', async () => {
    await submit(writer)
    // The toast goes while the focus is in it.
    await tabTo(writer, said(writer, 'Claim submitted for approval'))
    await toApprovals(editor)
    await expect(open(editor)).toHaveText(statement)
    await editor.keyboard.press('r')
    await editor.keyboard.type('Say in the short answer who measured it.')
    await editor.keyboard.press('Control+Enter')
    await expect(editor.getByText('Returned to its authors.')).toBeVisible()
  })
  await test.step('Idris reads the note, mends the claim and submits it again', async () => {
    await expect(writer.getByText('Say in the short answer who measured it.')).toBeVisible()
    await expect(writer.getByText('Claim submitted for approval')).toHaveCount(0)
    await expect(writer.getByRole('button', { name: /^Submit/ })).toBeFocused()
    await addToAnswer(writer, ' The operator measured it.')
    await writer.keyboard.press('Control+Enter')
    await expect(writer.getByText('Claim submitted for approval')).toBeVisible()
    await expect(answer(writer)).toBeFocused()
  })
  await test.step('Ruth approves what she then sees in public', async () => {
    await approve(editor, 1)
    await expectPublic(browser, 'The operator measured it.')
  })
  await test.step('Idris corrects it, and Ruth approves the correction', async () => {
    await addToAnswer(writer, ' It did so by hand.')
    await writer.keyboard.press('Escape')
    await writer.keyboard.press('Control+Enter')
    const dialog = writer.getByRole('dialog')
    await tabTo(writer, dialog.getByRole('radio', { name: 'Typing error' }))
    await writer.keyboard.press('ArrowDown')
    await expect(dialog.getByRole('radio', { name: 'Clarification' })).toBeChecked()
    await typeInto(writer, dialog.getByLabel('Public note'), 'We say how it was measured.')
    await press(writer, dialog.getByRole('button', { name: 'Submit correction' }))
    await expect(writer.getByText('Claim submitted for approval')).toBeVisible()
    await approve(editor, 2)
    await expectPublic(browser, 'We say how it was measured.')
  })
})

const statement = 'The weir at Sedge Ford held nine million cubic metres'

/** Ruth founds the desk and Idris joins it; that is the way in, and no part of the story. */
async function gather(browser: Browser) {
  const [editor, writer] = [await somebody(browser), await somebody(browser)]
  await joinDesk(writer, await foundDesk(editor, server.origin, ruth, idris), idris)
  return { editor, writer }
}

async function importStory(page: Page) {
  await press(page, page.getByRole('button', { name: 'Paste text' }))
  await typeInto(page, page.getByLabel('Text or HTML of the article'), story)
  await press(page, page.getByRole('button', { name: 'Import', exact: true }))
  await tabTo(page, page.getByLabel('Title'))
  await page.keyboard.press('Control+A')
  await page.keyboard.type('The weir that held')
  await press(page, page.getByRole('button', { name: 'Freeze and open' }))
  await page.waitForURL(/\/articles\/[\da-f-]{36}/)
}

async function markFirstWords(page: Page) {
  await tabTo(page, page.getByRole('article', { name: /^Article text/ }))
  await page.keyboard.press('ArrowDown')
  for (let word = 0; word < 10; word++) await page.keyboard.press('Control+Shift+ArrowRight')
  await page.keyboard.press('m')
  await expect(page.getByRole('textbox', { name: 'Statement' })).toBeFocused()
}

async function writeClaim(page: Page) {
  await page.keyboard.type(statement)
  await tabTo(page, page.getByLabel('Kind', { exact: true }))
  await page.keyboard.type('Num')
  await page.keyboard.press('Escape')
  await leaveField(page)
  await page.keyboard.press('2')
  await expect(page.getByRole('radio', { name: /^Mostly true/ })).toBeChecked()
  for (const title of ['Log of the operator', 'Report of the ministry']) await addSource(page, title)
  await page.keyboard.press('e')
  await expect(rationale(page)).toBeFocused()
  await page.keyboard.type('The log has the volume ')
  await page.keyboard.press('Alt+1')
  await page.keyboard.type(' and the report confirms it ')
  await page.keyboard.press('Alt+2')
  await addToAnswer(page, 'Nine million is in the log.')
  await leaveField(page)
}

async function addSource(page: Page, title: string) {
  await page.keyboard.press('s')
  await page.keyboard.type(title)
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByLabel('Kind of source'))
  await page.keyboard.type('Dat')
  await tabTo(page, page.getByRole('radio', { name: 'Supports' }))
  await page.keyboard.press('Space')
  await press(page, page.getByRole('button', { name: 'Done' }))
  await expect(page.getByRole('button', { name: 'Done' })).toHaveCount(0)
}

/** Single keys act outside fields alone. */
async function leaveField(page: Page) {
  await page.keyboard.press('Escape')
  await page.keyboard.press(']')
}

async function addToAnswer(page: Page, words: string) {
  await tabTo(page, answer(page))
  await page.keyboard.press('Control+End')
  await page.keyboard.type(words)
  await expect(page.getByText('All changes saved')).toBeVisible()
}

async function submit(page: Page) {
  await press(page, page.getByRole('button', { name: /^Submit claim/ }))
  await expect(page.getByText('Claim submitted for approval')).toBeVisible()
}

const answer = (page: Page) => page.getByLabel('Short answer')
const rationale = (page: Page) => page.getByRole('textbox', { name: 'Rationale' })
const said = (page: Page, words: string) => page.getByRole('listitem').filter({ hasText: words })
const asked = (page: Page) => page.getByRole('link', { name: /Is the log enough/ })
const open = (page: Page) => page.getByRole('main').getByRole('heading', { level: 2 })

async function toApprovals(page: Page) {
  await leaveField(page)
  await page.keyboard.press('g')
  await page.keyboard.press('a')
  await page.waitForURL(/\/approvals/)
}

async function approve(page: Page, version: number) {
  await toApprovals(page)
  await expect(open(page)).toHaveText(statement)
  await page.keyboard.press('a')
  const publish = page.getByRole('button', { name: `Publish version ${version}` })
  await expect(publish).toBeFocused()
  await pressOnceShown(page, publish)
  await expect(page.getByText(`Version ${version} is published.`)).toBeVisible()
}

async function expectPublic(browser: Browser, words: string) {
  const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await expect(async () => {
    await reader.goto(`${server.origin}/c/1`)
    await expect(reader.getByText(words).first()).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await reader.context().close()
}
