import { type Browser, expect, type Page } from '@playwright/test'
import { enterAs } from './demo'
import { press } from './keyboard'
import { type Running, startServer, story as test } from './server'

/** A reader without JavaScript reports an error in the first claim; the page they see is at their tracking address. */
async function report(browser: Browser, server: Running, text: string): Promise<Page> {
  const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await reader.goto(`${server.origin}/c/1/report`)
  await reader.getByRole('textbox', { name: 'What is wrong' }).fill(text)
  // Nobody is this quick: it is sent again.
  await expect(async () => {
    await reader.getByRole('button', { name: 'Send' }).click()
    await expect(reader.getByRole('status')).toContainText('Received.', { timeout: 1_000 })
  }).toPass()
  return reader
}

async function expectState(reader: Page, words: string) {
  await expect(async () => {
    await reader.reload()
    await expect(reader.getByRole('status')).toContainText(words, { timeout: 1_000 })
  }).toPass()
}

// Others count what their readers wrote, so this newsroom is of this file alone.
let server: Running
test.beforeAll(async () => {
  test.setTimeout(240_000)
  server = await startServer({ withDemo: true })
})
test.afterAll(async () => server?.remove())

test('reports go through the desk’s queue by keyboard, and each sender sees at their address what became of theirs', async ({
  browser,
}) => {
  const first = await report(browser, server, 'The register says 1988.')
  const double = await report(browser, server, 'It was not in 1987.')
  const spam = await report(browser, server, 'Buy cheap pills.')
  const ruth = await enterAs(browser, server.origin, 'Ruth', { at: '/desk/demo/reports' })
  const item = (text: string) => ruth.getByRole('listitem').filter({ hasText: text })
  const act = (text: string, name: string) =>
    press(ruth, item(text).getByRole('button', { name, exact: true }))

  await test.step('one becomes a task of a member', async () => {
    await act('The register says 1988.', 'Take it up')
    const dialog = ruth.getByRole('dialog', { name: 'Take it up' })
    await dialog.getByRole('combobox', { name: 'Who sees to it' }).selectOption({ label: 'Lena Sørby' })
    await press(ruth, dialog.getByRole('button', { name: 'Take it up' }))
    await expect(dialog).toBeHidden()
    await expect(item('The register says 1988.')).toBeHidden()
    await expectState(first, 'Being looked at.')
  })
  await test.step('one says the same, and is known already', async () => {
    await act('It was not in 1987.', 'Known already')
    const dialog = ruth.getByRole('dialog', { name: 'Somebody said the same before' })
    await dialog.getByRole('radio', { name: 'The register says 1988.' }).press('Space')
    await press(ruth, dialog.getByRole('button', { name: 'Known already' }))
    await expect(dialog).toBeHidden()
    await expectState(double, 'Known already.')
  })
  await test.step('one is spam, and its sender is blocked until they are let in again', async () => {
    await act('Buy cheap pills.', 'Spam')
    await expectState(spam, 'Not taken up.')
    await ruth.getByRole('link', { name: /^Spam/ }).press('Enter')
    await act('Buy cheap pills.', 'Block this sender')
    await expect(item('Buy cheap pills.')).toContainText('The network it came from is blocked.')
    await spam.goto(`${server.origin}/c/1/report`)
    await spam.getByRole('textbox', { name: 'What is wrong' }).fill('More pills.')
    await expect(async () => {
      await spam.getByRole('button', { name: 'Send' }).click()
      const refusal = spam.getByText('This desk takes nothing from your network any more.')
      await expect(refusal).toBeVisible({ timeout: 1_000 })
    }).toPass()
    await act('Buy cheap pills.', 'Let this sender write again')
    await expect(item('Buy cheap pills.').getByRole('button', { name: 'Block this sender' })).toBeVisible()
  })
  await test.step('the task is in the work of who was given it', async () => {
    const lena = await enterAs(browser, server.origin, 'Lena', { at: '/desk/demo/work' })
    await expect(lena.getByText(/A reader reports: The register says 1988\./).first()).toBeVisible()
  })
  await test.step('a public answer reaches its sender, who said the same, and the claim’s page', async () => {
    await ruth.getByRole('link', { name: /^Being looked at/ }).press('Enter')
    await act('The register says 1988.', 'Answer')
    const dialog = ruth.getByRole('dialog', { name: 'Answer the reader' })
    await dialog.getByRole('textbox', { name: 'Answer' }).fill('It was 1988: we have corrected it.')
    await dialog.getByRole('checkbox').press('Space')
    await press(ruth, dialog.getByRole('button', { name: 'Send the answer' }))
    await expect(dialog).toBeHidden()
    await expectState(first, 'It was 1988: we have corrected it.')
    await expectState(double, 'It was 1988: we have corrected it.')
    await expect(double.getByRole('status')).toContainText('Known already.')
    await expect(async () => {
      await first.goto(`${server.origin}/c/1`)
      await expect(first.getByText('It was 1988: we have corrected it.')).toBeVisible({ timeout: 1_000 })
    }).toPass()
    await ruth.getByRole('link', { name: /^Answered/ }).press('Enter')
    await expect(item('The register says 1988.')).toContainText('answered in public')
  })
})
