import type { Browser, Page } from '@playwright/test'
import { v7 as newId } from 'uuid'
import { freezeDraft } from '../../server/article/draft/freeze-draft'
import { importContent } from '../../server/article/import-article'
import { readArticle, readDraft, uncorrected } from '../../server/article/read-article'
import type { Member } from '../../server/member/member'
import { setText } from '../../server/room/doc/claim-values'
import { markClaim } from '../../server/room/doc/marks'
import { writeInRoom } from '../../server/room/live/write-in-room'
import { type Figure, percentile, rounded } from './figures'
import type { Newsroom } from './newsroom'
import { openBrowser } from './open-browser'

const claims = 1_000
const openings = 5

/** Opening a room of 1,000 claims in a browser, and the JavaScript that the first desk page brings. */
export async function measureWorkspace({ server, addMember }: Newsroom): Promise<Figure[]> {
  const member = await addMember('Wanda Workspace')
  const articleId = await articleWithClaims(member)
  const browser = await openBrowser()
  try {
    const page = await signIn(browser, server.origin)
    const kilobytes = await scriptKilobytes(page, `${server.origin}/desk/demo`)
    const took: number[] = []
    for (let n = 0; n < openings; n++)
      took.push(await opening(page, `${server.origin}/desk/demo/articles/${articleId}`))
    return [
      {
        name: 'firstDeskScriptKilobytes',
        value: rounded(kilobytes),
        unit: 'KB',
        bound: 350,
        note: 'gzip, as sent',
      },
      {
        name: 'openThousandClaimsMs',
        value: rounded(percentile(took, 0.5)),
        unit: 'ms',
        note: `median of ${openings}, from the address to the last of ${claims} marks`,
      },
    ]
  } finally {
    await browser.close()
  }
}

async function signIn(browser: Browser, origin: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(`${origin}/sign-in`)
  await page.getByRole('button', { name: /^Wanda Workspace/ }).click()
  await page.waitForURL(/\/desk\//)
  return page
}

async function scriptKilobytes(page: Page, address: string): Promise<number> {
  const network = await page.context().newCDPSession(page)
  await network.send('Network.enable')
  await network.send('Network.setCacheDisabled', { cacheDisabled: true })
  const scripts = new Set<string>()
  let bytes = 0
  network.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scripts.add(requestId))
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  await network.detach()
  return bytes / 1024
}

async function opening(page: Page, address: string): Promise<number> {
  await page.goto('about:blank')
  const begun = performance.now()
  await page.goto(address, { waitUntil: 'commit' })
  await page
    .getByRole('link', { name: new RegExp(`^Claim ${claims}\\b`) })
    .first()
    .waitFor({ timeout: 60_000 })
  return performance.now() - begun
}

async function articleWithClaims(member: Member): Promise<string> {
  const paragraphs = Array.from({ length: 250 }, (_, n) => paragraph(n))
  const imported = await importContent(member, {
    kind: 'text',
    content: `A long report\n\n${paragraphs.join('\n\n')}`,
  })
  if (!('draftId' in imported)) throw new Error('a text without an address was taken for another')
  const { extraction } = await readDraft(member, imported.draftId)
  const fields = { ...uncorrected(extraction), title: 'A long report' }
  const { articleId } = await freezeDraft(member, imported.draftId, fields)
  const { revision } = await readArticle(member, articleId)
  const step = Math.floor((revision.text.length - 80) / claims)
  await writeInRoom(articleId, member, (doc) => {
    for (let n = 0; n < claims; n++) {
      const id = newId()
      const mark = {
        id,
        at: new Date().toISOString(),
        revision: revision.hash,
        text: revision.text,
        appearance: null,
      }
      markClaim(doc, { ...mark, span: { start: n * step, end: n * step + 60 } })
      setText(doc, 'statement', id, `Statement ${n + 1} says what the quote says`)
    }
  })
  return articleId
}

function paragraph(n: number): string {
  return `On day ${n} the committee counted ${n * 17 + 40} people in ${n % 9} shelters, it said, and ${n * 3} more with relatives in the lower valley. The ministry confirmed ${n * 11} of them by the evening, after its counters had gone from house to house with lists of the year before. Nobody could say how many had left by themselves.`
}
