import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { pageWatches, revisions } from '../../db/schema'
import { freezeDraft } from '../../server/article/draft/freeze-draft'
import { importAddress } from '../../server/article/import-article'
import { readArticle, readDraft, uncorrected } from '../../server/article/read-article'
import { removeMember } from '../../server/member/manage-member'
import { readArticleRevisions } from '../../server/revision/read-revisions'
import { changeWatch } from '../../server/revision/watch/change-watch'
import { fetchChanges, fetchDue } from '../../server/revision/watch/fetch-changes'
import { freshDatabase } from '../database'
import { aDesk, damParagraphs, onDesk, refusalOf } from '../newsroom'
import { aPdf, column } from '../write-files'

const db = await freshDatabase()
const [first = '', second = '', third = ''] = damParagraphs
const related = 'More from the valley: the mill, the ferry and the old bridge are described in our series'

let page: string | Buffer = ''
let asked = 0
const write = (...paragraphs: string[]) => {
  page = `<!doctype html><html lang="en"><head><title>Dam gives way</title></head><body><article><h1>Dam gives way</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`
}
const outlet = createServer((_, response) => {
  asked += 1
  if (page === '') return response.writeHead(404).end('gone')
  const type = typeof page === 'string' ? 'text/html; charset=utf-8' : 'application/pdf'
  response.writeHead(200, { 'content-type': type }).end(page)
})
let origin = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => outlet.listen(0, '127.0.0.1', resolve))
  const { port } = outlet.address() as AddressInfo // it listens on TCP
  origin = `http://127.0.0.1:${port}`
  process.env.IMPORT_ALLOW_PRIVATE = `127.0.0.1:${port}`
})
afterAll(() => {
  outlet.close()
  delete process.env.IMPORT_ALLOW_PRIVATE
})
beforeEach(() => db.delete(pageWatches))

let articles = 0

/** An article imported from the page, of which a member left out what contains these words, and gave it a title. */
async function imported(leftOut = 'nothing at all') {
  const desk = await aDesk()
  const [lena, maren] = [await onDesk('reviewer', desk), await onDesk('admin', desk)]
  articles += 1
  const made = await importAddress(lena, `${origin}/dam-${articles}`)
  if (!('draftId' in made)) throw new Error('the article was there already')
  const { id, extraction } = await readDraft(lena, made.draftId)
  const dropped = extraction.blocks.flatMap(({ text }, at) => (text.includes(leftOut) ? [at] : []))
  const corrections = { ...uncorrected(extraction), title: 'The dam, as we call it', leftOut: dropped }
  const { articleId } = await freezeDraft(lena, id, corrections)
  const textOf = async () => (await readArticle(lena, articleId)).revision
  return { lena, maren, articleId, textOf }
}

test('a page that is as it was makes no revision, whatever was left out of it', async () => {
  write(first, related, second, third)
  const { lena, articleId, textOf } = await imported('More from the valley')
  expect((await textOf()).text).not.toContain(related)
  expect(await fetchChanges(lena, articleId)).toEqual({ number: 1, isNew: false })
})

test('what was left out and a corrected title do not come back with a change elsewhere', async () => {
  write(first, related, second, third)
  const { lena, articleId, textOf } = await imported('More from the valley')
  write(first.replace('Two thousand', 'Three thousand'), related.replace('ferry', 'lock'), second, third)
  expect(await fetchChanges(lena, articleId)).toEqual({ number: 2, isNew: true })
  const { text, title } = await textOf()
  expect(text).toContain('Three thousand')
  expect(text).not.toContain('More from the valley')
  expect(title).toBe('The dam, as we call it')
})

test('a page that is another by now is no revision', async () => {
  write(first, second, third)
  const { lena, articleId } = await imported()
  write(
    'Please sign in to go on reading.',
    'Subscribers find every story here, each morning.',
    'Forgot your password?',
  )
  expect(await refusalOf(fetchChanges(lena, articleId))).toBe('revision-another')
  expect(await db.select().from(revisions).where(eq(revisions.articleId, articleId))).toHaveLength(1)
})

test('a look that failed is remembered with its reason, and a later one that works clears it', async () => {
  write(first, second, third)
  const { lena, articleId } = await imported()
  page = ''
  expect(await refusalOf(fetchChanges(lena, articleId))).toBe('page-missing')
  expect((await readArticleRevisions(lena, articleId)).watch).toMatchObject({
    fault: 'page-missing',
    readAt: null,
  })
  write(first, second, third)
  await fetchChanges(lena, articleId)
  expect((await readArticleRevisions(lena, articleId)).watch).toMatchObject({ fault: null })
})

test('a watched page is looked at when its time has come, once, also where looks fail', async () => {
  write(first, second, third)
  const { lena, articleId, textOf } = await imported()
  await changeWatch(lena, articleId, 'daily')
  const now = Date.now()
  const hours = (count: number) => new Date(now + count * 3_600_000)
  const before = asked
  page = ''
  expect(await fetchDue(hours(1))).toBe(1)
  expect([await fetchDue(hours(2)), await fetchDue(hours(20))]).toEqual([0, 0])
  expect(asked).toBe(before + 1)
  write('A correction of Monday.', first, second, third)
  await db.update(pageWatches).set({ triedAt: hours(1) })
  expect(await fetchDue(hours(26))).toBe(1)
  expect((await textOf()).number).toBe(2)
})

test('of two processes that look at once, one fetches', async () => {
  write(first, second, third)
  const { lena, articleId } = await imported()
  await changeWatch(lena, articleId, 'weekly')
  const before = asked
  const looked = await Promise.all([fetchDue(new Date()), fetchDue(new Date())])
  expect([looked[0] + looked[1], asked - before]).toEqual([1, 1])
})

test('nobody looks in the name of somebody who has left', async () => {
  write(first, second, third)
  const { lena, maren, articleId } = await imported()
  await changeWatch(lena, articleId, 'daily')
  await removeMember({ deskId: maren.deskId, memberId: lena.id, by: maren.id })
  expect(await fetchDue(new Date())).toBe(0)
})

test('a PDF at an address is looked at again as a file, and kept with the revision that it makes', async () => {
  const pdfOf = (...lines: string[]) =>
    aPdf([lines.flatMap((line, at) => column(line.split('|'), { x: 60, y: 700 - at * 60 }))])
  const asRead = (...lines: string[]) => lines.join('\n\n').replaceAll('|', ' ')
  const [people, left, last] = [
    'Two thousand people were driven from their homes when the dam|at Karsell gave way on Monday morning.',
    'Read more about the mill and the ferry and the old bridge|in our other report.',
    'Nobody of the canal office had acted on what its engineers said|about cracks in the northern wall.',
  ]
  page = pdfOf(people, left, last)
  const { lena, articleId, textOf } = await imported('Read more')
  expect((await textOf()).text).toBe(asRead(people, last))
  expect(await fetchChanges(lena, articleId)).toEqual({ number: 1, isNew: false })
  page = pdfOf(people.replace('Two', 'Three'), left, last)
  expect(await fetchChanges(lena, articleId)).toEqual({ number: 2, isNew: true })
  const now = await textOf()
  expect(now.text).toBe(asRead(people.replace('Two', 'Three'), last))
  expect(now.hasFile).toBe(true)
})
