import { parseFeed } from '@rowanmanning/feed-parser'
import { expect, test } from 'vitest'
import { renderOutbox, renderStale } from '../../server/publication/made/render'
import { joinNames } from '../../server/publication/named/change-names'
import { readPage } from '../../server/publication/stored/read-page'
import { putUnderReview } from '../../server/publication/under-review/put-under-review'
import { freshDatabase } from '../database'
import { aClaim } from '../newsroom'
import { aNewsroom, published } from '../publishing'

await freshDatabase()
const room = await aNewsroom()
const hostile = 'It is ]]> <b>"larger"</b> & \u0007 than “ever”'

test('an empty feed is one, too', async () => {
  await renderStale()
  expect(parseFeed(await read('latest.atom')).items).toEqual([])
})

test('each version is an item of every feed it belongs to, the newest first, in Atom and RSS alike', async () => {
  const claim = aClaim({ statement: hostile, shortAnswer: 'No: <i>smaller</i> & older.', topics: ['relief'] })
  const { number } = await published(room, claim)
  await published(
    room,
    { ...claim, verdict: 'true' },
    { kind: 'verdict-change', publicNote: 'We had it wrong.' },
  )
  const other = await published(room, aClaim())
  await published(await aNewsroom(), aClaim())
  await renderOutbox()
  const mine = [`/c/${other.number}/v/1`, `/c/${number}/v/2`, `/c/${number}/v/1`]
  for (const format of ['atom', 'rss']) {
    expect(await pathsIn(`latest.${format}`)).toEqual([expect.any(String), ...mine])
    expect(await pathsIn(`corrections.${format}`)).toEqual([`/c/${number}/v/2`])
    expect(await pathsIn(`c/${number}.${format}`)).toEqual([`/c/${number}/v/2`, `/c/${number}/v/1`])
    expect(await pathsIn(`a/1.${format}`)).toEqual(mine)
    expect(await pathsIn(`desks/${room.desk.slug}.${format}`)).toEqual(mine)
  }
})

test('a desk’s feed leads to the page of the desk, in every format', async () => {
  const { slug } = room.desk
  const page = new RegExp(`/desks/${slug}$`)
  for (const format of ['atom', 'rss'])
    expect(parseFeed(await read(`desks/${slug}.${format}`)).url).toMatch(page)
  expect(JSON.parse(await read(`desks/${slug}.json`)).home_page_url).toMatch(page)
})

test('a feed says the verdict with the statement, and what was corrected, whatever was typed', async () => {
  const [newest, first] = parseFeed(await read('c/1.atom')).items
  expect(first?.title).toMatch(/: It is \]\]> <b>"larger"<\/b> & +than “ever”$/)
  expect(newest?.title).toMatch(/^True: It is/)
  // The parser reads what it says; what is typed stays text for whoever shows it as HTML.
  expect(await read('c/1.atom')).toContain('<p>No: &lt;i&gt;smaller&lt;/i&gt; &amp; older.</p>')
  expect(newest?.categories).toMatchObject([{ term: 'relief' }])
})

test('a title is text in Atom, so that no reader takes what was typed for markup; the language is said', async () => {
  const atom = await read('c/1.atom')
  expect(atom).toContain(' xml:lang="en"')
  const titles = atom.match(/<title[^>]*>/g) ?? []
  expect(titles).toEqual(['<title>', '<title type="text">', '<title type="text">'])
})

test('RSS says where it is, and who wrote it as a name that is no mail address', async () => {
  const rss = await read('c/1.rss')
  expect(rss).toMatch(/<atom:link href="http[^"]*\/feeds\/c\/1\.rss" rel="self"/)
  expect(rss).not.toContain('<author>')
  const [item] = parseFeed(rss).items
  expect(item?.authors).toMatchObject([{ name: room.desk.name }])
})

test('the JSON feed has the same items', async () => {
  const feed = JSON.parse(await read('c/1.json'))
  expect(feed).toMatchObject({
    version: expect.stringContaining('jsonfeed.org'),
    home_page_url: expect.any(String),
  })
  expect(feed.items.map(({ id }: { id: string }) => new URL(id).pathname)).toEqual(['/c/1/v/2', '/c/1/v/1'])
})

test('a feed is the same until something is published', async () => {
  const before = await readPage('/feeds/latest.atom')
  await renderStale()
  expect((await readPage('/feeds/latest.atom'))?.etag).toBe(before?.etag)
})

test('a retraction is told without the answer that is withdrawn', async () => {
  const claim = aClaim({ shortAnswer: 'An answer that no longer stands.' })
  const { number } = await published(room, claim)
  await published(room, claim, { kind: 'retraction', publicNote: 'The register was wrong.' })
  await renderOutbox()
  const [newest] = parseFeed(await read(`c/${number}.atom`)).items
  expect(newest?.title).toMatch(/^Retracted: /)
  expect(newest?.description).toBe('<p>Retraction: The register was wrong.</p>')
})

test('that a check is under review stands at its version in every feed, until the next one lifts it', async () => {
  const claim = aClaim({ statement: 'The pier is safe' })
  const { number } = await published(room, claim)
  const { statement } = claim
  const line = 'An engineer doubts <it>.'
  await putUnderReview({ member: room.editor, claimId: claim.id, version: 1, line })
  await renderOutbox()
  for (const name of [`c/${number}`, `desks/${room.desk.slug}`, 'latest'])
    for (const format of ['atom', 'rss']) {
      const feed = parseFeed(await read(`${name}.${format}`))
      const item = feed.items.find(({ title }) => title?.includes(statement))
      expect(item?.title).toBe(`Under review: Misleading / missing context: ${statement}`)
      expect(await read(`${name}.${format}`)).toContain('An engineer doubts &lt;it&gt;.')
    }
  const { updated, items } = parseFeed(await read(`c/${number}.atom`))
  expect(items[0]?.updated?.getTime()).toBeGreaterThan(items[0]?.published?.getTime() ?? Number.NaN)
  expect(updated).toEqual(items[0]?.updated)
  await published(room, { ...claim, verdict: 'true' }, { kind: 'verdict-change', publicNote: 'It is.' })
  await renderOutbox()
  const titles = parseFeed(await read(`c/${number}.atom`)).items.map(({ title }) => title)
  expect(titles).toEqual([`True: ${statement}`, `Misleading / missing context: ${statement}`])
})

async function read(name: string): Promise<string> {
  const page = await readPage(`/feeds/${name}`)
  if (!page) throw new Error(`there is no feed ${name}`)
  return page.bytes.toString('utf8')
}

async function pathsIn(name: string): Promise<string[]> {
  const { items } = parseFeed(await read(name))
  return items.map(({ url }) => (url ? new URL(url).pathname : ''))
}

test('a topic has feeds of all that is published about it, however it is written, in every format', async () => {
  const claim = aClaim({ statement: 'The quay sinks', topics: ['Ports & Tides', 'ports tides', 'Wages'] })
  const { number } = await published(room, claim)
  const other = await published(await aNewsroom(), aClaim({ topics: ['PORTS tides'] }))
  await renderOutbox()
  const both = [`/c/${other.number}/v/1`, `/c/${number}/v/1`]
  for (const format of ['atom', 'rss']) {
    expect(await pathsIn(`topics/ports-tides.${format}`)).toEqual(both)
    expect(await pathsIn(`topics/wages.${format}`)).toEqual([`/c/${number}/v/1`])
  }
  const { items } = JSON.parse(await read('topics/ports-tides.json'))
  expect(items.map(({ id }: { id: string }) => new URL(id).pathname)).toEqual(both)
  await published(room, { ...claim, topics: ['Wages'] }, { kind: 'typo', publicNote: 'The topic.' })
  await renderOutbox()
  expect(await pathsIn('topics/ports-tides.atom')).toEqual([`/c/${other.number}/v/1`])
  expect(await pathsIn('topics/wages.atom')).toEqual([`/c/${number}/v/2`, `/c/${number}/v/1`])
})

test('a topic that no check has any more has no page and no feed', async () => {
  const claim = aClaim({ topics: ['lanterns'] })
  await published(room, claim)
  await renderOutbox()
  expect(await readPage('/topics/lanterns')).not.toBeNull()
  await published(room, { ...claim, topics: [] }, { kind: 'typo', publicNote: 'The topic.' })
  await renderOutbox()
  for (const path of ['/topics/lanterns', '/feeds/topics/lanterns.atom', '/feeds/topics/lanterns.json'])
    expect(await readPage(path)).toBeNull()
})

test('readers meet a topic on the page of its claim, and its feeds on its own', async () => {
  const { path } = await published(room, aClaim({ topics: ['Tramways'] }))
  await renderOutbox()
  const html = async (at: string) => (await readPage(at))?.bytes.toString('utf8')
  expect(await html(path.replace(/-.*/, ''))).toContain('<a href="/topics/tramways"><bdi>Tramways</bdi></a>')
  const page = await html('/topics/tramways')
  expect(page).toContain('<h1>What we checked about Tramways</h1>')
  for (const format of ['atom', 'rss', 'json'])
    expect(page).toContain(`href="/feeds/topics/tramways.${format}"`)
})

test('joined topics are one, and the feeds of the other lead there', async () => {
  await published(room, aClaim({ topics: ['Trams'] }))
  await renderOutbox()
  await joinNames({ member: room.editor, kind: 'topic', spelling: 'trams', name: 'Tramways' })
  await renderStale()
  expect(await pathsIn('topics/tramways.atom')).toHaveLength(2)
  expect((await readPage('/feeds/topics/trams.rss'))?.canonical).toBe('/feeds/topics/tramways.rss')
})
