import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { eq, isNull, like } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { articles, desks, outbox, pages } from '../../db/schema'
import { renderOutbox, renderStale } from '../../server/publication/made/render'
import { startRendering } from '../../server/publication/made/start-rendering'
import { readPage } from '../../server/publication/stored/read-page'
import { storePages } from '../../server/publication/stored/store-pages'
import { freshDatabase } from '../database'
import { aClaim, aRationale, aSource, selectorsOf } from '../newsroom'
import { aNewsroom, published } from '../publishing'

const db = await freshDatabase()
const room = await aNewsroom()

afterEach(() => {
  delete process.env.PUBLIC_ORIGIN
})

async function htmlOf(path: string): Promise<string> {
  const page = await readPage(path)
  if (!page) throw new Error(`there is no page ${path}`)
  return page.bytes.toString()
}

test('the claim page says in plain text all that was checked', async () => {
  const sources = [
    aSource({ title: 'Budget speech', stance: 'supports', quote: 'the largest ever' }),
    aSource({ title: 'Drought relief act of 1987', stance: 'refutes' }),
  ]
  const rationale = aRationale('Adjusted for prices, 1987 was larger', sources)
  const { path } = await published(room, aClaim({ sources, rationale, notKnown: 'What it cost in the end.' }))
  await renderOutbox()
  const html = await htmlOf(path)
  for (const text of [
    '<h1>It is the largest relief package since independence.</h1>',
    'Misleading / missing context',
    'Leaves out something that changes the meaning.',
    '<q>the largest relief package since independence</q>',
    '<a href="/speakers/the-prime-minister"><bdi>The prime minister</bdi></a>, 5 March 2026',
    'Only in cash terms. Adjusted for prices, the 1987 package was larger.',
    'Adjusted for prices, 1987 was larger',
    'href="#source-2"',
    'id="source-2"',
    'Budget speech',
    '“the largest ever”',
    'Refutes',
    'What it cost in the end.',
    'As known on 6 March 2026.',
    'Version 1',
    '9 March 2026, 11:20',
    `Approved by ${room.editor.name}.`,
  ])
    expect(html).toContain(text)
})

test('a claim page has no script, no form and nothing from another host, and waits for no second answer', async () => {
  process.env.PUBLIC_ORIGIN = 'https://meridian.example'
  const { path } = await published(room, aClaim())
  await renderOutbox()
  const html = await htmlOf(path)
  expect(html.match(/<script[^>]*>/g)).toEqual(['<script type="application/ld+json">'])
  expect(html).not.toMatch(/<(form|iframe|img|button|input)\b|\son\w+=|style="/)
  expect(html).not.toContain('rel="stylesheet"')
})

test('hostile words stay words, and hostile addresses become no links', async () => {
  const sources = [
    aSource({ title: '<img src=x onerror=alert(1)>', address: 'javascript:alert(1)' }),
    aSource({ address: 'data:text/html,x' }),
  ]
  const { path, number } = await published(
    room,
    aClaim({
      statement: '</title><script>alert(1)</script>',
      sources,
      rationale: aRationale('</p><script>alert(2)</script>', sources),
    }),
  )
  await renderOutbox()
  const html = await htmlOf(path)
  expect(html).not.toMatch(/<script|<img|href="(javascript|data:text)/)
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect((await readPage(`/c/${number}`))?.canonical).toBe(`/c/${number}-title-script-alert-1-script`)
})

test('a correction shows its note above the reasons, and the older version stays as it was', async () => {
  const claim = aClaim({ verdict: 'unproven', notKnown: 'The price.' })
  const { number } = await published(room, claim)
  await renderOutbox()
  const older = await htmlOf(`/c/${number}/v/1`)
  await published(
    room,
    { ...claim, verdict: 'misleading' },
    {
      kind: 'verdict-change',
      publicNote: 'We first rated this Unproven.',
      at: new Date('2026-03-12T13:20:00Z'),
    },
  )
  await renderOutbox()
  const newest = await htmlOf(`/c/${number}`)
  expect(newest.indexOf('We first rated this Unproven.')).toBeLessThan(
    newest.indexOf('Why we rate it this way'),
  )
  expect(newest).toContain('Correction, 12 March 2026.')
  expect(newest).toContain(`href="/c/${number}/v/1"`)
  expect(await htmlOf(`/c/${number}/v/1`)).toBe(older)
  expect(older).toContain(`Version 1. The newest is at <a href="/c/${number}">`)
  expect(older).not.toContain('We first rated')
  expect(await htmlOf('/corrections')).toContain('We first rated this Unproven.')
})

test('a later version does not touch the row of an older page', async () => {
  const claim = aClaim()
  const { number } = await published(room, claim)
  await renderOutbox()
  const made = () =>
    db
      .select({ madeAt: pages.madeAt })
      .from(pages)
      .where(eq(pages.path, `/c/${number}/v/1`))
  const before = await made()
  await published(
    room,
    { ...claim, shortAnswer: 'Other.' },
    { kind: 'clarification', publicNote: 'Clearer.' },
  )
  await renderOutbox()
  expect(await made()).toEqual(before)
})

test('a statement that changed moves the page', async () => {
  const claim = aClaim()
  const { number } = await published(room, claim)
  await published(room, { ...claim, statement: 'Quite another one' }, { kind: 'factual', publicNote: 'Why.' })
  await renderOutbox()
  expect((await readPage(`/c/${number}`))?.canonical).toBe(`/c/${number}-quite-another-one`)
})

test('the article page has its claims in order of the text, with verdicts and corrections', async () => {
  const own = await aNewsroom()
  const late = aClaim({ words: 'nobody acted', selectors: selectorsOf('nobody acted'), verdict: 'false' })
  const early = aClaim({ selectors: selectorsOf('Two thousand people'), verdict: 'true' })
  await published(own, late)
  await published(own, early)
  await published(
    own,
    { ...late, verdict: 'unproven' },
    { kind: 'verdict-change', publicNote: 'Somebody did.' },
  )
  await renderOutbox()
  const [article] = await db.select().from(articles).where(eq(articles.id, own.article.id))
  const html = await htmlOf(`/a/${article?.publicNumber}`)
  expect(html.indexOf('>Two thousand people</h2>')).toBeGreaterThan(0)
  expect(html.indexOf('>Two thousand people</h2>')).toBeLessThan(html.indexOf('>nobody acted</h2>'))
  expect(html).toContain('aria-label="Claim 2: Unproven"')
  expect(html).toContain('Somebody did.')
  // Another publisher's text is not given out beyond the quotes and a little context.
  expect(html).not.toContain('shortly before midnight')
  expect(html.match(/<script[^>]*>/g)).toEqual(['<script type="application/ld+json">'])
})

test('the desk’s own article is shown whole, with its claims marked', async () => {
  const own = await aNewsroom()
  await db.update(articles).set({ isOwn: true }).where(eq(articles.id, own.article.id))
  await published(own, aClaim({ verdict: 'false' }))
  await renderOutbox()
  const [article] = await db.select().from(articles).where(eq(articles.id, own.article.id))
  const html = await htmlOf(`/a/${article?.publicNumber}`)
  expect(html).toContain('shortly before midnight')
  expect(html).toContain('<mark class="hl v-false">the largest relief package since independence</mark>')
})

test('pages are kept packed, and unpack to the same bytes', async () => {
  const { path } = await published(room, aClaim())
  await renderOutbox()
  const page = await readPage(path)
  expect(page && gunzipSync(page.gzip).equals(page.bytes)).toBe(true)
  expect(page && brotliDecompressSync(page.brotli).equals(page.bytes)).toBe(true)
  expect(page?.gzip.length).toBeLessThan(14 * 1024)
})

test('what comes out of another template as it was has not changed since', async () => {
  const page = { path: '/x', canonical: '/x', contentType: 'text/plain', content: 'The same.' }
  await storePages(db, [{ ...page, template: 'one' }])
  const before = await readPage('/x')
  await storePages(db, [{ ...page, template: 'two' }])
  expect((await readPage('/x'))?.madeAt).toEqual(before?.madeAt)
})

test('making pages twice, and by two at once, changes nothing', async () => {
  const { path } = await published(room, aClaim())
  await Promise.all([renderOutbox(), renderOutbox()])
  const before = await readPage(path)
  await renderOutbox()
  await renderStale()
  expect(await readPage(path)).toEqual(before)
  expect(await db.$count(outbox, isNull(outbox.doneAt))).toBe(0)
})

test('what was published before a crash gets its pages at the next start', async () => {
  const { path, number } = await published(room, aClaim())
  expect(await readPage(path)).toBeNull()
  const errors: unknown[] = []
  const rendering = await startRendering((error) => errors.push(error))
  await rendering.settled()
  expect(await htmlOf(path)).toContain(`/c/${number}/v/1`)
  await rendering.close()
  expect(errors).toEqual([])
})

test('what is published while the server runs gets its pages without being asked for', async () => {
  const rendering = await startRendering((error) => {
    throw error
  })
  await rendering.settled()
  const { path } = await published(room, aClaim())
  await expect.poll(() => readPage(path), { timeout: 30_000 }).not.toBeNull()
  await rendering.close()
})

test('pages follow the desk’s name and the public origin', async () => {
  const own = await aNewsroom({ name: 'Old name' })
  const { path, number } = await published(own, aClaim())
  await renderOutbox()
  expect(await htmlOf(path)).toContain('Old name')
  await db.update(desks).set({ name: 'New name' }).where(eq(desks.id, own.desk.id))
  process.env.PUBLIC_ORIGIN = 'https://new.example'
  await renderStale()
  for (const made of [path, `/c/${number}/v/1`]) {
    const html = await htmlOf(made)
    expect(html).toContain('New name')
    expect(html).not.toContain('Old name')
    expect(html).toContain('<link rel="canonical" href="https://new.example/c/')
  }
})

test('the list of latest checks names each claim once, by its newest version', async () => {
  const claim = aClaim({ statement: 'First wording of the listed claim' })
  const { number } = await published(room, claim)
  const corrected = { ...claim, statement: 'Second wording of the listed claim' }
  await published(room, corrected, { kind: 'factual', publicNote: 'Reworded.' })
  await renderOutbox()
  const latest = await htmlOf('/latest')
  expect(latest.match(new RegExp(`href="/c/${number}-`, 'g'))).toHaveLength(1)
  expect(latest).toContain('Second wording of the listed claim</a>')
  expect(await htmlOf('/corrections')).toContain(`href="/c/${number}-second-wording-of-the-listed-claim"`)
})

test('a demo desk is kept out of search engines', async () => {
  process.env.PUBLIC_ORIGIN = 'https://meridian.example'
  const demo = await aNewsroom({ isDemo: true })
  const { path } = await published(demo, aClaim())
  await renderOutbox()
  const html = await htmlOf(path)
  expect(html).toContain('<meta name="robots" content="noindex"/>')
  expect(html).not.toContain('<script')
})

test('the style sheet names only fonts that are there', async () => {
  await renderStale()
  const [sheet] = await db.select().from(pages).where(like(pages.path, '/assets/public-%'))
  const named = [...(sheet?.bytes.toString().matchAll(/url\(([^)]*)\)/g) ?? [])].map(([, path]) => path ?? '')
  expect(named.length).toBeGreaterThan(3)
  for (const path of named) expect((await readPage(path))?.contentType).toBe('font/woff2')
})
