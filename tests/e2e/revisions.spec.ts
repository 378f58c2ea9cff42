import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type Page } from '@playwright/test'
import { enterAs } from './demo'
import { startServer, story as test } from './server'

const [people, relief, cracks] = [
  'Two thousand people were driven from their homes when the Karsell dam gave way shortly before midnight.',
  'The government has set aside 14 million marks, which the prime minister called the largest relief package since independence.',
  'Engineers of the canal office had warned of long cracks in the northern wall since the spring, and nobody acted.',
]
const htmlOf = (...paragraphs: string[]) =>
  `<!doctype html><html lang="en"><head><title>Night at the weir</title></head><body><article><h1>Night at the weir</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`

test('a publisher changes a checked page: it is found, placed, and told to readers', async ({ browser }) => {
  test.setTimeout(240_000)
  let page = htmlOf(people, relief, cracks)
  const outlet = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page),
  )
  await new Promise<void>((resolve) => outlet.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(outlet.address() as AddressInfo).port}` // it listens on TCP
  const server = await startServer({ withDemo: true, env: { IMPORT_ALLOW_PRIVATE: host } })
  try {
    const [writer, editor] = [
      await enterAs(browser, server.origin, 'Idris'),
      await enterAs(browser, server.origin, 'Ruth'),
    ]
    await writer.getByLabel('Web address').fill(`http://${host}/weir`)
    await writer.getByRole('button', { name: 'Import', exact: true }).click()
    await writer.getByRole('button', { name: 'Freeze and open' }).click()
    await writer.waitForURL(/\/articles\//)
    await mark(writer, cracks)
    await mark(writer, people)
    await fill(writer)
    await approve(editor, server.origin, 1)
    await expect(writer.getByText('Version 1 is published')).toBeVisible()

    await press(writer, 'Check for changes')
    await expect(writer.getByText('The page says what it said.')).toBeVisible()
    page = htmlOf(
      people.replace('Two', 'Three'),
      relief,
      'Inspectors of the canal office had spoken of long cracks in the northern wall, but the ministry did nothing.',
    )
    await press(writer, 'Check for changes')
    await expect(writer.getByText('The text has changed: revision 2 is kept.')).toBeVisible()
    await expect(writer.getByRole('article', { name: 'Article text, revision 2' })).toContainText(
      'Three thousand people',
    )

    await press(writer, 'Say where 1 passage is now')
    const queue = writer.getByRole('dialog', { name: 'Where are these passages now?' })
    await expect(queue.getByText('Inspectors of the canal office')).toBeVisible()
    await queue.getByText('It was').click()
    await writer.keyboard.press('Enter')
    await expect(queue).toBeHidden()

    await expect(writer.getByText('The publisher changed what this passage says.')).toBeVisible()
    await press(writer, 'Tell readers')
    await expect(writer.getByLabel('Public note')).toHaveValue(/the publisher had changed this passage\.$/)
    await writer.getByRole('dialog').getByRole('button', { name: 'Submit correction' }).click()
    await expect(writer.getByText('The notice waits for approval.')).toBeVisible()
    await approve(editor, server.origin, 2)
    await expect(writer.getByText('Version 2 is published')).toBeVisible()
    const path = await writer.getByRole('link', { name: 'Read the public page' }).getAttribute('href')
    const told = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
    await expect(async () => {
      await told.goto(server.origin + path)
      await expect(told.getByText(/the publisher had changed this passage/).first()).toBeVisible({
        timeout: 2_000,
      })
    }).toPass()

    await writer.getByRole('link', { name: 'Show revision 1' }).first().click()
    await expect(writer.getByText(/You are looking at revision 1/)).toBeVisible()
    await expect(writer.getByRole('article', { name: 'Article text, revision 1' })).toContainText(
      'Two thousand people',
    )
  } finally {
    await server.remove()
    outlet.close()
  }
})

async function press(page: Page, name: string) {
  const button = page.getByRole('button', { name })
  await expect(button).toBeEnabled()
  await button.click()
}

async function mark(page: Page, words: string) {
  await page.getByRole('article').getByText(words).click({ clickCount: 3 })
  await page.keyboard.press('m')
  await expect(page.getByRole('textbox', { name: 'Statement' })).toBeFocused()
  await page.keyboard.press('Escape')
}

/** Writes all that the open claim needs, and submits it. */
async function fill(page: Page) {
  await page.getByLabel('Statement').fill('Two thousand people lost their homes')
  await page.getByLabel('Kind', { exact: true }).selectOption({ label: 'Number' })
  await page.getByRole('radio', { name: /^Mostly true/ }).check()
  for (const title of ['Register of returns', 'Call with a witness']) {
    await page.getByRole('button', { name: 'Add source' }).click()
    await page.getByPlaceholder(/Paste a link/).fill(title)
    await page.keyboard.press('Enter')
    await page.getByLabel('Kind of source').selectOption({ label: 'Data' })
    await page.getByRole('radio', { name: 'Supports' }).check()
    await page.getByRole('button', { name: 'Done' }).click()
  }
  const rationale = page.getByRole('textbox', { name: 'Rationale' })
  await rationale.click()
  await rationale.pressSequentially('The register says so. ')
  for (const name of ['Register of returns', 'Call with a witness']) {
    await page.getByRole('button', { name: 'Cite source' }).click()
    await page.getByRole('menuitem', { name: new RegExp(name) }).click()
  }
  await page.getByLabel('Short answer').fill('Two sources count about as many.')
  await page.getByRole('button', { name: 'Submit claim' }).click()
  await expect(page.getByText('Claim submitted for approval')).toBeVisible()
}

async function approve(page: Page, origin: string, version: number) {
  await page.goto(`${origin}/desk/demo/approvals`)
  await page.getByRole('link', { name: /^Mostly true: Two thousand people/ }).click()
  await page.waitForURL(/\/approvals\/[\da-f-]{36}$/)
  await page.getByRole('button', { name: /^Approve/ }).click()
  await page.getByRole('button', { name: `Publish version ${version}` }).click()
  await expect(page.getByText(`Version ${version} is published.`)).toBeVisible()
}
