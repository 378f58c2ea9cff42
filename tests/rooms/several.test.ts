import { asc, eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { rooms, roomUpdates } from '../../db/schema'
import { documentOf, textOf } from '../../server/room/doc/room-doc'
import { readRoomClaims } from '../../server/room/kept/read-room'
import { passedHeader, signPassing } from '../../server/room/lease/sign-passing'
import { HeldElsewhere, takeRoom } from '../../server/room/lease/take-room'
import { writeInRoom } from '../../server/room/live/write-in-room'
import { readPeople } from '../../server/room/read-people'
import { freshDatabase } from '../database'
import { anArticle, onDesk } from '../newsroom'
import { aRoomServer, enter, open, type RoomServer, signedIn, until } from './browser'
import { hasClaim, mark } from './marking'
import { enterRaw } from './raw-socket'

const db = await freshDatabase()
const [lena, idris] = [await onDesk('reviewer'), await onDesk('editor')]

async function ownerOf(articleId: string): Promise<string | null> {
  const [room] = await db.select({ owner: rooms.owner }).from(rooms).where(eq(rooms.articleId, articleId))
  return room?.owner ?? null
}

/** What the promise about owners comes to: each update once, and never an older owner's after a newer one's. */
async function expectOneOwnerAtATime(articleId: string): Promise<void> {
  const rows = await db
    .select({ sequence: roomUpdates.sequence, fence: roomUpdates.fence })
    .from(roomUpdates)
    .where(eq(roomUpdates.document, documentOf(articleId)))
    .orderBy(asc(roomUpdates.sequence))
  expect(rows.map(({ sequence }) => sequence)).toEqual(rows.map((_, index) => index + 1))
  const fences = rows.map(({ fence }) => fence)
  expect(fences).toEqual(fences.toSorted((one, other) => one - other))
}

/** The lease of a process that says nothing any more, as when it is paused, and it is long ago. */
async function letLeaseRunOut({ lease }: RoomServer): Promise<void> {
  await lease.stop()
  await db.execute(sql`update processes set lease_until = '-infinity' where id = ${lease.id}`)
}

test('two people on two processes see each other’s words and cursors', async () => {
  const [first, second] = [await aRoomServer(), await aRoomServer()]
  const { id: articleId } = await anArticle(lena)
  const one = await enter({ server: first, device: await signedIn(lena), articleId })
  const other = await enter({ server: second, device: await signedIn(idris), articleId })
  expect(await ownerOf(articleId)).toBe(first.lease.id)
  const [here, there] = [mark(one.doc), mark(other.doc)]
  await Promise.all([one.kept(), other.kept()])
  await until(() => hasClaim(one.doc, there) && hasClaim(other.doc, here), 'both marks on both screens')
  other.provider.setAwarenessField('claimId', there)
  const seen = () => one.provider.awareness?.getStates().get(other.doc.clientID)
  await until(() => seen()?.claimId === there, 'the cursor from the other process')
  expect(seen()?.user).toMatchObject({ memberId: idris.id, name: idris.name })
  const people = async () => (await readPeople(lena))[articleId] ?? []
  await until(async () => (await people()).length === 2, 'both to be known to be in')
  other.leave()
  await until(() => seen() === undefined, 'the cursor to go')
  await until(async () => (await people()).length === 1, 'one to be known to be in')
})

test('a room larger than what may wait in a line comes through another process whole', async () => {
  const [first, second] = [await aRoomServer(), await aRoomServer()]
  const { id: articleId } = await anArticle(lena)
  const one = await enter({ server: first, device: await signedIn(lena), articleId })
  const id = mark(one.doc)
  for (let count = 0; count < 20; count++)
    textOf(one.doc, 'statement', id).insert(0, String(count).padEnd(100_000, 'x'))
  await one.kept()
  const other = await enter({ server: second, device: await signedIn(idris), articleId })
  expect(textOf(other.doc, 'statement', id).length).toBe(2_000_000)
})

test('a process for pages passes every socket on, and holds no room', async () => {
  const web = await aRoomServer({ holdsRooms: false })
  const holder = await aRoomServer()
  const { id: articleId } = await anArticle(lena)
  const browser = await enter({ server: web, device: await signedIn(lena), articleId })
  mark(browser.doc)
  await browser.kept()
  expect(await ownerOf(articleId)).not.toBe(web.lease.id)
  expect(await ownerOf(articleId)).not.toBeNull()
  await holder.stop()
})

test('a socket that is passed on stays up: nothing but the browser’s own is said to the other process', async () => {
  const web = await aRoomServer({ holdsRooms: false })
  const holder = await aRoomServer()
  const { id: articleId } = await anArticle(lena)
  const raw = await enterRaw(web, await signedIn(lena), articleId)
  let beats = 0
  raw.socket.on('message', (frame: Buffer) => {
    if (frame.length === 1) beats += 1
  })
  // Each process asks in each round whether the other end is there.
  await until(() => beats === 3 || raw.closed !== null, 'three signs of life, or the end')
  expect(raw.closed).toBeNull()
  raw.socket.close()
  await holder.stop()
})

test('a room whose owner lives is not taken, by nobody', async () => {
  const [first, second] = [await aRoomServer(), await aRoomServer()]
  const { id: articleId } = await anArticle(lena)
  await enter({ server: first, device: await signedIn(lena), articleId })
  await expect(takeRoom(documentOf(articleId), second.lease.id)).rejects.toThrow(HeldElsewhere)
  await expect(writeInRoom(articleId, lena, () => {})).rejects.toThrow(HeldElsewhere)
})

test('when a process stops, another has its rooms at once, and nothing is missing', async () => {
  const [first, second] = [await aRoomServer(), await aRoomServer()]
  const { id: articleId } = await anArticle(lena)
  await enter({ server: first, device: await signedIn(lena), articleId })
  const other = await enter({ server: second, device: await signedIn(idris), articleId })
  const ids = Array.from({ length: 10 }, () => mark(other.doc))
  await other.kept()
  const stopping = first.stop()
  for (let count = 0; count < 10; count++) ids.push(mark(other.doc))
  await stopping
  const begun = Date.now()
  await until(async () => (await ownerOf(articleId)) === second.lease.id, 'the other process to take over')
  // Sooner than a lease could run out, or a lost session count.
  expect(Date.now() - begun).toBeLessThan(3_000)
  await until(() => other.provider.isSynced, 'the browser to come back')
  await other.kept()
  expect(new Set((await readRoomClaims(articleId)).map(({ id }) => id))).toEqual(new Set(ids))
  await expectOneOwnerAtATime(articleId)
})

test('a process whose session with the database is gone counts as ended before its lease has run out', async () => {
  const [first, second] = [await aRoomServer(), await aRoomServer()]
  const { id: articleId } = await anArticle(lena)
  await enter({ server: first, device: await signedIn(lena), articleId })
  await first.lease.stop()
  const take = () => takeRoom(documentOf(articleId), second.lease.id).catch(() => null)
  // It may have broken by accident: then the lease would be renewed in a moment.
  expect(await take()).toBeNull()
  const begun = Date.now()
  await until(async () => (await take()) !== null, 'the room to be free')
  expect(Date.now() - begun).toBeLessThan(9_000)
})

test('a process whose lease ran out writes nothing once another has the room; its browser sends again', async () => {
  const [first, second] = [await aRoomServer(), await aRoomServer()]
  const { id: articleId } = await anArticle(lena)
  const stale = await enter({ server: first, device: await signedIn(lena), articleId })
  const ids = [mark(stale.doc)]
  await stale.kept()
  await letLeaseRunOut(first)
  const fresh = await enter({ server: second, device: await signedIn(idris), articleId })
  ids.push(mark(fresh.doc))
  await fresh.kept()
  // Refused by the fence, the first process closes; the browser comes back and is passed on to the second.
  ids.push(mark(stale.doc))
  await until(() => stale.closed.some(({ code }) => code === 4503), 'the first process to let go')
  await until(() => stale.provider.isSynced, 'the browser to come back')
  await stale.kept()
  await until(() => ids.every((id) => hasClaim(fresh.doc, id)), 'all marks on the other screen')
  expect((await readRoomClaims(articleId)).map(({ id }) => id).sort()).toEqual(ids.sort())
  expect(await ownerOf(articleId)).toBe(second.lease.id)
  await expectOneOwnerAtATime(articleId)
})

test('a process finds out by itself that another has its room, and sends its browsers there', async () => {
  const [first, second] = [await aRoomServer(), await aRoomServer()]
  const { id: articleId } = await anArticle(lena)
  const browser = await enter({ server: first, device: await signedIn(lena), articleId })
  await db.execute(
    sql`update rooms set owner = ${second.lease.id}, fence = fence + 1 where article_id = ${articleId}`,
  )
  await until(() => browser.closed.some(({ code }) => code === 4503), 'the first process to let go')
  await until(() => browser.provider.isSynced, 'the browser to come back')
  mark(browser.doc)
  await browser.kept()
  expect(await ownerOf(articleId)).toBe(second.lease.id)
})

test('a socket passed on by nobody of ours is refused', async () => {
  const server = await aRoomServer()
  const refusals = [
    { [passedHeader]: 'made up' },
    signPassing({ from: '10.0.0.1', cookie: undefined }, 'another secret, of the same length perhaps'),
    signPassing({ from: '10.0.0.1', cookie: undefined }, secret, Date.now() - 3_600_000),
    { ...signPassing({ from: '10.0.0.1', cookie: 'a=1' }, secret), cookie: 'a=2' },
  ]
  for (const headers of refusals) expect(await answerTo(server, headers)).toBe(403)
  expect(await answerTo(server, signPassing({ from: '10.0.0.1', cookie: 'a=1' }, secret))).toBe(101)
})

const secret = 'known to all room servers of these tests'

function answerTo({ url }: RoomServer, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { headers })
    socket.on('open', () => {
      socket.close()
      resolve(101)
    })
    socket.on('unexpected-response', (request, { statusCode }) => {
      request.destroy()
      resolve(statusCode ?? 0)
    })
    socket.on('error', reject)
  })
}

test('a pass that does not hold is refused through another process with the same code', async () => {
  const [first, second] = [await aRoomServer(), await aRoomServer()]
  const { id: articleId } = await anArticle(lena)
  await enter({ server: first, device: await signedIn(lena), articleId })
  const stranger = { member: lena, sessionId: (await signedIn(idris)).sessionId }
  const browser = open({ server: second, device: stranger, articleId })
  await until(() => browser.closed.length > 0, 'the refusal')
  expect(browser.closed[0]?.code).toBe(4401)
  browser.leave()
})
