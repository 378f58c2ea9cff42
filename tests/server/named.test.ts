import { eq } from 'drizzle-orm'
import { parseHTML } from 'linkedom'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { followers, follows, joinedNames, publishedNames } from '../../db/schema'
import { renderOutbox, renderStale } from '../../server/publication/made/render'
import { joinNames, separateName } from '../../server/publication/named/change-names'
import { readNames } from '../../server/publication/named/read-named'
import { readPage } from '../../server/publication/stored/read-page'
import { freshDatabase } from '../database'
import { aClaim, refusalOf } from '../newsroom'
import { aNewsroom, published } from '../publishing'

const db = await freshDatabase()
const room = await aNewsroom()
const first = aClaim({ statement: 'The wall is older', speaker: 'Zoë Karsell' })
const { number } = await published(room, first)
await published(room, aClaim({ statement: 'The pier is closed', speaker: 'zoe karsell' }))
await published(room, aClaim({ statement: 'The dam holds', speaker: 'Z. Karsell' }))
await published(room, aClaim({ statement: 'Nobody said it', speaker: ' – ' }))
await renderOutbox()

async function listed(path: string) {
  const page = await readPage(path)
  if (!page) return null
  const { document } = parseHTML(
    page.bytes.length ? page.bytes.toString('utf8') : '<html><body></body></html>',
  )
  const items = [...document.querySelectorAll('.pub-list a.pub-item')].map((item) => item.textContent)
  return { items, text: document.body?.textContent ?? '', canonical: page.canonical }
}

test('a speaker’s page lists their published checks, newest first, however the name is written', async () => {
  const page = await listed('/speakers/zoe-karsell')
  expect(page?.items).toEqual(['The pier is closed', 'The wall is older'])
  expect(page?.text).toContain('2 published checks of claims by')
  expect(page?.text).toMatch(/Also written (Zoë Karsell|zoe karsell)\./)
})

test('it says how they were chosen and counts no verdicts', async () => {
  const page = await listed('/speakers/zoe-karsell')
  expect(page?.text).toContain('this is no sample of all that was said, and there is no score')
})

test('the pages of a claim lead to its speaker and its outlet, and those are there', async () => {
  for (const path of [`/c/${number}`, `/c/${number}/v/1`]) {
    const { document } = parseHTML((await readPage(path))?.bytes.toString('utf8') ?? '')
    const links = [...document.querySelectorAll('figcaption a')].map(
      (link) => link.getAttribute('href') ?? '',
    )
    const names = links.filter((link) => /^\/(speakers|outlets)\//.test(link))
    expect(names).toContain('/speakers/zoe-karsell')
    for (const name of names) expect(await readPage(name)).not.toBeNull()
  }
})

test('the sitemap names them, and the list of sitemaps that one', async () => {
  const sitemap = (await readPage('/sitemaps/names.xml'))?.bytes.toString('utf8')
  expect(sitemap).toContain('/speakers/zoe-karsell</loc>')
  expect((await readPage('/sitemap.xml'))?.bytes.toString('utf8')).toContain('/sitemaps/names.xml')
})

test('a demo is listed under no name that search engines are told of', async () => {
  await published(await aNewsroom({ isDemo: true }), aClaim({ speaker: 'Invented Person' }))
  await renderOutbox()
  expect((await readPage('/speakers/invented-person'))?.bytes.toString('utf8')).toContain('noindex')
  expect((await readPage('/sitemaps/names.xml'))?.bytes.toString('utf8')).not.toContain('invented-person')
})

test('a corrected name moves the check, and a page without any goes', async () => {
  const claim = aClaim({ statement: 'Rain fell', speaker: 'Misspelt Name' })
  await published(room, claim)
  await renderOutbox()
  expect((await listed('/speakers/misspelt-name'))?.items).toEqual(['Rain fell'])
  await published(room, { ...claim, speaker: '수현 박' }, { kind: 'typo', publicNote: 'The name.' })
  await renderOutbox()
  expect(await listed('/speakers/misspelt-name')).toBeNull()
  expect((await listed(encodeURI('/speakers/수현-박')))?.items).toEqual(['Rain fell'])
})

test('a retracted check stays under its name and says so', async () => {
  await published(room, first, { kind: 'retraction', publicNote: 'The register was wrong.' })
  await renderOutbox()
  expect((await listed('/speakers/zoe-karsell'))?.text).toContain('Retracted')
})

test('a joined spelling is listed under the other name, and its old address leads there', async () => {
  const which = { member: room.editor, kind: 'speaker', spelling: 'z-karsell' } as const
  await joinNames({ ...which, name: 'ZOE Karsell' })
  await renderStale()
  const page = await listed('/speakers/zoe-karsell')
  expect(page?.items).toContain('The dam holds')
  expect(page?.text).toContain('What we checked of ZOE Karsell')
  expect(page?.text).toContain('Z. Karsell')
  expect((await listed('/speakers/z-karsell'))?.canonical).toBe('/speakers/zoe-karsell')
  await separateName(which)
  await renderStale()
  expect((await listed('/speakers/z-karsell'))?.items).toEqual(['The dam holds'])
  expect((await listed('/speakers/zoe-karsell'))?.items).toHaveLength(2)
})

test('what was joined to a name that is joined itself goes along, and no name is joined to itself', async () => {
  const which = { member: room.editor, kind: 'speaker' } as const
  await joinNames({ ...which, spelling: 'z-karsell', name: 'Zoë Karsell' })
  await joinNames({ ...which, spelling: 'zoe-karsell', name: 'Dr Zoë Karsell' })
  await renderStale()
  const page = await listed('/speakers/dr-zoe-karsell')
  expect(page?.items.toSorted()).toEqual(['The dam holds', 'The pier is closed', 'The wall is older'])
  for (const old of ['z-karsell', 'zoe-karsell'])
    expect((await listed(`/speakers/${old}`))?.canonical).toBe('/speakers/dr-zoe-karsell')
  const refusalFor = (spelling: string, name: string) => refusalOf(joinNames({ ...which, spelling, name }))
  expect(await refusalFor('z-karsell', 'Z. Karsell')).toBe('name-same')
  expect(await refusalFor('zoe-karsell', '…')).toBe('name-missing')
  expect(await refusalFor('nobody', 'Zoë Karsell')).toBe('name-unknown')
  const names = await readNames(room.desk.id)
  const joined = names.find(({ spelling }) => spelling === 'zoe-karsell')
  expect(joined).toMatchObject({ count: 2, joinedTo: 'Dr Zoë Karsell' })
})

test('a desk joins names in its own checks alone', async () => {
  const other = await aNewsroom()
  await published(other, aClaim({ statement: 'Another Z.', speaker: 'Z. Karsell' }))
  await renderOutbox()
  expect((await listed('/speakers/z-karsell'))?.items).toEqual(['Another Z.'])
  expect((await listed('/speakers/dr-zoe-karsell'))?.items).toContain('The dam holds')
})

test('a name that an earlier version wrote otherwise has its address of today, and the old one leads there', async () => {
  const claims = await aNewsroom()
  await published(claims, aClaim({ statement: 'Snow fell', speaker: '김민수', topics: ['눈'] }))
  await published(claims, aClaim({ statement: 'Hail fell', speaker: 'M. Kim' }))
  await renderOutbox()
  const asBefore = '김민수'.normalize('NFD')
  const which = { member: claims.editor, kind: 'speaker' } as const
  await joinNames({ ...which, spelling: 'm-kim', name: '김민수' })
  await db
    .update(publishedNames)
    .set({ spelling: asBefore, slug: asBefore })
    .where(eq(publishedNames.spelling, '김민수'))
  const topic = '눈'.normalize('NFD')
  await db
    .update(publishedNames)
    .set({ spelling: topic, slug: topic })
    .where(eq(publishedNames.spelling, '눈'))
  const followerId = uuid()
  await db.insert(followers).values({ id: followerId, email: 'snow@reader.example' })
  await db.insert(follows).values({ id: uuid(), followerId, kind: 'topic', thing: topic })
  await db.update(joinedNames).set({ slug: asBefore }).where(eq(joinedNames.slug, '김민수'))
  await renderStale()
  const today = encodeURI('/speakers/김민수')
  expect((await listed(today))?.items).toEqual(['Hail fell', 'Snow fell'])
  expect((await listed(encodeURI(`/speakers/${asBefore}`)))?.canonical).toBe(today)
  expect(await db.select({ thing: follows.thing }).from(follows)).toEqual([{ thing: '눈' }])
  expect((await listed(encodeURI('/topics/눈')))?.items).toEqual(['Snow fell'])
  await renderStale()
  expect((await listed(encodeURI(`/speakers/${asBefore}`)))?.canonical).toBe(today)
})
