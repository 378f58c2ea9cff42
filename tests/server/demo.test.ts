import { asc, eq, sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import {
  articleRemovals,
  articles,
  claims,
  comments,
  deletedSources,
  desks,
  dossiers,
  keys,
  logEntries,
  members,
  mentions,
  pages,
  people,
  propositionClaims,
  propositions,
  publications,
  reports,
  reviews,
  roomUpdates,
  sources,
  threads,
} from '../../db/schema'
import { stages } from '../../db/vocabulary'
import { verifyLog } from '../../server/command/verify/verify-log.mjs'
import { openDemo } from '../../server/demo/open-demo'
import { removeDemo } from '../../server/demo/removal/remove-demo'
import { seedDemo } from '../../server/demo/seed-demo'
import { readDemoPeople, signInAs } from '../../server/demo/sign-in-as'
import { readMemberById } from '../../server/member/read-member'
import { firstBrokenEntry } from '../../server/publication/log/log'
import { renderOutbox, renderStale } from '../../server/publication/made/render'
import { readStages } from '../../server/review/read-stages'
import { setSourceDeleted } from '../../server/room/doc/source-values'
import { writeInRoom } from '../../server/room/live/write-in-room'
import { freshDatabase } from '../database'
import { onDesk, refusalOf } from '../newsroom'
import { servedPages } from '../served-pages'
import { reported } from './reports/reporting'

const db = await freshDatabase()

beforeAll(async () => {
  await seedDemo()
}, 60_000)

test('the demo has six articles with claims on the way and published ones, one of them corrected', async () => {
  expect(await db.select().from(articles)).toHaveLength(6)
  const marked = await db.select().from(claims)
  expect(marked.length).toBeGreaterThanOrEqual(18)
  const versions = await db.select().from(publications)
  expect(versions.filter(({ version }) => version === 1).length).toBeGreaterThanOrEqual(5)
  expect(versions.filter(({ kind }) => kind === 'verdict-change')).toHaveLength(1)
  expect(await db.select().from(reviews).where(eq(reviews.decision, 'returned'))).toHaveLength(1)
})

test('the demo has claims in every stage', async () => {
  const [anybody] = await db.select({ id: members.id }).from(members)
  const member = await readMemberById(anybody?.id ?? '')
  if (!member) throw new Error('the demo has no people')
  const found = new Set<string>()
  for (const { id } of await db.select({ id: articles.id }).from(articles))
    for (const { stage } of await readStages(id, member)) found.add(stage)
  expect([...found].sort()).toEqual([...stages].sort())
})

test('two claims of the demo hang from one proposition', async () => {
  const [one, ...others] = await db.select().from(propositions)
  expect(others).toEqual([])
  const hanging = await db.select().from(propositionClaims)
  expect(hanging.map(({ propositionId }) => propositionId)).toEqual([one?.id, one?.id])
})

test('the log of the demo holds from outside, with every page that it seals', async () => {
  const { pages: served, address } = await servedPages()
  await renderStale()
  await renderOutbox()
  await served.settled()
  const { size, faults } = await verifyLog(address, { askAgain: 0 })
  expect(size).toBeGreaterThan(8)
  expect(faults).toEqual([])
})

test('the demo’s desk says that it is one', async () => {
  const [desk] = await db.select().from(desks)
  expect(desk?.isDemo).toBe(true)
})

test('the demo is made once', async () => {
  expect(await refusalOf(seedDemo())).toBe('demo-is-there')
})

test('the demo’s people are offered to this machine alone', async () => {
  const [someone] = await readDemoPeople()
  expect(await signInAs(someone?.memberId)).toMatch(/^[0-9a-f-]{36}$/)
  process.env.HOST = '0.0.0.0'
  try {
    expect(await readDemoPeople()).toEqual([])
    expect(await refusalOf(signInAs(someone?.memberId))).toBe('demo-not-offered')
    expect(await refusalOf(openDemo())).toBe('demo-not-offered')
  } finally {
    delete process.env.HOST
  }
})

test('nobody else can be become by a click', async () => {
  const member = await onDesk('admin')
  expect(await refusalOf(signInAs(member.id))).toBe('demo-not-offered')
  await db.delete(members).where(eq(members.id, member.id))
  await db.delete(people).where(eq(people.id, member.personId))
  await db.delete(desks).where(eq(desks.id, member.deskId))
})

test('the demo is removed whole, and the log it is told of in still holds', async () => {
  await renderOutbox()
  const before = await db.select().from(logEntries).orderBy(asc(logEntries.index))
  expect(before.length).toBeGreaterThan(5)
  await deleteSomething()
  await reported('/d/1/report')
  await removeDemo()
  for (const table of [
    desks,
    members,
    people,
    articles,
    articleRemovals,
    claims,
    threads,
    comments,
    mentions,
    propositionClaims,
    propositions,
    dossiers,
    publications,
    reports,
    reviews,
    roomUpdates,
  ])
    expect(await db.select().from(table)).toEqual([])
  const readable = (await db.select({ path: pages.path }).from(pages)).map(({ path }) => path)
  expect(
    readable.filter((path) => /^\/((embed|feeds)\/)?([ac]\/\d|desks\/)|^\/api\/v1\/\w+\//.test(path)),
  ).toEqual([])
  const after = await db.select().from(logEntries).orderBy(asc(logEntries.index))
  expect(after).toEqual(before)
  expect(firstBrokenEntry(after)).toBeNull()
  expect(await refusalOf(removeDemo())).toBe('demo-is-not-there')
})

/** A demo in which somebody has deleted an article, and a source in another one. */
async function deleteSomething() {
  const [source] = await db.select({ id: sources.id, claimId: sources.claimId }).from(sources)
  const [claim] = await db
    .select()
    .from(claims)
    .where(eq(claims.id, source?.claimId ?? ''))
  const [writer] = await db.select({ id: members.id }).from(members)
  if (!source || !claim || !writer) throw new Error('the demo has no sources')
  await writeInRoom(claim.articleId, writer, (doc) =>
    setSourceDeleted(doc, source.id, '2026-03-06T08:00:00Z'),
  )
  await db.insert(articleRemovals).values({ id: newId(), articleId: claim.articleId, removedBy: writer.id })
  expect(await db.select().from(deletedSources)).toHaveLength(1)
}

test('two who make the demo at once get one', async () => {
  const [one, other] = await Promise.allSettled([seedDemo(), seedDemo()])
  expect([one.status, other.status].sort()).toEqual(['fulfilled', 'rejected'])
  expect(await db.select().from(desks)).toHaveLength(1)
  await removeDemo()
}, 60_000)

test('a demo that could not be finished leaves nothing in the way of the next try', async () => {
  await db.execute(sql`create function refuse_publication() returns trigger language plpgsql
    as $$ begin raise exception 'the disk is full'; end $$`)
  await db.execute(sql`create trigger refuse before insert on publications
    for each row execute function refuse_publication()`)
  await expect(seedDemo()).rejects.toThrow()
  for (const table of [desks, members, people, articles, claims])
    expect(await db.select().from(table)).toEqual([])
  await db.execute(sql`drop trigger refuse on publications`)
}, 60_000)

test('a demo that a crash cut short is made anew', async () => {
  const half = { id: newId(), slug: 'demo', name: 'Half', timeZone: 'UTC', isDemo: true }
  await db.insert(desks).values(half)
  await db.insert(keys).values({ name: 'demo-begun', value: 'demo' }).onConflictDoNothing()
  expect(await seedDemo()).toEqual({ desk: 'demo', articles: 6 })
  expect(await db.select().from(articles)).toHaveLength(6)
  expect(await refusalOf(seedDemo())).toBe('demo-is-there')
}, 60_000)
