import { asc, eq, inArray, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { claims, deletedSources, roomUpdates } from '../../db/schema'
import { readDeleted } from '../../server/deleted/read-deleted'
import { bringBackArticle, removeArticle } from '../../server/deleted/remove-article'
import { checkPass, makePass } from '../../server/room/admit'
import { setText, setVerdict } from '../../server/room/doc/claim-values'
import { deleteClaim, mergeClaims, restoreClaim } from '../../server/room/doc/marks'
import { readClaim } from '../../server/room/doc/room-claims'
import { documentOf } from '../../server/room/doc/room-doc'
import { addSource, setSourceDeleted } from '../../server/room/doc/source-values'
import { rebuildProjection } from '../../server/room/kept/project-claims'
import { freshDatabase } from '../database'
import { aClaim, anArticle, aSource, damText, onDesk, refusalOf } from '../newsroom'
import { writeClaim } from '../write-claim'
import { aRoomServer, enter, open, signedIn, until } from './browser'
import { claimIn, hasClaim, mark } from './marking'

const db = await freshDatabase()
const server = await aRoomServer()
const [lena, idris, ruth] = [await onDesk('reviewer'), await onDesk('reviewer'), await onDesk('editor')]
const longAgo = '2001-01-01T00:00:00.000Z'

/** A room with Lena and Idris in it. */
async function aRoomOfTwo() {
  const { id: articleId } = await anArticle(lena)
  const one = await enter({ server, device: await signedIn(lena), articleId })
  const other = await enter({ server, device: await signedIn(idris), articleId })
  return { articleId, document: documentOf(articleId), one, other }
}

const claimRow = async (id: string) => (await db.select().from(claims).where(eq(claims.id, id)))[0]
const sourceRow = async (id: string) =>
  (await db.select().from(deletedSources).where(eq(deletedSources.id, id)))[0]

async function rowsOf(articleId: string) {
  const rows = await db.select().from(claims).where(eq(claims.articleId, articleId)).orderBy(asc(claims.id))
  const ids = rows.map(({ id }) => id)
  const sources = await db
    .select()
    .from(deletedSources)
    .where(inArray(deletedSources.claimId, ids))
    .orderBy(asc(deletedSources.id))
  return { claims: rows.map(({ sequence: _, ...row }) => row), sources }
}

/** When an update that touched the claim was kept. */
async function timesAt(document: string, claimId: string) {
  const rows = await db
    .select({ at: roomUpdates.at, memberId: roomUpdates.memberId })
    .from(roomUpdates)
    .where(sql`${roomUpdates.document} = ${document} and ${roomUpdates.claims} @> array[${claimId}]::uuid[]`)
    .orderBy(asc(roomUpdates.sequence))
  return rows
}

test('who deleted a claim, and when, is what the server recorded, whatever the browser says', async () => {
  const { document, one, other } = await aRoomOfTwo()
  const id = mark(one.doc)
  await until(() => hasClaim(other.doc, id), 'the mark on the other screen')
  deleteClaim(other.doc, id, longAgo)
  await until(async () => (await claimRow(id))?.deletedBy != null, 'the row')
  const last = (await timesAt(document, id)).at(-1)
  expect(await claimRow(id)).toMatchObject({ deletedBy: idris.id, deletedAt: last?.at, mergedInto: null })
})

test('a later edit in a deleted claim, by somebody who had not heard of it, changes nobody’s name', async () => {
  const { document, one, other } = await aRoomOfTwo()
  const id = mark(one.doc)
  await until(() => hasClaim(other.doc, id), 'the mark on the other screen')
  deleteClaim(other.doc, id, longAgo)
  await other.kept()
  for (let n = 0; n < 45; n++) {
    setText(one.doc, 'statement', id, `Version ${n}.`)
    await one.kept()
  }
  await until(async () => (await claimRow(id))?.statement === 'Version 44.', 'the row')
  expect((await timesAt(document, id)).length).toBeGreaterThan(40)
  expect((await claimRow(id))?.deletedBy).toBe(idris.id)
})

test('a claim that comes back is nobody’s deletion, and the next one is its own', async () => {
  const { one, other } = await aRoomOfTwo()
  const id = mark(one.doc)
  await until(() => hasClaim(other.doc, id), 'the mark on the other screen')
  deleteClaim(one.doc, id, longAgo)
  await until(async () => (await claimRow(id))?.deletedBy === lena.id, 'the row')
  await until(() => claimIn(other.doc, id)?.isDeleted === true, 'the other screen')
  restoreClaim(other.doc, { id, markedAt: longAgo })
  await until(async () => (await claimRow(id))?.isDeleted === false, 'the claim to be back')
  expect(await claimRow(id)).toMatchObject({ deletedBy: null, deletedAt: null })
  deleteClaim(other.doc, id, longAgo)
  await until(async () => (await claimRow(id))?.deletedBy === idris.id, 'the second deletion')
})

test('a claim that went into another says so, and no more when it is deleted later', async () => {
  const { one } = await aRoomOfTwo()
  const [kept, gone] = [mark(one.doc, 'Engineers had warned'), mark(one.doc, 'warned of cracks')]
  const pair = [claimIn(one.doc, kept), claimIn(one.doc, gone)]
  if (!pair[0] || !pair[1]) throw new Error('a mark is not there')
  const merged = mergeClaims(one.doc, [pair[0], pair[1]], damText, longAgo)
  const taker = 'id' in merged ? merged.id : ''
  const other = taker === kept ? gone : kept
  await until(async () => (await claimRow(other))?.mergedInto === taker, 'the row')
  restoreClaim(one.doc, { id: other, markedAt: longAgo })
  await one.kept()
  deleteClaim(one.doc, other, longAgo)
  await until(async () => (await claimRow(other))?.mergedInto === null, 'a plain deletion')
  expect((await claimRow(other))?.deletedBy).toBe(lena.id)
})

test('a source that was taken away has a row with who and when, until it is back', async () => {
  const { document, one, other } = await aRoomOfTwo()
  const id = mark(one.doc)
  const source = { ...aSource({ title: 'Register \0 of relief' }), claimId: id }
  addSource(one.doc, source)
  await until(() => claimIn(other.doc, id)?.sources.length === 1, 'the source on the other screen')
  setSourceDeleted(other.doc, source.id, longAgo)
  await until(async () => (await sourceRow(source.id)) !== undefined, 'the row')
  expect(await sourceRow(source.id)).toEqual({
    ...{ id: source.id, claimId: id, name: 'Register  of relief', deletedBy: idris.id },
    deletedAt: (await timesAt(document, id)).at(-1)?.at,
  })
  await until(() => claimIn(one.doc, id)?.sources.length === 0, 'the other screen')
  setSourceDeleted(one.doc, source.id, null)
  await until(async () => (await sourceRow(source.id)) === undefined, 'the row to go')
})

test('the rows of what was deleted, made anew from the kept updates, say the same', async () => {
  const { articleId, one, other } = await aRoomOfTwo()
  const [first, second] = [mark(one.doc, 'Two thousand'), mark(one.doc, 'cracks')]
  const evidence = [first, first, second].map((claimId) => ({ ...aSource(), claimId }))
  for (const source of evidence) addSource(one.doc, source)
  await until(() => claimIn(other.doc, second)?.sources.length === 1, 'the sources')
  setSourceDeleted(one.doc, evidence[0]?.id ?? '', longAgo)
  setSourceDeleted(other.doc, evidence[2]?.id ?? '', longAgo)
  deleteClaim(other.doc, second, longAgo)
  await one.kept()
  await other.kept()
  await until(async () => (await rowsOf(articleId)).sources.length === 2, 'the rows')
  await until(async () => (await claimRow(second))?.deletedBy === idris.id, 'the claim’s row')
  const live = await rowsOf(articleId)
  expect(new Set(live.sources.map(({ deletedBy }) => deletedBy))).toEqual(new Set([lena.id, idris.id]))
  await db.delete(deletedSources)
  await db.update(claims).set({ deletedBy: null, deletedAt: null })
  await rebuildProjection(articleId)
  expect(await rowsOf(articleId)).toEqual(live)
})

test('a room of an older version learns who deleted what when it is opened', async () => {
  const { articleId, one, other } = await aRoomOfTwo()
  const id = mark(one.doc)
  await until(() => hasClaim(other.doc, id), 'the mark on the other screen')
  deleteClaim(other.doc, id, longAgo)
  await until(async () => (await claimRow(id))?.deletedBy != null, 'the row')
  const before = await rowsOf(articleId)
  one.leave()
  other.leave()
  await server.rooms.close()
  // What the migration leaves.
  await db.update(claims).set({ deletedBy: null, deletedAt: null, sequence: 0 })
  const later = await aRoomServer()
  await enter({ server: later, device: await signedIn(lena), articleId })
  await until(async () => (await claimRow(id))?.deletedBy != null, 'the row to know')
  expect(await rowsOf(articleId)).toEqual(before)
})

test('a deleted claim comes back with its words, verdict and sources', async () => {
  const rooms = await aRoomServer()
  const { id: articleId } = await anArticle(lena)
  const browser = await enter({ server: rooms, device: await signedIn(lena), articleId })
  const claim = aClaim({ verdict: 'unproven', notKnown: 'How prices moved.', topics: ['relief'] })
  writeClaim(browser.doc, claim, damText)
  deleteClaim(browser.doc, claim.id, longAgo)
  await browser.kept()
  browser.leave()
  const other = await enter({ server: rooms, device: await signedIn(idris), articleId })
  restoreClaim(other.doc, claim)
  await other.kept()
  expect(readClaim(other.doc, claim.id)).toEqual(claim)
  await until(
    async () => (await readDeleted(lena, null)).things.every(({ id }) => id !== claim.id),
    'the list',
  )
})

test('whoever is in the room of an article that is deleted is out within two seconds, and gets no pass', async () => {
  const rooms = await aRoomServer()
  const [gone, stays] = [await anArticle(lena), await anArticle(lena)]
  const device = await signedIn(lena)
  const inside = await enter({ server: rooms, device, articleId: gone.id })
  const elsewhere = await enter({ server: rooms, device, articleId: stays.id })
  const early = await makePass({ ...device, articleId: gone.id })
  const begun = Date.now()
  await removeArticle({ member: ruth, articleId: gone.id })
  await until(() => inside.closed.length > 0, 'the connection to end')
  expect(Date.now() - begun).toBeLessThan(2_000)
  expect(inside.closed[0]?.code).toBe(4401)
  expect(await refusalOf(makePass({ ...device, articleId: gone.id }))).toBe('article-deleted')
  expect(await checkPass(early.token, early.document)).toBeNull()
  expect(elsewhere.closed).toEqual([])
})

test('what was written before it was heard merges when the article is back', async () => {
  const rooms = await aRoomServer()
  const { id: articleId } = await anArticle(lena)
  const device = await signedIn(lena)
  const browser = await enter({ server: rooms, device, articleId })
  const id = mark(browser.doc)
  await browser.kept()
  await removeArticle({ member: ruth, articleId })
  await until(() => browser.closed.length > 0, 'the connection to end')
  browser.leave()
  setText(browser.doc, 'statement', id, 'Written while the article was away.')
  setVerdict(browser.doc, { id, verdict: null }, 'false')
  await bringBackArticle({ member: ruth, articleId })
  const back = open({ server: rooms, device, articleId, doc: browser.doc })
  await until(() => back.provider.isSynced, 'the room to open')
  await back.kept()
  await until(
    async () => (await claimRow(id))?.statement === 'Written while the article was away.',
    'the row',
  )
  expect((await claimRow(id))?.verdict).toBe('false')
})
