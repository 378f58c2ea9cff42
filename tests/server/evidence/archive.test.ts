import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { notices, publications, snapshots, sourceLooks } from '../../../db/schema'
import { readArticles } from '../../../server/article/list/read-articles'
import { limitArticle } from '../../../server/limit/change-limit'
import type { Member } from '../../../server/member/member'
import { readLeftOpen } from '../../../server/review/approval/read-left-open'
import { setSourceField } from '../../../server/room/doc/source-values'
import { writeInRoom } from '../../../server/room/live/write-in-room'
import { addNote } from '../../../server/source/publisher-note/add-note'
import { addFile } from '../../../server/source/snapshot/add-file'
import { archiveSource } from '../../../server/source/snapshot/archive-source'
import { readEvidence } from '../../../server/source/snapshot/read-evidence'
import { openEvidence } from '../../../server/source/store/keep-bytes'
import { readInDoubt } from '../../../server/source/watch/read-in-doubt'
import { signHolds } from '../../../server/source/watch/sign-holds'
import { watchLinks, watchPublishedLinks } from '../../../server/source/watch/watch-links'
import { freshDatabase } from '../../database'
import { aClaim, aDesk, aRoomWith, aSource, onDesk, refusalOf } from '../../newsroom'
import { aNewsroom, published } from '../../publishing'
import { writeClaim } from '../../write-claim'
import { aPdf, aWordFile } from '../../write-files'
import { aDataDir, aPage, aSite } from './a-site'

const db = await freshDatabase()
const dataDir = aDataDir()
const quote = 'By the end of February 14,000,000 marks were paid out in nine districts.'

/** A claim with one source that quotes a page. */
async function aLinkedClaim(
  address: string,
  parts: { quote?: string; desk?: Awaited<ReturnType<typeof aDesk>> } = {},
) {
  const desk = parts.desk ?? (await aDesk())
  const [member, editor] = [await onDesk('reviewer', desk), await onDesk('editor', desk)]
  const source = aSource({ address, quote: parts.quote ?? quote })
  const claim = aClaim({ sources: [source] })
  const room = await aRoomWith([claim], member)
  const named = { claimId: claim.id, sourceId: source.id }
  const evidence = async (by: Member = member) => (await readEvidence(by, claim.id))[0]
  return {
    ...room,
    desk,
    member,
    editor,
    claim,
    source,
    named,
    evidence,
    archive: () => archiveSource(member, named),
  }
}

test('a link that is archived keeps its bytes under their hash, and says when and from where', async () => {
  const content = aPage(quote)
  const site = await aSite({
    '/register': { status: 302, headers: { location: '/now' } },
    '/now': { content, headers: { 'x-kept': ['one', 'two'] } },
  })
  const { archive, evidence, source } = await aLinkedClaim(`${site.origin}/register`)
  await archive()
  const found = await evidence()
  const [kept] = found?.snapshots ?? []
  expect(kept).toMatchObject({
    size: Buffer.byteLength(content),
    mediaType: 'text/html',
    finalAddress: `${site.origin}/now`,
  })
  expect(await openEvidence().get(kept?.sha256 ?? '')).toEqual({ bytes: Buffer.from(content) })
  const [row] = await db.select().from(snapshots).where(eq(snapshots.sourceId, source.id))
  expect(row?.redirects).toEqual([{ address: `${site.origin}/register`, status: 302, location: '/now' }])
  expect(row?.responseHeaders).toEqual(
    expect.arrayContaining([
      ['x-kept', 'one'],
      ['x-kept', 'two'],
    ]),
  )
  expect(row?.text).toContain(quote)
  expect(found?.quoted).toEqual({ is: 'found' })
  expect(found?.look).toMatchObject({ state: 'moved', fault: null })
})

test('a quote that the page says otherwise is told with the page’s words, one that is not there as missing', async () => {
  const site = await aSite({
    '/a': { content: aPage(quote.replace('14,000,000', '12,000,000')) },
    '/b': { content: aPage('Nothing.') },
  })
  const other = await aLinkedClaim(`${site.origin}/a`)
  await other.archive()
  expect((await other.evidence())?.quoted).toMatchObject({
    is: 'differs',
    passage: expect.stringContaining('12,000,000 marks'),
  })
  const missing = await aLinkedClaim(`${site.origin}/b`)
  await missing.archive()
  expect((await missing.evidence())?.quoted).toEqual({ is: 'not-found' })
})

test('a quote that the page had and has no more is not found in a sentence that is only like it', async () => {
  const like = quote.replace('14,000,000', '12,000,000').replace('nine', 'five')
  const site = await aSite({ '/a': { content: aPage(quote, `<p>${like}</p>`) } })
  const { archive, evidence } = await aLinkedClaim(`${site.origin}/a`)
  await archive()
  site.pages['/a'] = { content: aPage('It was left out in March.', `<p>${like}</p>`) }
  await archive()
  expect((await evidence())?.snapshots).toHaveLength(2)
  expect((await evidence())?.quoted).toEqual({ is: 'not-found' })
})

test('a quote is found in the copy of a PDF, also over the end of a line', async () => {
  const drawn = ['By the end of February 14,000,000 marks', 'were paid out in nine districts.']
  const content = aPdf([drawn.map((text, line) => ({ text, x: 72, y: 700 - 16 * line }))])
  const site = await aSite({ '/report': { content, headers: { 'content-type': 'application/pdf' } } })
  const { archive, evidence } = await aLinkedClaim(`${site.origin}/report`)
  await archive()
  const found = await evidence()
  expect(found?.snapshots[0]?.mediaType).toBe('application/pdf')
  expect(found?.quoted).toEqual({ is: 'found' })
})

test('a Word document is kept as one, and its quote is found in its words, as in those of captions', async () => {
  const site = await aSite({})
  const { named, member, evidence } = await aLinkedClaim(`${site.origin}/missing`)
  const word = aWordFile([{ text: 'The register', style: 'Title' }, { text: quote }])
  await addFile({ ...named, member, fileName: 'register.docx', bytes: word })
  const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  expect((await evidence())?.snapshots).toMatchObject([{ mediaType: wordType, hasWords: true }])
  expect((await evidence())?.quoted).toEqual({ is: 'found' })
  const cut = quote.replace('marks were', 'marks\n\n2\n00:00:05,000 --> 00:00:09,000\nwere')
  const bytes = Buffer.from(`1\n00:00:01,000 --> 00:00:04,000\n${cut}\n`)
  await addFile({ ...named, member, fileName: 'register.srt', bytes })
  expect((await evidence())?.snapshots[0]).toMatchObject({ mediaType: 'text/plain', hasWords: true })
  expect((await evidence())?.quoted).toEqual({ is: 'found' })
})

test('an address that cannot be archived says why, and a private one is not gone to', async () => {
  const site = await aSite({ '/no': { status: 403 }, '/broken': { status: 500 } })
  const stateAt = async (address: string) => {
    const { archive, evidence } = await aLinkedClaim(address)
    await archive()
    const { state, fault } = (await evidence())?.look ?? {}
    return [state, fault]
  }
  expect(await stateAt(`${site.origin}/no`)).toEqual(['blocked', 'page-refused'])
  expect(await stateAt(`${site.origin}/missing`)).toEqual(['gone', 'page-missing'])
  expect(await stateAt(`${site.origin}/broken`)).toEqual(['silent', 'page-failed'])
  expect(await stateAt('http://127.0.0.1:9/inside')).toEqual(['silent', 'address-private'])
  const words = await aLinkedClaim('Call with the treasury')
  expect(await refusalOf(words.archive())).toBe('source-without-link')
})

test('a page that says the same is kept once, however its code differs', async () => {
  const site = await aSite({ '/page': { content: aPage(quote) } })
  const { archive, source } = await aLinkedClaim(`${site.origin}/page`)
  await archive()
  site.pages['/page'] = {
    content: aPage(quote).replace('<head>', '<head><meta name="nonce" content="8s7df">'),
  }
  await archive()
  expect(await db.select().from(snapshots).where(eq(snapshots.sourceId, source.id))).toHaveLength(1)
  expect(await db.select().from(sourceLooks).where(eq(sourceLooks.sourceId, source.id))).toHaveLength(2)
})

test('a source whose quoted words are gone puts its claim in doubt until somebody says that the verdict holds', async () => {
  const site = await aSite({ '/page': { content: aPage(quote) } })
  const { archive, evidence, member, editor, articleId, claim } = await aLinkedClaim(`${site.origin}/page`)
  await archive()
  expect(await readInDoubt(member, articleId)).toEqual([])
  site.pages['/page'] = { content: aPage('The register is being revised.') }
  await archive()
  expect((await evidence())?.look?.state).toBe('changed')
  expect(await readInDoubt(member, articleId)).toMatchObject([
    { claimId: claim.id, isHere: true, readersHave: null },
  ])
  expect(await readLeftOpen(claim.id, member)).toMatchObject({ isInDoubt: true })
  await archive()
  const told = await db.select().from(notices).where(eq(notices.claimId, claim.id))
  expect(told.map(({ kind, memberId }) => [kind, memberId])).toEqual([['source-changed', editor.id]])
  const look = (await evidence())?.look
  await signHolds(member, look?.id ?? '')
  expect(await readInDoubt(member, articleId)).toEqual([])
  expect((await evidence())?.look?.confirmed).toMatchObject({ by: member.name })
  await archive()
  expect((await evidence())?.look?.state).toBe('ok')
})

test('a page that changed around the quoted words puts nothing in doubt', async () => {
  const site = await aSite({ '/page': { content: aPage(quote) } })
  const { archive, evidence, member, articleId } = await aLinkedClaim(`${site.origin}/page`)
  await archive()
  site.pages['/page'] = { content: aPage(quote, '<p>A new paragraph about next month was added here.</p>') }
  await archive()
  expect((await evidence())?.look?.state).toBe('ok')
  expect((await evidence())?.snapshots).toHaveLength(2)
  expect(await readInDoubt(member, articleId)).toEqual([])
})

test('whoever else works in the process does not wait while a long source is compared', async () => {
  const site = await aSite({ '/page': { content: aPage(quote) } })
  const { archive, evidence, source } = await aLinkedClaim(`${site.origin}/page`)
  await archive()
  const wholeText = Array.from({ length: 250_000 }, (_, nth) => `w${(nth * 7919) % 50_021}`).join(' ')
  await db.update(snapshots).set({ text: '', wholeText }).where(eq(snapshots.sourceId, source.id))
  const before = performance.eventLoopUtilization()
  expect((await evidence())?.quoted).toEqual({ is: 'not-found' })
  expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.5)
})

test('a publication records the newest copy that says what is quoted', async () => {
  const site = await aSite({ '/page': { content: aPage(quote) } })
  const room = await aNewsroom()
  const source = aSource({ address: `${site.origin}/page`, quote })
  const claim = aClaim({ sources: [source, aSource({ address: '' })] })
  await writeInRoom(room.article.id, room.author, (doc) => writeClaim(doc, claim, room.article.text))
  const archive = () => archiveSource(room.author, { claimId: claim.id, sourceId: source.id })
  await archive()
  site.pages['/page'] = { content: aPage(quote, '<p>A new paragraph about next month was added here.</p>') }
  await archive()
  site.pages['/page'] = { content: aPage('The register is being revised.') }
  await archive()
  const kept = await db
    .select()
    .from(snapshots)
    .where(eq(snapshots.sourceId, source.id))
    .orderBy(snapshots.takenAt)
  await published(room, claim)
  const [{ content } = {}] = await db.select().from(publications).where(eq(publications.claimId, claim.id))
  expect(content?.evidence?.map(({ sha256 }) => sha256)).toEqual([kept[1]?.sha256])
})

test('a page that is gone and was looked into stays quiet while it is gone', async () => {
  const site = await aSite({ '/page': { content: aPage(quote) } })
  const { archive, evidence, member, articleId, claim } = await aLinkedClaim(`${site.origin}/page`)
  await archive()
  delete site.pages['/page']
  await archive()
  expect(await readInDoubt(member, articleId)).toMatchObject([
    { claimId: claim.id, isHere: true, readersHave: null },
  ])
  expect(await readLeftOpen(claim.id, member)).toMatchObject({ isInDoubt: true })
  await signHolds(member, (await evidence())?.look?.id ?? '')
  await archive()
  expect(await readInDoubt(member, articleId)).toEqual([])
  expect((await evidence())?.look).toMatchObject({ state: 'gone', confirmed: { by: member.name } })
})

test('a page that changed stays in doubt while its server gives nothing', async () => {
  const site = await aSite({ '/page': { content: aPage(quote) } })
  const { archive, evidence, member, articleId, claim } = await aLinkedClaim(`${site.origin}/page`)
  await archive()
  site.pages['/page'] = { content: aPage('The register is being revised.') }
  await archive()
  site.pages['/page'] = { status: 503 }
  await archive()
  expect(await readInDoubt(member, articleId)).toMatchObject([
    { claimId: claim.id, isHere: true, readersHave: null },
  ])
  expect((await evidence())?.look).toMatchObject({ state: 'changed', fault: 'page-failed' })
  await signHolds(member, (await evidence())?.look?.id ?? '')
  site.pages['/page'] = { content: aPage('The register is being revised.') }
  await archive()
  expect((await evidence())?.look?.state).toBe('ok')
})

test('a look that was cut off with its process takes no doubt away, either', async () => {
  const site = await aSite({ '/page': { content: aPage(quote) } })
  const { archive, evidence, source } = await aLinkedClaim(`${site.origin}/page`)
  await archive()
  site.pages['/page'] = { content: aPage('The register is being revised.') }
  await archive()
  const [last] = await db.select().from(sourceLooks).where(eq(sourceLooks.sourceId, source.id)).limit(1)
  if (!last) throw new Error('nobody looked')
  const open = { state: null, fault: null, snapshotId: null, endedAt: null }
  const times = { begunAt: new Date(Date.now() - 11 * 60_000) }
  await db
    .update(sourceLooks)
    .set({ begunAt: sql`${sourceLooks.begunAt} - interval '12 minutes'` })
    .where(eq(sourceLooks.sourceId, source.id))
  await db.insert(sourceLooks).values({ ...last, ...open, ...times, id: uuid() })
  site.pages['/page'] = { status: 503 }
  await archive()
  expect((await evidence())?.look).toMatchObject({ state: 'changed', fault: 'page-failed' })
})

test('a page that no server gave for three weeks is gone, unless nothing else was reached either', async () => {
  const site = await aSite({ '/page': { status: 503 }, '/other': { content: aPage(quote) } })
  const { archive, evidence, member, source, articleId, claim } = await aLinkedClaim(`${site.origin}/page`)
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)
  for (const days of [22, 15, 8]) {
    await archive()
    const [look] = await db
      .select()
      .from(sourceLooks)
      .where(eq(sourceLooks.sourceId, source.id))
      .orderBy(desc(sourceLooks.begunAt))
    const at = { begunAt: daysAgo(days), endedAt: daysAgo(days) }
    await db
      .update(sourceLooks)
      .set(at)
      .where(eq(sourceLooks.id, look?.id ?? ''))
  }
  const others = await db
    .update(sourceLooks)
    .set({ fault: 'address-too-slow' })
    .where(isNull(sourceLooks.fault))
    .returning({ id: sourceLooks.id })
  await archive()
  expect((await evidence())?.look?.state).toBe('silent')
  await db
    .update(sourceLooks)
    .set({ fault: null })
    .where(
      inArray(
        sourceLooks.id,
        others.map(({ id }) => id),
      ),
    )
  const other = await aLinkedClaim(`${site.origin}/other`)
  await other.archive()
  await archive()
  expect((await evidence())?.look).toMatchObject({ state: 'gone', fault: 'page-failed' })
  expect(await readInDoubt(member, articleId)).toMatchObject([
    { claimId: claim.id, isHere: true, readersHave: null },
  ])
})

test('what a look found cannot be confirmed once there is a newer one', async () => {
  const site = await aSite({})
  const { archive, evidence, member } = await aLinkedClaim(`${site.origin}/page`)
  await archive()
  const first = (await evidence())?.look?.id ?? ''
  await archive()
  expect(await refusalOf(signHolds(member, first))).toBe('look-unknown')
})

test('a source is archived by itself once its address has stood for a round, and not again within the week', async () => {
  const site = await aSite({ '/one': { content: aPage(quote) }, '/two': { content: aPage(quote) } })
  const { edit, member, source } = await aLinkedClaim(`${site.origin}/one`)
  const [seen, now] = [new Map<string, string>(), new Date()]
  const looks = () =>
    db
      .select()
      .from(sourceLooks)
      .where(eq(sourceLooks.sourceId, source.id))
      .orderBy(desc(sourceLooks.begunAt))
  await watchLinks(seen, now)
  expect(await looks()).toEqual([])
  await edit(member, (doc) => setSourceField(doc, source.id, 'address', `${site.origin}/two`, null))
  await watchLinks(seen, now)
  expect(await looks()).toEqual([])
  await watchLinks(seen, now)
  expect((await looks()).map(({ address, askedBy }) => [address, askedBy])).toEqual([
    [`${site.origin}/two`, null],
  ])
  await watchLinks(seen, new Date(now.getTime() + 6 * 86_400_000))
  expect(await looks()).toHaveLength(1)
  await watchLinks(seen, new Date(now.getTime() + 8 * 86_400_000))
  expect(await looks()).toHaveLength(2)
})

test('a link that readers have and the room has no more is looked at, too, and told of when it dies', async () => {
  const site = await aSite({ '/told': { content: aPage(quote) } })
  const newsroom = await aNewsroom()
  const { article, author, editor } = newsroom
  const source = aSource({ address: `${site.origin}/told`, quote })
  const claim = aClaim({ sources: [source] })
  await writeInRoom(article.id, author, (doc) => writeClaim(doc, claim, article.text))
  await published(newsroom, claim)
  const now = new Date()
  await watchPublishedLinks(now)
  expect(site.asked).toHaveLength(0)
  await writeInRoom(article.id, author, (doc) => setSourceField(doc, source.id, 'address', '', null))
  await watchPublishedLinks(now)
  await watchPublishedLinks(now)
  expect(site.asked).toHaveLength(1)
  site.pages['/told'] = { status: 410 }
  await watchPublishedLinks(new Date(now.getTime() + 8 * 86_400_000))
  const told = await db.select().from(notices).where(eq(notices.claimId, claim.id))
  const ofIt = told.filter(({ kind }) => kind === 'source-changed').map(({ memberId }) => memberId)
  expect(new Set(ofIt)).toEqual(new Set([author.id, editor.id]))
  expect(await readInDoubt(author, article.id)).toEqual([
    { claimId: claim.id, isHere: false, readersHave: `${site.origin}/told` },
  ])
  const { articles } = await readArticles(author, { filter: { sources: 'in-doubt' }, page: 1 })
  expect(articles.map(({ id }) => id)).toEqual([article.id])
  // What is submitted now no longer leans on it.
  expect(await readLeftOpen(claim.id, author)).toMatchObject({ isInDoubt: false })
})

test('a round asks each host once, and leaves the demo’s addresses alone', async () => {
  const site = await aSite({ '/a': { content: aPage(quote) }, '/b': { content: aPage(quote) } })
  const demo = await aDesk({ isDemo: true })
  for (const path of ['/a', '/b']) await aLinkedClaim(`${site.origin}${path}`)
  await aLinkedClaim(`${site.origin}/a`, { desk: demo })
  const seen = new Map<string, string>()
  await watchLinks(seen, new Date())
  await watchLinks(seen, new Date())
  expect(site.asked).toHaveLength(1)
  await watchLinks(seen, new Date())
  await watchLinks(seen, new Date())
  expect(site.asked).toHaveLength(2)
})

test('a file is kept as what its bytes are, whatever it is called', async () => {
  const { member, named, evidence } = await aLinkedClaim('')
  const png = Buffer.from('89504e470d0a1a0a0000000d', 'hex')
  await addFile({ member, ...named, fileName: '../x/scan.html', bytes: png })
  expect((await evidence())?.snapshots).toMatchObject([
    { kind: 'attached', fileName: 'scan.html', mediaType: 'image/png' },
  ])
  expect(await refusalOf(addFile({ member, ...named, fileName: 'a', bytes: Buffer.alloc(0) }))).toBe(
    'evidence-empty',
  )
  const large = addFile({ member, ...named, fileName: 'a', bytes: Buffer.alloc(25_000_001) })
  expect(await refusalOf(large)).toBe('evidence-too-large')
})

test('bytes that were altered on disk are not believed', async () => {
  const sha256 = await openEvidence().put(Buffer.from('as it was'))
  const path = join(dataDir, 'evidence', sha256.slice(0, 2), sha256)
  writeFileSync(path, 'as it is!')
  expect(await openEvidence().get(sha256)).toEqual({ fault: 'altered' })
  await openEvidence().put(Buffer.from('as it was'))
  expect(readFileSync(path, 'utf8')).toBe('as it was')
  expect(readdirSync(join(dataDir, 'evidence', sha256.slice(0, 2)))).toEqual([sha256])
  expect(await openEvidence().get('../../etc/passwd')).toEqual({ fault: 'missing' })
})

test('a note on a publisher stands at every source of it on the desk, signed, until it is taken back', async () => {
  const desk = await aDesk()
  const one = await aLinkedClaim('https://news.agency.example.co.uk/a', { desk })
  const other = await aLinkedClaim('https://www.example.co.uk/b', { desk })
  const elsewhere = await aLinkedClaim('https://www.example.co.uk/c')
  await addNote({ member: one.member, ...one.named, text: 'Corrects itself openly.' })
  expect((await other.evidence())?.note).toMatchObject({
    publisher: 'example.co.uk',
    text: 'Corrects itself openly.',
    by: one.member.name,
  })
  expect((await elsewhere.evidence())?.note).toBeNull()
  await addNote({ member: other.member, ...other.named, text: '' })
  expect((await one.evidence())?.note).toBeNull()
})

test('whoever may not know of an article is told of its evidence as of what is not there', async () => {
  const { archive, member, editor, articleId, claim, named } = await aLinkedClaim('https://treasury.example/')
  await limitArticle({ member: editor, articleId, was: null, members: [editor.id] })
  expect(await refusalOf(readEvidence(member, claim.id))).toBe('claim-unknown')
  expect(await refusalOf(archive())).toBe('source-unknown')
  expect(await refusalOf(addFile({ member, ...named, fileName: 'a', bytes: Buffer.from('a') }))).toBe(
    'source-unknown',
  )
  expect(await readInDoubt(member, articleId)).toEqual([])
})

test('the desk’s list can be narrowed to articles with claims in doubt', async () => {
  const site = await aSite({})
  const { archive, member, articleId, desk } = await aLinkedClaim(`${site.origin}/gone`)
  await aLinkedClaim('https://treasury.example/', { desk })
  await archive()
  const { articles, total } = await readArticles(member, { filter: { sources: 'in-doubt' }, page: 1 })
  expect([articles.map(({ id }) => id), total]).toEqual([[articleId], 1])
})
