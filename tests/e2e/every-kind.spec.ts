import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type Page } from '@playwright/test'
import { aPdf, aWordFile, column } from '../write-files'
import { enterAs } from './demo'
import { expectToFit } from './looks'
import { aDump } from './people'
import { type Running, startServer, story as test } from './server'

const [people, relief, cracks, mill, divers] = [
  'Two thousand people were driven from their homes when the Karsell dam gave way shortly before midnight.',
  'The government has set aside 14 million marks, which the prime minister called the largest relief package since independence.',
  'Engineers of the canal office had warned of long cracks in the northern wall since the spring, and nobody acted.',
  'The mill counted forty carts of grain before the water came.',
  'Divers of the harbour police had looked for two missing boats in the lower basin until the morning.',
]
const htmlOf = (...paragraphs: string[]) =>
  `<!doctype html><html lang="en"><head><title>Night at the weir</title></head><body><article><h1>Night at the weir</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`

const report = aPdf([
  [
    { text: 'Report on the dam', x: 60, y: 760, size: 20 },
    ...column(['The wall had been cracked since the spring of 2019.'], { x: 60, y: 700 }),
  ],
  column(['Nobody of the canal office had acted.'], { x: 60, y: 700 }),
])
const word = aWordFile([
  { text: 'Dam gives way', style: 'Title' },
  { text: 'Two thousand people were driven from their' },
  { text: 'homes when the dam gave way.' },
  { text: 'Nobody had acted, the engineers said.', style: 'Quote' },
])
const mail = [
  'From: "Weir, Anna" <anna@ledger.example>',
  'To: desk@here.example',
  'Date: Thu, 5 Mar 2026 14:10:00 +0100',
  'Subject: What the mill says',
  '',
  'The mill at Karsell counted forty carts of grain before the water came, its owner writes to the desk.',
].join('\r\n')
const saved = [
  'From: <Saved by Blink>',
  'Snapshot-Content-Location: https://ledger.example/bridge',
  'Subject: The bridge is shut',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related; type="text/html"; boundary="b"',
  '',
  '--b',
  'Content-Type: text/html; charset=utf-8',
  'Content-Location: https://ledger.example/bridge',
  '',
  '<html><head><title>The bridge is shut</title></head><body><h1>The bridge is shut</h1><p>The bridge at Karsell stays shut for six weeks, the county said on Friday, because a pier has moved.</p></body></html>',
  '--b--',
].join('\r\n')
const captions = `1\n00:00:01,000 --> 00:00:04,000\nMINISTER: The wall was sound in spring.\n\n2\n00:00:05,000 --> 00:00:09,000\nMINISTER: Nobody warned us.\n`
const subtitles = `WEBVTT\n\n00:00:02.000 --> 00:00:06.000\n<v Anna Weir>We counted forty carts that night.\n`
const interview = `Ruth: When did the water come?\nAnna: Shortly before midnight it took the lower mill.\nRuth: And who was there?\nAnna: Nobody of the canal office.\n`

/** What is sent as files, in this order: its name, its bytes, and words that are read out of it. */
const files = [
  ['dam.docx', word, 'Two thousand people were driven from their homes when the dam gave way.'],
  ['report.pdf', report, 'The wall had been cracked since the spring of 2019.'],
  ['mill.eml', mail, 'The mill at Karsell counted forty carts of grain'],
  ['bridge.mhtml', saved, 'stays shut for six weeks'],
  ['minister.srt', captions, 'Nobody warned us.'],
  ['weir.vtt', subtitles, 'We counted forty carts that night.'],
  ['interview.txt', interview, 'Shortly before midnight it took the lower mill.'],
] as const

let server: Running
const outlet = { page: '', host: '' }
const web = createServer((_, response) =>
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(outlet.page),
)
test.beforeAll(async () => {
  test.setTimeout(240_000)
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
  outlet.host = `127.0.0.1:${(web.address() as AddressInfo).port}` // it listens on TCP
  server = await startServer({ withDemo: true, env: { IMPORT_ALLOW_PRIVATE: outlet.host } })
})
test.afterAll(async () => {
  await server?.remove()
  web.close()
})

test('files of every kind are read, and looked at one after the other before they are frozen', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const page = await enterAs(browser, server.origin, 'Lena')
  await page.getByRole('button', { name: 'Files' }).click()
  const broken = { name: 'broken.pdf', mimeType: 'application/pdf', buffer: report.subarray(0, 90) }
  const whole = files.map(([name, bytes]) => ({
    ...{ name, mimeType: 'application/octet-stream' },
    buffer: Buffer.from(bytes),
  }))
  await page.getByLabel(/choose a file/).setInputFiles([broken, ...whole])
  const sent = page.getByRole('list', { name: 'Your files' })
  await expect(sent.getByRole('listitem').filter({ hasText: 'broken.pdf' })).toContainText('damaged')
  await expect(page.getByText('7 of 8 files read')).toBeVisible()
  await page.getByRole('link', { name: 'Look at the first' }).click()

  await expect(page.getByLabel('Title')).toHaveValue('Dam gives way')
  await expect(page.frameLocator('iframe[title="Original"]').getByText('Nobody had acted')).toBeVisible()
  await expectToFit(page)
  for (const key of ['j', 'j', 'm']) await page.keyboard.press(key)
  await expect(page.getByText(files[0][2])).toBeVisible()
  for (const key of ['j', 'x']) await page.keyboard.press(key)
  await expect(page.getByText('1 block left out')).toBeVisible()
  const text = page.getByRole('region', { name: /^Text/ })
  for (const [name, , said] of files) {
    await expect(text, name).toContainText(said)
    if (name === 'report.pdf') await expectPagesToFollow(page)
    await page
      .getByRole('button', {
        name: name === 'interview.txt' ? 'Freeze and open' : 'Freeze and look at the next',
      })
      .click()
  }
  await page.waitForURL(/\/articles\//)
  await expect(page.getByText('Shortly before midnight it took the lower mill.')).toBeVisible()
  await page.goto(`${server.origin}/desk/import?url=https://ledger.example/dam`)
  await expect(page.getByLabel('Web address')).toHaveValue('https://ledger.example/dam')
  await expectToFit(page)
})

test('what is pasted is read as HTML, as a copied page, or as what was said', async ({ browser }) => {
  test.setTimeout(120_000)
  const page = await enterAs(browser, server.origin, 'Lena')
  const pasted = [
    [htmlOf(relief, cracks), 'Will be read as HTML.', 'Night at the weir'],
    [readFileSync(aDump(), 'utf8'), /^Will be read as text/, /\w/],
    [interview, /^Will be read as text/, 'An interview'],
  ] as const
  for (const [content, kind, title] of pasted) {
    await page.goto(`${server.origin}/desk/demo`)
    await page.getByRole('button', { name: 'Paste text' }).click()
    await page.getByLabel('Text or HTML of the article').fill(content)
    await expect(page.getByText(kind)).toBeVisible()
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await page.waitForURL(/\/import\//)
    if (title === 'An interview') await page.getByLabel('Title').fill(title)
    await expect(page.getByLabel('Title')).toHaveValue(title)
    await page.getByRole('button', { name: 'Freeze and open' }).click()
    await page.waitForURL(/\/articles\//)
  }
  await mark(page, 'Shortly before midnight')
  await expect(page.getByLabel('Said by')).toHaveValue('Anna')
})

test('a publisher changes a checked page: it is found, placed, and told to readers', async ({ browser }) => {
  test.setTimeout(120_000)
  outlet.page = htmlOf(people, relief, cracks, mill, divers)
  const { host } = outlet
  const [writer, editor] = [
    await enterAs(browser, server.origin, 'Idris'),
    await enterAs(browser, server.origin, 'Ruth'),
  ]
  await writer.getByLabel('Web address').fill(`http://${host}/weir`)
  await writer.getByRole('button', { name: 'Import', exact: true }).click()
  await writer.getByRole('button', { name: 'Freeze and open' }).click()
  await writer.waitForURL(/\/articles\//)
  for (const words of [relief, cracks, mill, divers, people]) await mark(writer, words)
  await fill(writer)
  await approve(editor, server.origin, 1)
  await expect(writer.getByText('Version 1 is published')).toBeVisible()

  await press(writer, 'Check for changes')
  await expect(writer.getByText('The page says what it said.')).toBeVisible()
  outlet.page = htmlOf(
    people.replace('Two', 'Three'),
    relief.replace('relief package', 'aid package'),
    'Inspectors of the canal office had spoken of long cracks in the northern wall, but the ministry did nothing.',
    'Volunteers of the harbour police had searched for missing boats in the whole basin, a speaker said.',
  )
  await press(writer, 'Check for changes')
  await expect(writer.getByText('The text has changed: revision 2 is kept.')).toBeVisible()
  await expect(writer.getByRole('article', { name: 'Article text, revision 2' })).toContainText(
    'Three thousand people',
  )

  await placeByKeys(writer)
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

  await open(writer, 'The government has set aside')
  await expect(writer.getByText('The publisher edited this passage. Check it again.')).toBeVisible()
  await writer.getByRole('button', { name: 'The check still holds' }).press('Enter')
  await expect(writer.getByText(/signed that the check holds for the words as they are now/)).toBeVisible()
  await open(writer, 'The mill counted')
  await expect(writer.getByText('The publisher removed this passage.')).toBeVisible()
  await expect(
    writer.getByText(/Its first version will tell readers: .+ had removed this passage/),
  ).toBeVisible()

  await writer.getByRole('link', { name: 'Show revision 1' }).first().click()
  await expect(writer.getByText(/You are looking at revision 1/)).toBeVisible()
  await expect(writer.getByRole('article', { name: 'Article text, revision 1' })).toContainText(
    'Two thousand people',
  )
})

/** Says of two doubtful passages where they are, without a pointer: the one thought of, and other words. */
async function placeByKeys(page: Page) {
  await page.getByRole('button', { name: 'Say where 2 passages are now' }).press('Enter')
  const queue = page.getByRole('dialog', { name: 'Where are these passages now?' })
  const [first, second] = [
    queue.getByRole('region', { name: /^Passage 1 of 2/ }),
    queue.getByRole('region', { name: /^Passage 2 of 2/ }),
  ]
  await expect(first).toBeFocused()
  await expect(first.getByText('Inspectors of the canal office')).toBeVisible()
  await page.keyboard.press('j')
  await expect(second.getByText('Volunteers of the harbour police')).toBeVisible()
  await page.keyboard.press('k')
  await expect(first).toBeVisible()
  await page.keyboard.press('Enter')
  const last = queue.getByRole('region', { name: /^Passage 1 of 1/ })
  await expect(last.getByText('Volunteers of the harbour police')).toBeVisible()
  await last.getByLabel('Other words of the new text').fill('searched for missing boats in the whole basin')
  await last.getByRole('button', { name: 'It is these words' }).press('Enter')
  await expect(queue).toBeHidden()
}

/** Opens a claim from the list, by words of it. */
async function open(page: Page, words: string) {
  await page
    .getByRole('link', { name: new RegExp(words) })
    .first()
    .click()
  await page.waitForURL(/claim=/)
}
test('the bookmark sends the page that is open, and says of one that is too large', async ({ browser }) => {
  test.setTimeout(120_000)
  const desk = await enterAs(browser, server.origin, 'Lena')
  await desk.goto(`${server.origin}/desk/demo/import`)
  const bookmark = desk.getByRole('link', { name: 'Send to Proofroom' })
  await expect(bookmark).toHaveAttribute('href', /^javascript:/)
  const href = (await bookmark.getAttribute('href')) ?? ''
  outlet.page = htmlOf(people, relief, cracks)
  const sent = await sendBy(href, desk)
  await expect(sent.getByText(`http://${outlet.host}/behind-a-login`)).toBeVisible()
  await sent.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(sent.getByLabel('Title')).toHaveValue('Night at the weir')
  await sent.getByRole('button', { name: 'Freeze and open' }).click()
  await sent.waitForURL(/\/articles\//)
  await expect(sent.getByRole('article')).toContainText(relief)

  outlet.page = htmlOf(people, `<!--${'x'.repeat(5_000_000)}-->`)
  const tooLarge = await sendBy(href, desk)
  await expect(tooLarge.getByText('This page is larger than 5 MB.', { exact: false })).toBeVisible()
})

/** Opens the outlet's page in another tab and presses the bookmark there; the window that opens. */
async function sendBy(href: string, desk: Page): Promise<Page> {
  const page = await desk.context().newPage()
  await page.goto(`http://${outlet.host}/behind-a-login`)
  await page.evaluate((address) => {
    const bookmark = document.createElement('a')
    bookmark.href = address
    bookmark.textContent = 'The bookmark'
    document.body.prepend(bookmark)
  }, href)
  const opened = page.waitForEvent('popup')
  await page.getByRole('link', { name: 'The bookmark' }).click()
  return opened
}

test('captions that are sent as a file lead readers to the second of the recording', async ({ browser }) => {
  test.setTimeout(120_000)
  const [writer, editor] = [
    await enterAs(browser, server.origin, 'Idris'),
    await enterAs(browser, server.origin, 'Ruth'),
  ]
  await writer.getByRole('button', { name: 'Files' }).click()
  const sent = { name: 'weir.vtt', mimeType: 'text/vtt', buffer: Buffer.from(subtitles) }
  await writer.getByLabel(/choose a file/).setInputFiles([sent])
  await writer.waitForURL(/\/import\//)
  await writer.getByLabel('Web address').fill('recordings')
  await writer.getByRole('button', { name: 'Freeze and open' }).click()
  await expect(writer.getByLabel('Web address')).toBeFocused()
  await writer.getByLabel('Web address').fill('recordings.example/weir')
  await expectToFit(writer)
  await writer.getByRole('button', { name: 'Freeze and open' }).click()
  await writer.waitForURL(/\/articles\//)
  await mark(writer, 'We counted forty carts')
  await expect(writer.getByLabel('Said by')).toHaveValue('Anna Weir')
  await expect(writer.getByRole('link', { name: /recordings\.example\/weir#t=2/ })).toBeVisible()
  await fill(writer)
  await approve(editor, server.origin, 1)
  await expect(writer.getByText('Version 1 is published')).toBeVisible()
  const path = await writer.getByRole('link', { name: 'Read the public page' }).getAttribute('href')
  const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await expect(async () => {
    await reader.goto(server.origin + path)
    const second = reader.locator('figure').getByRole('link', { name: /0:02/ })
    await expect(second).toHaveAttribute('href', 'https://recordings.example/weir#t=2', { timeout: 2_000 })
  }).toPass()
})

/** The pages of the PDF are drawn, and the one is shown on which the block in focus stands. */
async function expectPagesToFollow(page: Page) {
  const [first, second] = [
    page.getByRole('img', { name: 'Page 1' }),
    page.getByRole('img', { name: 'Page 2' }),
  ]
  await expect.poll(() => first.evaluate(inkOf)).toBeGreaterThan(100)
  for (const key of ['j', 'j']) await page.keyboard.press(key)
  await expect(second).toBeInViewport({ ratio: 0.5 })
  await expect.poll(() => second.evaluate(inkOf)).toBeGreaterThan(100)
}

/** How many points of a drawing are dark. Runs in the page. */
function inkOf(drawn: Element): number {
  const canvas = drawn as HTMLCanvasElement // a page is drawn on one
  if (canvas.width === 0) return 0
  const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
  let dark = 0
  for (let at = 0; at < data.length; at += 4)
    if ((data[at + 3] ?? 0) > 0 && (data[at] ?? 255) < 128) dark += 1
  return dark
}

async function press(page: Page, name: string) {
  const button = page.getByRole('button', { name })
  await expect(button).toBeEnabled()
  await button.click()
}

async function mark(page: Page, words: string) {
  await page.getByRole('article').getByText(words).click({ clickCount: 3 })
  await expect(page.getByRole('toolbar', { name: /^Selected text/ })).toBeVisible()
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
