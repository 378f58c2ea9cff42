import { eq, inArray, isNull, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { outbox, pages } from '../../db/schema'
import { renderOutbox, renderStale } from '../../server/publication/made/render'
import { readPage } from '../../server/publication/stored/read-page'
import { freshDatabase } from '../database'
import { aClaim } from '../newsroom'
import { aNewsroom, published } from '../publishing'

const db = await freshDatabase()
const room = await aNewsroom({ name: 'River Desk' })
const demo = await aNewsroom({ name: 'Demo Desk', isDemo: true })
const claim = aClaim({ statement: 'The wall is older', speaker: 'The mayor' })
await published(room, claim)
await renderStale()
await renderOutbox()

const textOf = async (path: string) => (await readPage(path))?.bytes.toString() ?? ''
const undone = () => db.$count(outbox, isNull(outbox.doneAt))

test('what was published at once is there at once, and in all that lists it', async () => {
  const pier = aClaim({ statement: 'The pier is closed', speaker: 'The harbour master', topics: ['Ports'] })
  const first = await published(room, pier)
  await published(room, { ...pier, speaker: 'The pilot' }, { kind: 'factual', publicNote: 'Not the master.' })
  await published(room, claim, { kind: 'factual', publicNote: 'Looked again.' })
  expect(await renderOutbox()).toBe(3)
  expect(await undone()).toBe(0)
  expect(await textOf(first.path)).toContain(`/c/${first.number}/v/2`)
  for (const list of [
    '/latest',
    `/desks/${room.desk.slug}`,
    '/sitemaps/c/0.xml',
    '/topics/ports',
    '/speakers/the-pilot',
  ])
    expect(await textOf(list)).toContain(`/c/${first.number}-the-pier-is-closed`)
  for (const feed of ['/feeds/latest.atom', '/feeds/topics/ports.atom', '/feeds/corrections.atom'])
    expect(await textOf(feed)).toContain(`/c/${first.number}/v/2`)
  for (const note of ['Not the master.', 'Looked again.'])
    expect(await textOf('/corrections')).toContain(note)
  expect(await readPage('/speakers/the-harbour-master')).toBeNull()
})

test('one that cannot be made keeps no other from its readers, and is tried again', async () => {
  const broken = await published(demo, aClaim({ statement: 'The mill burnt down' }))
  const whole = await published(room, aClaim({ statement: 'The dam holds' }))
  // Its page is refused where pages are kept.
  await db.execute(sql.raw(`alter table pages add constraint broken check (path <> '/c/${broken.number}')`))
  await expect(renderOutbox()).rejects.toThrow('some pages could not be made')
  expect(await textOf(whole.path)).toContain('The dam holds')
  expect(await textOf('/latest')).toContain('The dam holds')
  expect([await undone(), await readPage(broken.path)]).toEqual([1, null])
  await db.execute(sql`alter table pages drop constraint broken`)
  await renderOutbox()
  expect([await undone(), (await readPage(broken.path))?.canonical]).toEqual([0, broken.path])
})

test('a list that a publication cannot change is left alone', async () => {
  const lists = ['/latest', '/corrections', '/earlier', '/api/v1/openapi.json']
  const marked = async () => {
    await db.update(pages).set({ etag: 'as it was' }).where(inArray(pages.path, lists))
  }
  const leftAlone = async () => {
    const kept = await db.select().from(pages).where(eq(pages.etag, 'as it was')).orderBy(pages.path)
    return kept.map(({ path }) => path)
  }
  await marked()
  await published(room, aClaim({ statement: 'The bridge is open' }))
  await renderOutbox()
  expect(await leftAlone()).toEqual(['/api/v1/openapi.json', '/corrections', '/earlier'])
  await marked()
  await published(room, claim, { kind: 'factual', publicNote: 'Once more.' })
  await renderOutbox()
  expect(await leftAlone()).toEqual(['/api/v1/openapi.json', '/earlier'])
})

test('a desk that publishes for the first time is named where all desks are', async () => {
  for (const name of ['Atelier', 'Third Desk']) {
    expect(await textOf('/about')).not.toContain(name)
    await published(await aNewsroom({ name }), aClaim({ statement: `${name} has begun` }))
    await renderOutbox()
    expect(await textOf('/about')).toContain(name)
  }
})
