import { eq, sql } from 'drizzle-orm'
import { DOMParser } from 'linkedom'
import { expect, test } from 'vitest'
import { claimNumbers, desks, pages, publications } from '../../db/schema'
import { renderOutbox, renderStale } from '../../server/publication/made/render'
import { readPage } from '../../server/publication/stored/read-page'
import { freshDatabase } from '../database'
import { aClaim } from '../newsroom'
import { aNewsroom, published } from '../publishing'

const db = await freshDatabase()
const room = await aNewsroom()
const first = await published(room, aClaim({ statement: 'It’s the “largest” & <first> of them' }), {
  at: new Date(),
})

async function addressesIn(path: string, name = 'loc'): Promise<string[]> {
  const page = await readPage(path)
  if (!page) throw new Error(`there is no ${path}`)
  const xml = new DOMParser().parseFromString(page.bytes.toString('utf8'), 'text/xml')
  return [...xml.querySelectorAll(name)].map((one) => one.textContent ?? '')
}
const pathsIn = async (path: string) => (await addressesIn(path)).map((address) => new URL(address).pathname)

test('a claim and its article are known by their newest addresses, and as news', async () => {
  await renderStale()
  await renderOutbox()
  expect(await pathsIn('/sitemap.xml')).toEqual([
    '/sitemaps/c/0.xml',
    '/sitemaps/a/0.xml',
    '/sitemaps/names.xml',
    '/sitemaps/desks.xml',
  ])
  expect(await pathsIn('/sitemaps/c/0.xml')).toEqual([first.path])
  expect((await pathsIn('/sitemaps/a/0.xml'))[0]).toMatch(/^\/a\/1-/)
  expect(await pathsIn('/sitemaps/news.xml')).toEqual([first.path])
  expect((await readPage('/sitemaps/news.xml'))?.bytes.toString()).toContain(
    'It’s the “largest” &amp; &lt;first&gt; of them',
  )
})

test('a correction moves the address; what was published long ago or retracted is no news', async () => {
  const old = await published(room, aClaim(), { at: new Date(Date.now() - 3 * 86_400_000) })
  const claim = aClaim({ statement: 'A statement of its own' })
  await published(room, claim, { at: new Date() })
  const renamed = { ...claim, statement: 'Another statement' }
  const { path } = await published(room, renamed, { kind: 'factual', publicNote: 'Wrong.', at: new Date() })
  await renderOutbox()
  expect(await pathsIn('/sitemaps/c/0.xml')).toEqual([first.path, old.path, path])
  expect(await pathsIn('/sitemaps/news.xml')).toEqual([path, first.path])
  await published(room, renamed, { kind: 'retraction', publicNote: 'Wrong.', at: new Date() })
  await renderOutbox()
  expect((await pathsIn('/sitemaps/c/0.xml'))[2]).toBe(path)
})

test('each thousand has a sitemap of its own', async () => {
  await db.execute(sql`select setval(pg_get_serial_sequence('claim_numbers', 'number'), 1999)`)
  const { number, path } = await published(room, aClaim())
  expect(number).toBe(2_000)
  await renderOutbox()
  expect(await pathsIn('/sitemap.xml')).toEqual([
    '/sitemaps/c/0.xml',
    '/sitemaps/c/2.xml',
    '/sitemaps/a/0.xml',
    '/sitemaps/names.xml',
    '/sitemaps/desks.xml',
  ])
  expect(await pathsIn('/sitemaps/c/2.xml')).toEqual([path])
  expect(await db.select().from(claimNumbers)).toHaveLength(4)
})

test('all are made again when origin or desks have changed, and not at each start', async () => {
  const claims = '/sitemaps/c/0.xml'
  await renderStale()
  await db.delete(pages).where(eq(pages.path, claims))
  await renderStale()
  expect(await readPage(claims)).toBeNull()
  await db.update(desks).set({ name: 'The Harbour Desk' }).where(eq(desks.id, room.desk.id))
  await renderStale()
  expect(await pathsIn(claims)).toContain(first.path)
  expect(await addressesIn('/sitemaps/news.xml', 'news\\:name')).toContain('The Harbour Desk')
})

test('what grows old leaves the sitemap of news at a start in which nothing else is made', async () => {
  await renderStale()
  expect(await pathsIn('/sitemaps/news.xml')).toContain(first.path)
  await db.execute(sql`alter table publications disable trigger all`)
  await db
    .update(publications)
    .set({ publishedAt: new Date(Date.now() - 3 * 86_400_000) })
    .where(eq(publications.number, first.number))
  await db.execute(sql`alter table publications enable trigger all`)
  await renderStale()
  expect(await pathsIn('/sitemaps/news.xml')).not.toContain(first.path)
})

test('the demo is in none', async () => {
  await db.update(desks).set({ isDemo: true }).where(eq(desks.id, room.desk.id))
  await renderStale()
  expect(await pathsIn('/sitemap.xml')).toEqual([])
  expect(await pathsIn('/sitemaps/news.xml')).toEqual([])
})

test('programs are told what is theirs to read', async () => {
  const robots = (await readPage('/robots.txt'))?.bytes.toString() ?? ''
  expect(robots).toContain('Disallow: /desk/')
  expect(robots).toContain('Allow: /api/v1/')
  expect(robots).toMatch(/\nSitemap: http.*\/sitemap\.xml\nSitemap: http.*\/sitemaps\/news\.xml\n$/)
  expect(await db.select().from(pages).where(eq(pages.path, '/robots.txt'))).toHaveLength(1)
})
