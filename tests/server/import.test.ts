import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { articles, drafts, revisions } from '../../db/schema'
import { freezeDraft } from '../../server/article/draft/freeze-draft'
import { textHash } from '../../server/article/frozen-text'
import { importAddress, importContent } from '../../server/article/import-article'
import { readArticles } from '../../server/article/list/read-articles'
import { listDrafts, readArticle, readDraft, uncorrected } from '../../server/article/read-article'
import { bringBackArticle, removeArticle } from '../../server/deleted/remove-article'
import { limitArticle } from '../../server/limit/change-limit'
import type { Member } from '../../server/member/member'
import { freshDatabase } from '../database'
import { aDesk, onDesk, refusalOf } from '../newsroom'

const db = await freshDatabase()

const listed = async (member: Member) => (await readArticles(member, { filter: {}, page: 1 })).articles

const page = `<!doctype html><html lang="en"><head><title>Dam gives way – The Ledger</title>
<meta property="og:site_name" content="The Ledger"></head><body><nav><a href="/">Home</a></nav>
<article><h1>Dam gives way</h1>
<p>Two thousand people were driven from their homes when the dam at Karsell gave way on Monday morning.</p>
<p>The government has set aside fourteen million marks, which it called the largest package since independence.</p>
<p>Engineers had warned of cracks in the northern wall for years, and nobody in the ministry had acted.</p>
</article></body></html>`

const outlet = createServer((request, response) => {
  if (request.url?.startsWith('/gone')) return response.writeHead(404).end('gone')
  if (request.url?.startsWith('/old')) return response.writeHead(301, { location: '/dam' }).end()
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
})
let origin = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => outlet.listen(0, '127.0.0.1', resolve))
  const { port } = outlet.address() as AddressInfo // it listens on TCP
  origin = `http://127.0.0.1:${port}`
  process.env.IMPORT_ALLOW_PRIVATE = `127.0.0.1:${port}`
})
afterAll(() => outlet.close())

async function draftOf(member: Member, from: Promise<{ articleId: string } | { draftId: string }>) {
  const imported = await from
  if (!('draftId' in imported)) throw new Error('the article was there already')
  return readDraft(member, imported.draftId)
}

test('a page becomes a draft, and the draft an article whose text is kept with its hash', async () => {
  const member = await onDesk('reviewer')
  const draft = await draftOf(member, importAddress(member, `${origin}/dam`))
  const { articleId, hash } = await freezeDraft(member, draft.id, uncorrected(draft.extraction))
  const { revision, article } = await readArticle(member, articleId)
  expect(revision).toMatchObject({ number: 1, title: 'Dam gives way', publisher: 'The Ledger', hash })
  expect(revision.text.split('\n\n')).toHaveLength(3)
  expect(textHash(revision.text)).toBe(hash)
  expect(article.address).toBe(`${origin}/dam`)
})

test('the same address, also through a redirect or with tracking, leads to the article that is there', async () => {
  const member = await onDesk('reviewer', await aDesk())
  const draft = await draftOf(member, importAddress(member, `${origin}/dam`))
  const { articleId } = await freezeDraft(member, draft.id, uncorrected(draft.extraction))
  expect(await importAddress(member, `${origin}/dam/?utm_source=mail`)).toEqual({ articleId })
  expect(await importAddress(member, `${origin}/old`)).toEqual({ articleId })
  expect(await importContent(member, { kind: 'html', content: page, address: `${origin}/dam` })).toEqual({
    articleId,
  })
})

test('the address of a deleted article leads to it, where it can be brought back', async () => {
  const desk = await aDesk()
  const [member, editor] = [await onDesk('reviewer', desk), await onDesk('editor', desk)]
  const draft = await draftOf(member, importAddress(member, `${origin}/dam`))
  const { articleId } = await freezeDraft(member, draft.id, uncorrected(draft.extraction))
  await removeArticle({ member: editor, articleId })
  expect(await importAddress(member, `${origin}/dam`)).toEqual({ articleId })
  expect(await refusalOf(readArticle(member, articleId))).toBe('article-deleted')
  await bringBackArticle({ member: editor, articleId })
  expect((await readArticle(member, articleId)).article.id).toBe(articleId)
  expect(await db.select().from(articles).where(eq(articles.deskId, desk.id))).toHaveLength(1)
})

test('a draft of an address whose article was deleted meanwhile is not frozen, and stays', async () => {
  const desk = await aDesk()
  const [one, other] = [await onDesk('reviewer', desk), await onDesk('editor', desk)]
  const first = await draftOf(one, importAddress(one, `${origin}/dam`))
  const second = await draftOf(other, importAddress(other, `${origin}/dam`))
  const { articleId } = await freezeDraft(one, first.id, uncorrected(first.extraction))
  await removeArticle({ member: other, articleId })
  const frozen = freezeDraft(other, second.id, uncorrected(second.extraction))
  expect(await refusalOf(frozen)).toBe('article-deleted')
  expect((await readDraft(other, second.id)).id).toBe(second.id)
})

test('another desk imports the same address for itself', async () => {
  const [one, other] = [await onDesk('reviewer', await aDesk()), await onDesk('reviewer', await aDesk())]
  const first = await draftOf(one, importAddress(one, `${origin}/dam`))
  await freezeDraft(one, first.id, uncorrected(first.extraction))
  expect(await importAddress(other, `${origin}/dam`)).toHaveProperty('draftId')
})

test('two who freeze the same address at once get one article', async () => {
  const desk = await aDesk()
  const [one, other] = [await onDesk('reviewer', desk), await onDesk('reviewer', desk)]
  const first = await draftOf(one, importAddress(one, `${origin}/dam`))
  const second = await draftOf(other, importAddress(other, `${origin}/dam`))
  const [a, b] = await Promise.all([
    freezeDraft(one, first.id, uncorrected(first.extraction)),
    freezeDraft(other, second.id, uncorrected(second.extraction)),
  ])
  expect(a.articleId).toBe(b.articleId)
  expect(await db.select().from(articles).where(eq(articles.deskId, desk.id))).toHaveLength(1)
})

test('an address that is typed at a draft without one is the article’s, or leads to the article that has it', async () => {
  const member = await onDesk('reviewer', await aDesk())
  const content = 'WEBVTT\n\n00:00:02.000 --> 00:00:06.000\n<v Anna Weir>We counted forty carts that night.\n'
  const pasted = () => draftOf(member, importContent(member, { kind: 'text', content, name: 'weir.vtt' }))
  const first = await pasted()
  const typed = { ...uncorrected(first.extraction), address: 'video.example/watch?v=1' }
  const { articleId } = await freezeDraft(member, first.id, typed)
  expect((await readArticle(member, articleId)).article.address).toBe('https://video.example/watch?v=1')
  const second = await pasted()
  expect(await freezeDraft(member, second.id, typed)).toMatchObject({ articleId })
  const third = await pasted()
  const wrong = { ...typed, address: 'no address' }
  expect(await refusalOf(freezeDraft(member, third.id, wrong))).toBe('address-invalid')
})

test('a draft that has an address keeps it, whatever is sent', async () => {
  const member = await onDesk('reviewer', await aDesk())
  const draft = await draftOf(member, importAddress(member, `${origin}/dam`))
  const typed = { ...uncorrected(draft.extraction), address: 'https://elsewhere.example/dam' }
  const { articleId } = await freezeDraft(member, draft.id, typed)
  expect((await readArticle(member, articleId)).article.address).toBe(`${origin}/dam`)
})

test('corrected fields and left-out blocks are what is frozen', async () => {
  const member = await onDesk('reviewer')
  const draft = await draftOf(member, importContent(member, { kind: 'html', content: page }))
  const { articleId } = await freezeDraft(member, draft.id, {
    ...uncorrected(draft.extraction),
    title: 'Karsell dam gives way',
    published: '2026-03',
    leftOut: [2],
  })
  const { revision } = await readArticle(member, articleId)
  expect(revision).toMatchObject({ title: 'Karsell dam gives way', published: '2026-03' })
  expect(revision.text).not.toContain('Engineers')
  const [row] = await db.select().from(revisions).where(eq(revisions.articleId, articleId))
  expect(row?.provenance).toMatchObject({ title: 'member', published: 'member', publisher: 'meta' })
})

test('a refused page leaves nothing behind', async () => {
  const member = await onDesk('reviewer', await aDesk())
  expect(await refusalOf(importAddress(member, `${origin}/gone`))).toBe('page-missing')
  expect(await refusalOf(importAddress(member, 'http://192.168.0.1/'))).toBe('address-private')
  expect(await refusalOf(importAddress(member, 'no address'))).toBe('address-invalid')
  expect(await db.select().from(drafts).where(eq(drafts.deskId, member.deskId))).toEqual([])
  expect(await listed(member)).toEqual([])
})

test.each([
  ['an empty paste', '  \n ', 'page-empty'],
  ['a binary file', `\u0000\u0001${'\uFFFD'.repeat(40)} PNG`, 'file-not-text'],
  ['a page without text', '<html><body><nav><a href="/">Home</a></nav></body></html>', 'article-empty'],
])('%s is refused', async (_, content, code) => {
  const member = await onDesk('reviewer')
  const kind = content.startsWith('<') ? 'html' : 'text'
  expect(await refusalOf(importContent(member, { kind, content }))).toBe(code)
})

test('a draft is its member’s alone, and can be frozen once', async () => {
  const desk = await aDesk()
  const [member, colleague] = [await onDesk('reviewer', desk), await onDesk('admin', desk)]
  const draft = await draftOf(member, importContent(member, { kind: 'html', content: page }))
  expect(await refusalOf(readDraft(colleague, draft.id))).toBe('draft-unknown')
  await freezeDraft(member, draft.id, uncorrected(draft.extraction))
  expect(await refusalOf(freezeDraft(member, draft.id, uncorrected(draft.extraction)))).toBe('draft-unknown')
})

test('a draft that was left is listed for its member until it is frozen', async () => {
  const desk = await aDesk()
  const [member, colleague] = [await onDesk('reviewer', desk), await onDesk('editor', desk)]
  const draft = await draftOf(member, importContent(member, { kind: 'html', content: page }))
  expect(await listDrafts(member)).toMatchObject([{ id: draft.id, title: 'Dam gives way' }])
  expect(await listDrafts(colleague)).toEqual([])
  await freezeDraft(member, draft.id, uncorrected(draft.extraction))
  expect(await listDrafts(member)).toEqual([])
})

test('a date that cannot be read is not frozen, and its draft stays', async () => {
  const member = await onDesk('reviewer')
  const draft = await draftOf(member, importContent(member, { kind: 'html', content: page }))
  const corrections = { ...uncorrected(draft.extraction), published: '5 March 2026' }
  expect(await refusalOf(freezeDraft(member, draft.id, corrections))).toBe('date-unreadable')
  expect((await readDraft(member, draft.id)).id).toBe(draft.id)
})

test('an untitled text is not frozen, and its draft stays', async () => {
  const member = await onDesk('reviewer')
  const draft = await draftOf(member, importContent(member, { kind: 'html', content: page }))
  const untitled = { ...uncorrected(draft.extraction), title: ' ' }
  expect(await refusalOf(freezeDraft(member, draft.id, untitled))).toBe('article-untitled')
  expect((await readDraft(member, draft.id)).id).toBe(draft.id)
})

test('an article of another desk looks like one that is not there', async () => {
  const [member, stranger] = [await onDesk('reviewer', await aDesk()), await onDesk('admin', await aDesk())]
  const draft = await draftOf(member, importContent(member, { kind: 'html', content: page }))
  const { articleId } = await freezeDraft(member, draft.id, uncorrected(draft.extraction))
  expect(await refusalOf(readArticle(stranger, articleId))).toBe('article-unknown')
  expect(await refusalOf(readArticle(stranger, 'no-id'))).toBe('article-unknown')
  expect(await listed(stranger)).toEqual([])
  const [line] = await listed(member)
  expect(line).toMatchObject({ id: articleId, claims: 0, checked: 0, publishedClaims: 0 })
})

test('the address of an article that is limited to others leads to another of one’s own, like a new one', async () => {
  const desk = await aDesk()
  const [ruth, idris] = [await onDesk('editor', desk), await onDesk('reviewer', desk)]
  const first = await draftOf(ruth, importAddress(ruth, `${origin}/dam`))
  const { articleId } = await freezeDraft(ruth, first.id, uncorrected(first.extraction))
  await limitArticle({ member: ruth, articleId, was: null, members: [ruth.id] })
  const second = await draftOf(idris, importAddress(idris, `${origin}/dam`))
  const frozen = await freezeDraft(idris, second.id, uncorrected(second.extraction))
  expect(frozen).toMatchObject({ revision: 1 })
  expect(frozen.articleId).not.toBe(articleId)
  expect(await importAddress(idris, `${origin}/dam`)).toEqual({ articleId: frozen.articleId })
  expect(await importAddress(ruth, `${origin}/dam`)).toEqual({ articleId })
})
