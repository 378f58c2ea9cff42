import { asc, eq, inArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { claims, sources } from '../../db/schema'
import { setConfidence, setFigure, setVerdict } from '../../server/room/doc/claim-values'
import { deleteClaim } from '../../server/room/doc/marks'
import { claimMap, sourceMap, textOf } from '../../server/room/doc/room-doc'
import { addSource, setSourceDeleted } from '../../server/room/doc/source-values'
import { rebuildProjection } from '../../server/room/kept/project-claims'
import { whoWrote } from '../../server/room/kept/who-wrote'
import { freshDatabase } from '../database'
import { aFigure, anArticle, aSource, onDesk } from '../newsroom'
import { aRoomServer, enter, signedIn, until } from './browser'
import { hasClaim, mark } from './marking'

const db = await freshDatabase()
const server = await aRoomServer()
const [lena, idris] = [await onDesk('reviewer'), await onDesk('reviewer')]

async function rowsOf(articleId: string) {
  const rows = await db.select().from(claims).where(eq(claims.articleId, articleId)).orderBy(asc(claims.id))
  const theirs = inArray(
    sources.claimId,
    rows.map(({ id }) => id),
  )
  const evidence = await db.select().from(sources).where(theirs).orderBy(asc(sources.id))
  // The sequence tells when a row was read, not what it says.
  return { claims: rows.map(({ sequence: _, ...row }) => row), sources: evidence }
}

const claimRow = async (id: string) => (await db.select().from(claims).where(eq(claims.id, id)))[0]

async function aRoom() {
  const { id: articleId } = await anArticle(lena)
  return { articleId, browser: await enter({ server, device: await signedIn(lena), articleId }) }
}

test('what is written in a room comes into the tables', async () => {
  const { browser } = await aRoom()
  const id = mark(browser.doc)
  textOf(browser.doc, 'statement', id).insert(0, 'It is the largest.')
  setConfidence(browser.doc, id, { level: 'low', why: 'One source.' })
  setFigure(browser.doc, id, aFigure({ high: null, exactness: 'at-least', to: '2026-03-05' }))
  setVerdict(browser.doc, { id, verdict: null }, 'misleading')
  await until(async () => (await claimRow(id))?.verdict === 'misleading', 'the row')
  expect(await claimRow(id)).toMatchObject({
    quote: 'the largest relief package since independence',
    statement: 'It is the largest.',
    confidence: { level: 'low', why: 'One source.' },
    figure: aFigure({ high: null, exactness: 'at-least', to: '2026-03-05' }),
    notReady: 'no-kind',
    isDeleted: false,
  })
  deleteClaim(browser.doc, id, new Date().toISOString())
  await until(async () => (await claimRow(id))?.isDeleted === true, 'the row to say it is deleted')
})

test('the tables, made anew from the kept updates, say the same', async () => {
  const { articleId, browser } = await aRoom()
  const ids = ['two thousand', 'Engineers', '14 million marks', 'cracks'].map((words) =>
    mark(browser.doc, words === 'two thousand' ? 'Two thousand' : words),
  )
  const [first = '', second = '', third = '', fourth = ''] = ids
  const evidence = [first, first, second].map((claimId) => ({ ...aSource(), claimId }))
  for (const source of evidence) addSource(browser.doc, source)
  const [moved, dropped] = evidence
  sourceMap(browser.doc, moved?.id ?? '').set('claim', third)
  setSourceDeleted(browser.doc, dropped?.id ?? '', '2026-03-06T00:00:00Z')
  textOf(browser.doc, 'statement', second).insert(0, 'Fourteen million marks were set aside.')
  claimMap(browser.doc, first).set('topic:relief', true)
  setFigure(browser.doc, first, aFigure())
  deleteClaim(browser.doc, fourth, '2026-03-06T00:00:00Z')
  await browser.kept()
  await until(async () => (await claimRow(fourth))?.isDeleted === true, 'the rows')
  const live = await rowsOf(articleId)
  expect(live.claims).toHaveLength(4)
  expect(live.sources.map(({ claimId }) => claimId).sort()).toEqual([third, second].sort())
  await rebuildProjection(articleId)
  expect(await rowsOf(articleId)).toEqual(live)
})

test('a room whose tables were left behind catches up when it is opened', async () => {
  const { articleId, browser } = await aRoom()
  const id = mark(browser.doc)
  await until(async () => (await claimRow(id)) !== undefined, 'the row')
  const before = await rowsOf(articleId)
  await server.rooms.close()
  await db.delete(claims).where(eq(claims.articleId, articleId))
  browser.leave()
  await enter({ server: await aRoomServer(), device: await signedIn(lena), articleId })
  await until(async () => (await claimRow(id)) !== undefined, 'the row to come back')
  expect(await rowsOf(articleId)).toEqual(before)
})

test('the id of another article’s claim changes nothing there', async () => {
  const rooms = await aRoomServer()
  const device = await signedIn(lena)
  const [mine, other] = [await anArticle(lena), await anArticle(lena)]
  const browser = await enter({ server: rooms, device, articleId: mine.id })
  const id = mark(browser.doc)
  await until(async () => (await claimRow(id)) !== undefined, 'the row')
  const forger = await enter({ server: rooms, device: await signedIn(idris), articleId: other.id })
  claimMap(forger.doc, id).set('quote', claimMap(browser.doc, id).get('quote'))
  textOf(forger.doc, 'statement', id).insert(0, 'forged')
  const claimsRoot = forger.doc.getMap('claims')
  claimsRoot.set(id, { markedAt: '2026-01-01T00:00:00Z' })
  const last = mark(forger.doc)
  await until(async () => (await claimRow(last)) !== undefined, 'the forger’s own row')
  expect(await claimRow(id)).toMatchObject({ articleId: mine.id, statement: '' })
  expect(await whoWrote(id)).toEqual([lena.id])
})

test('what Postgres cannot keep in a text does not stop the tables', async () => {
  const rooms = await aRoomServer()
  const { id: articleId } = await anArticle(lena)
  const browser = await enter({ server: rooms, device: await signedIn(lena), articleId })
  const id = mark(browser.doc)
  claimMap(browser.doc, id).set('speaker', 'a nul \0 here')
  claimMap(browser.doc, id).set('saidAt', 'half \ud83d a face')
  browser.doc.getMap('claims').set('no id', { markedAt: 'never' })
  await until(async () => (await claimRow(id))?.speaker === 'a nul  here', 'the row')
})

test('whoever takes a source away from a claim has written in it', async () => {
  const rooms = await aRoomServer()
  const { id: articleId } = await anArticle(lena)
  const browser = await enter({ server: rooms, device: await signedIn(lena), articleId })
  const [id, elsewhere] = [mark(browser.doc), mark(browser.doc)]
  const source = { ...aSource(), claimId: id }
  addSource(browser.doc, source)
  const other = await enter({ server: rooms, device: await signedIn(idris), articleId })
  await until(() => hasClaim(other.doc, elsewhere), 'the marks on the other screen')
  sourceMap(other.doc, source.id).set('claim', elsewhere)
  await other.kept()
  expect(await whoWrote(id)).toEqual([lena.id, idris.id])
})
