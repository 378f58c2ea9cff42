import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { asc, eq, sql } from 'drizzle-orm'
import { pino } from 'pino'
import { v7 as uuid } from 'uuid'
import { afterAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { roomSnapshots, roomUpdates, secondVerdicts } from '../../db/schema'
import { bringBackArticle, removeArticle } from '../../server/deleted/remove-article'
import { deleteClaim } from '../../server/room/doc/marks'
import { documentOf, textOf } from '../../server/room/doc/room-doc'
import { keepSnapshot } from '../../server/room/kept/keep-snapshot'
import { readRoom, readRoomClaims } from '../../server/room/kept/read-room'
import { writeInRoom } from '../../server/room/live/write-in-room'
import { serveSnapshot } from '../../server/room/serve-snapshot'
import { freshDatabase } from '../database'
import { aDesk, anArticle, onDesk } from '../newsroom'
import { cookieOf } from '../signed-in'
import { aRoomServer, enter, signedIn, until } from './browser'
import { mark } from './marking'

const db = await freshDatabase()
const lena = await onDesk('reviewer')
const stranger = await onDesk('admin', await aDesk())
const fresh = await aRoomServer()

const snapshotOf = async (articleId: string) => {
  const own = eq(roomSnapshots.document, documentOf(articleId))
  return (await db.select().from(roomSnapshots).where(own))[0]
}

/** A room in which somebody has worked and which everybody has left; its snapshot is there. */
async function aUsedRoom(): Promise<{ articleId: string; claimId: string }> {
  const { id: articleId } = await anArticle(lena)
  const browser = await enter({ server: fresh, device: await signedIn(lena), articleId })
  const claimId = mark(browser.doc)
  const statement = textOf(browser.doc, 'statement', claimId)
  for (const letter of 'It is by far the largest relief package since independence.')
    statement.insert(statement.length, letter)
  statement.delete(6, 7)
  deleteClaim(browser.doc, mark(browser.doc), new Date().toISOString())
  await browser.kept()
  browser.leave()
  await until(async () => (await snapshotOf(articleId)) !== undefined, 'the snapshot')
  return { articleId, claimId }
}

/** The room as its whole log makes it. */
async function replayed(articleId: string): Promise<Y.Doc> {
  const doc = new Y.Doc()
  const rows = await db
    .select({ bytes: roomUpdates.bytes })
    .from(roomUpdates)
    .where(eq(roomUpdates.document, documentOf(articleId)))
    .orderBy(asc(roomUpdates.sequence))
  for (const { bytes } of rows) Y.applyUpdate(doc, bytes)
  return doc
}

test('a snapshot with what came since is the document that the whole log makes', async () => {
  const { articleId, claimId } = await aUsedRoom()
  const browser = await enter({ server: fresh, device: await signedIn(lena), articleId })
  textOf(browser.doc, 'statement', claimId).insert(0, 'Later: ')
  await browser.kept()
  const whole = await replayed(articleId)
  expect((await snapshotOf(articleId))?.sequence).toBeGreaterThan(0)
  expect(await readRoom(documentOf(articleId))).toEqual(Y.encodeStateAsUpdate(whole))
  expect((await readRoomClaims(articleId)).find(({ id }) => id === claimId)?.statement).toBe(
    'Later: It is the largest relief package since independence.',
  )
})

test('a snapshot is the document of the updates up to its sequence, and every update stays', async () => {
  const { articleId } = await aUsedRoom()
  const snapshot = await snapshotOf(articleId)
  const rows = await db
    .select({ sequence: roomUpdates.sequence })
    .from(roomUpdates)
    .where(eq(roomUpdates.document, documentOf(articleId)))
  expect(rows.map(({ sequence }) => sequence).sort((a, b) => a - b)).toEqual(
    Array.from({ length: snapshot?.sequence ?? 0 }, (_, index) => index + 1),
  )
})

test('a damaged snapshot is passed over, and made anew when the room is next left', async () => {
  const { articleId, claimId } = await aUsedRoom()
  const document = documentOf(articleId)
  await db
    .update(roomSnapshots)
    .set({ packed: Buffer.from('nothing that was ever packed') })
    .where(eq(roomSnapshots.document, document))
  const browser = await enter({ server: fresh, device: await signedIn(lena), articleId })
  expect(textOf(browser.doc, 'statement', claimId).toString()).toContain('It is the largest')
  browser.leave()
  await until(async () => (await snapshotOf(articleId))?.packed[0] === 0x1f, 'a snapshot that can be read')
  expect(await readRoom(document)).toEqual(Y.encodeStateAsUpdate(await replayed(articleId)))
})

test('what is not on disk is in no snapshot', async () => {
  const { articleId, claimId } = await aUsedRoom()
  const browser = await enter({ server: fresh, device: await signedIn(lena), articleId })
  await db.transaction(async (tx) => {
    await tx.execute(sql`select 1 from rooms where document = ${documentOf(articleId)} for update`)
    // The journal's statement hangs on our lock: the words are in the live document and nowhere else.
    textOf(browser.doc, 'statement', claimId).insert(0, 'Not kept yet. ')
    await until(async () => (await waitingJournals()) > 0, 'the journal to wait')
    await keepSnapshot(documentOf(articleId))
    expect(await statementIn(articleId, claimId)).not.toContain('Not kept yet.')
  })
  await browser.kept()
  expect(await statementIn(articleId, claimId)).toContain('Not kept yet.')
})

test('the snapshot of a large room is made in a thread, and says the same', async () => {
  const { id: articleId } = await anArticle(lena)
  await writeInRoom(articleId, lena, (doc) => {
    for (let n = 0; n < 300; n++) mark(doc)
  })
  const snapshot = await snapshotOf(articleId)
  expect(gunzipSync(snapshot?.packed ?? '').length).toBeGreaterThan(64 * 1024)
  expect(await readRoom(documentOf(articleId))).toEqual(Y.encodeStateAsUpdate(await replayed(articleId)))
})

async function statementIn(articleId: string, claimId: string): Promise<string | undefined> {
  return (await readRoomClaims(articleId)).find(({ id }) => id === claimId)?.statement
}

async function waitingJournals(): Promise<number> {
  const { rows } = await db.execute(
    sql`select 1 from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query like '%room_updates%'`,
  )
  return rows.length
}

test('a member is handed the snapshot once, and then only told that it is the same', async () => {
  const { articleId, claimId } = await aUsedRoom()
  const cookie = await cookieOf(lena.personId)
  const first = await ask(articleId, { cookie })
  const doc = new Y.Doc()
  Y.applyUpdate(doc, new Uint8Array(await first.arrayBuffer()))
  expect(textOf(doc, 'statement', claimId).toString()).toContain('It is the largest')
  expect(first.headers.get('cache-control')).toContain('private')
  const again = await ask(articleId, { cookie, 'if-none-match': first.headers.get('etag') ?? '' })
  expect(again.status).toBe(304)
})

test('a room of another desk, an unknown one and a stranger’s question look the same', async () => {
  const { articleId } = await aUsedRoom()
  const answers = [
    await ask(articleId, {}),
    await ask(articleId, { cookie: await cookieOf(stranger.personId) }),
    await ask('00000000-0000-7000-8000-000000000000', { cookie: await cookieOf(lena.personId) }),
  ]
  const said = answers.map(async (answer) => [answer.status, await answer.text(), answer.headers.get('etag')])
  expect(await Promise.all(said)).toEqual([
    [404, '', null],
    [404, '', null],
    [404, '', null],
  ])
})

test('the room of a deleted article is handed out no more, until it is back', async () => {
  const { articleId } = await aUsedRoom()
  const editor = await onDesk('editor')
  const cookie = await cookieOf(lena.personId)
  await removeArticle({ member: editor, articleId })
  expect((await ask(articleId, { cookie })).status).toBe(404)
  await bringBackArticle({ member: editor, articleId })
  expect((await ask(articleId, { cookie })).status).toBe(200)
})

test('the room is handed out to nobody who judges one of its claims blind', async () => {
  const { articleId, claimId } = await aUsedRoom()
  const idris = await onDesk('reviewer')
  const cookie = await cookieOf(idris.personId)
  const asked = { claimId, articleId, deskId: lena.deskId, askedOf: idris.id, askedBy: lena.id }
  await db.insert(secondVerdicts).values({ id: uuid(), ...asked })
  expect((await ask(articleId, { cookie })).status).toBe(404)
  await db.update(secondVerdicts).set({ endedAt: new Date(), endedBy: idris.id })
  expect((await ask(articleId, { cookie })).status).toBe(200)
})

const silent = pino({ level: 'silent' })
const door = createServer((request, response) => {
  if (!serveSnapshot(request, response, silent)) response.writeHead(500).end()
})
await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
afterAll(() => void door.close())

function ask(articleId: string, headers: Record<string, string>): Promise<Response> {
  const { port } = door.address() as AddressInfo // A server on a port has one.
  return fetch(`http://127.0.0.1:${port}/api/rooms/${articleId}/snapshot`, { headers })
}
