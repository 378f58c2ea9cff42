import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { claimMap, documentOf, textOf } from '../../server/room/doc/room-doc'
import { readRoom, readRoomClaims } from '../../server/room/kept/read-room'
import { whoWrote } from '../../server/room/kept/who-wrote'
import { kinds, openFrame, openSync, syncKinds } from '../../server/room/socket/frame'
import { freshDatabase } from '../database'
import { anArticle, onDesk } from '../newsroom'
import { aRoomServer, type Browser, enter, signedIn, until } from './browser'
import { hasClaim, mark } from './marking'

const db = await freshDatabase()
const [lena, idris] = [await onDesk('reviewer'), await onDesk('reviewer')]

test('what is confirmed is in the database', async () => {
  const server = await aRoomServer()
  const { id: articleId } = await anArticle(lena)
  const browser = await enter({ server, device: await signedIn(lena), articleId })
  const id = mark(browser.doc)
  await browser.kept()
  expect((await readRoomClaims(articleId)).map((claim) => claim.id)).toEqual([id])
})

test('neither a receipt nor a colleague’s screen comes before the commit', async () => {
  const server = await aRoomServer()
  const { id: articleId } = await anArticle(lena)
  const one = await enter({ server, device: await signedIn(lena), articleId })
  const other = await enter({ server, device: await signedIn(idris), articleId })
  await one.kept()
  const document = documentOf(articleId)
  let id = ''
  await db.transaction(async (tx) => {
    await tx.execute(sql`select 1 from rooms where document = ${document} for update`)
    id = mark(one.doc)
    const receipt = one.kept()
    // The statement of the journal hangs on our lock, so the edit has been applied and could have been shown.
    await until(() => isWaitingForLock(), 'the journal to wait for the lock')
    const cursorSeen = new Promise((resolve) => other.provider.awareness?.once('change', resolve))
    one.provider.setAwarenessField('claimId', 'after the mark')
    await cursorSeen
    expect(hasClaim(other.doc, id)).toBe(false)
    expect(one.news.filter(({ type }) => type === 'kept')).toHaveLength(1)
    receipt.catch(() => {}) // Awaited below, by its effect.
  })
  await until(() => hasClaim(other.doc, id), 'the mark on the other screen')
  await until(() => one.news.filter(({ type }) => type === 'kept').length === 2, 'the receipt')
})

async function isWaitingForLock(statement = '%insert into room_updates%'): Promise<boolean> {
  const { rows } = await db.execute(
    sql`select 1 from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query like ${statement}`,
  )
  return rows.length > 0
}

test('a killed server loses nothing it has confirmed', async () => {
  const { id: articleId } = await anArticle(lena)
  const device = await signedIn(lena)
  const confirmed: string[] = []
  for (let round = 0; round < 5; round++) {
    const server = await aRoomServer()
    const browser = await enter({ server, device, articleId })
    for (let count = 0; count < 20; count++) {
      confirmed.push(mark(browser.doc))
      await browser.kept()
    }
    for (let count = 0; count < 20; count++) mark(browser.doc)
    await server.kill()
    browser.leave()
  }
  const kept = new Set((await readRoomClaims(articleId)).map(({ id }) => id))
  expect(confirmed.filter((id) => !kept.has(id))).toEqual([])
  const newcomer = await enter({ server: await aRoomServer(), device, articleId })
  expect(confirmed.filter((id) => !hasClaim(newcomer.doc, id))).toEqual([])
})

test('an edit whose predecessor is missing is not confirmed until it can be read', async () => {
  const server = await aRoomServer()
  const { id: articleId } = await anArticle(lena)
  const browser = await enter({ server, device: await signedIn(lena), articleId })
  const id = mark(browser.doc)
  await browser.kept()
  // The second of three edits is lost on its way.
  const send = browser.provider.send.bind(browser.provider)
  textOf(browser.doc, 'statement', id).insert(0, 'one ')
  browser.provider.send = () => {}
  textOf(browser.doc, 'statement', id).insert(4, 'two ')
  browser.provider.send = send
  textOf(browser.doc, 'statement', id).insert(8, 'three')
  await browser.kept()
  const [claim] = await readRoomClaims(articleId)
  expect(claim?.statement).toBe('one two three')
})

test('what was missing is waited for, also where it came while what was before it was being written', async () => {
  const server = await aRoomServer()
  const { id: articleId } = await anArticle(lena)
  const one = await enter({ server, device: await signedIn(lena), articleId })
  const other = await enter({ server, device: await signedIn(idris), articleId })
  const id = mark(one.doc)
  await one.kept()
  const cursorOf = async (mover: Browser, watcher: Browser) => {
    const seen = new Promise((resolve) => watcher.provider.awareness?.once('change', resolve))
    mover.provider.setAwarenessField('moved', Math.random())
    await seen
  }
  const held: Promise<unknown>[] = []
  await db.transaction(async (first) => {
    await first.execute(sql`select 1 from rooms where document = ${documentOf(articleId)} for update`)
    textOf(one.doc, 'statement', id).insert(0, 'one ')
    await until(() => isWaitingForLock(), 'the first edit to wait for the lock')
    const answered = whenAnswers(one)
    const send = one.provider.send.bind(one.provider)
    one.provider.send = () => {}
    textOf(one.doc, 'statement', id).insert(4, 'two ')
    one.provider.send = send
    textOf(one.doc, 'statement', id).insert(8, 'three')
    held.push(one.kept())
    await answered
    await cursorOf(one, other)
    // In line behind the first edit, and before the rest.
    const second = db.transaction(async (tx) => {
      await tx.execute(sql`lock table room_updates in share mode`)
      await until(() => isWaitingForLock(), 'the rest to wait for the lock')
      await cursorOf(other, one)
      const [claim] = await readRoomClaims(articleId)
      expect([claim?.statement, receiptsOf(one)]).toEqual(['one ', 1])
    })
    held.push(second)
    await until(() => isWaitingForLock('lock table%'), 'the second to wait behind the first edit')
  })
  await Promise.all(held)
  expect((await readRoomClaims(articleId)).map(({ statement }) => statement)).toEqual(['one two three'])
})

const receiptsOf = ({ news }: Browser) => news.filter(({ type }) => type === 'kept').length

/** Resolves when a browser has told the room, which missed something, all it has. */
function whenAnswers({ socket }: Browser): Promise<void> {
  const send = socket.send.bind(socket)
  return new Promise((resolve) => {
    socket.send = (frame) => {
      send(frame)
      // A sign of life names no document.
      if (frame.length > 1 && isAnswer(frame)) resolve()
    }
  })
}

function isAnswer(frame: Uint8Array): boolean {
  const { kind, rest } = openFrame(frame)
  return kind === kinds.sync && openSync(rest).kind === syncKinds.step2
}

test('the kept updates, replayed, are the live document', async () => {
  const server = await aRoomServer()
  const { id: articleId } = await anArticle(lena)
  const browser = await enter({ server, device: await signedIn(lena), articleId })
  const id = mark(browser.doc)
  textOf(browser.doc, 'statement', id).insert(0, 'It is the largest.')
  textOf(browser.doc, 'statement', id).delete(0, 3)
  await browser.kept()
  const replayed = new Y.Doc()
  Y.applyUpdate(replayed, await readRoom(documentOf(articleId)))
  expect(textOf(replayed, 'statement', id).toString()).toBe('is the largest.')
  expect(Y.encodeStateVector(replayed)).toEqual(Y.encodeStateVector(browser.doc))
})

test('everybody whose edits are in a claim is named, also when their words were taken out again', async () => {
  const server = await aRoomServer()
  const { id: articleId } = await anArticle(lena)
  const one = await enter({ server, device: await signedIn(lena), articleId })
  const other = await enter({ server, device: await signedIn(idris), articleId })
  const [id, elsewhere] = [mark(one.doc), mark(one.doc)]
  await one.kept()
  expect(await whoWrote(id)).toEqual([lena.id])
  await until(() => hasClaim(other.doc, id), 'the mark on the other screen')
  textOf(other.doc, 'statement', id).insert(0, 'x')
  textOf(other.doc, 'statement', id).delete(0, 1)
  await other.kept()
  expect(await whoWrote(id)).toEqual([lena.id, idris.id])
  expect(await whoWrote(elsewhere)).toEqual([lena.id])
})

test('a stop confirms what was sent before it', async () => {
  const server = await aRoomServer()
  const { id: articleId } = await anArticle(lena)
  const browser = await enter({ server, device: await signedIn(lena), articleId })
  const ids = Array.from({ length: 50 }, () => mark(browser.doc))
  await browser.kept()
  claimMap(browser.doc, ids[0] ?? '').set('speaker', 'The prime minister')
  await server.stop()
  expect(await readRoomClaims(articleId)).toHaveLength(50)
})
