import { randomBytes } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { auditEntries, roomUpdates } from '../../db/schema'
import { readClaims } from '../../server/room/doc/room-claims'
import { claimMap, documentOf, rationaleOf, textOf } from '../../server/room/doc/room-doc'
import { readRoom } from '../../server/room/kept/read-room'
import { kinds } from '../../server/room/socket/frame'
import { freshDatabase } from '../database'
import { anArticle, onDesk } from '../newsroom'
import { aRoomServer, enter, open, signedIn, until } from './browser'
import { hasClaim, mark } from './marking'
import { connectRaw, enterRaw } from './raw-socket'

const db = await freshDatabase()
const server = await aRoomServer()
const [lena, idris, olga] = [await onDesk('reviewer'), await onDesk('editor'), await onDesk('observer')]
const refused = (reason: string) => ({ code: 4400, reason })

/** An article with a claim that Lena has marked, and her browser. */
async function aMarkedArticle() {
  const { id: articleId } = await anArticle(lena)
  const browser = await enter({ server, device: await signedIn(lena), articleId })
  const id = mark(browser.doc)
  await browser.kept()
  return { articleId, browser, id, document: documentOf(articleId) }
}

/** What a document with this client id would send for a change. */
function updateOf(before: Y.Doc, clientID: number, change: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(before))
  // Only now: Yjs gives a document another id when an update arrives that was written under its own.
  doc.clientID = clientID
  const vector = Y.encodeStateVector(doc)
  change(doc)
  return Y.encodeStateAsUpdate(doc, vector)
}

const countRows = async (document: string) =>
  (await db.select().from(roomUpdates).where(eq(roomUpdates.document, document))).length

test('an observer reads, and what they write reaches nobody', async () => {
  const { articleId, browser, document } = await aMarkedArticle()
  const observer = await enter({ server, device: await signedIn(olga), articleId })
  const rows = await countRows(document)
  const id = mark(observer.doc)
  // An edit that takes the same way later shows that the first has been dealt with.
  await new Promise((resolve) => {
    browser.provider.awareness?.once('change', resolve)
    observer.provider.setAwarenessField('claimId', id)
  })
  expect(hasClaim(browser.doc, id)).toBe(false)
  expect(await countRows(document)).toBe(rows)
  expect(observer.provider.authorizedScope).toBe('readonly')
})

test('that an observer wrote is in the audit of the desk, once however much they write', async () => {
  const { articleId, browser } = await aMarkedArticle()
  const otto = await onDesk('observer')
  const observer = await enter({ server, device: await signedIn(otto), articleId })
  const isTheirs = and(eq(auditEntries.memberId, otto.id), eq(auditEntries.act, 'edit rooms'))
  const refusals = () => db.select().from(auditEntries).where(isTheirs)
  for (let count = 0; count < 5; count++) mark(observer.doc)
  await until(async () => (await refusals()).length > 0, 'the audit to have it')
  for (let count = 0; count < 5; count++) mark(observer.doc)
  await new Promise((resolve) => {
    browser.provider.awareness?.once('change', resolve)
    observer.provider.setAwarenessField('claimId', articleId)
  })
  expect(await refusals()).toMatchObject([
    { act: 'edit rooms', way: 'room edit', outcome: 'role-too-low', deskId: lena.deskId },
  ])
})

test('an update under a colleague’s client id ends the connection and changes nothing', async () => {
  const { articleId, browser, id, document } = await aMarkedArticle()
  const raw = await enterRaw(server, await signedIn(idris), articleId)
  const rows = await countRows(document)
  raw.sendUpdate(
    updateOf(browser.doc, browser.doc.clientID, (doc) => claimMap(doc, id).set('speaker', 'forged')),
  )
  expect(await raw.ended()).toEqual(refused('foreign-client-id'))
  expect(claimMap(browser.doc, id).get('speaker')).toBeUndefined()
  expect(await countRows(document)).toBe(rows)
})

test('a client id stays its owner’s after everybody has left and the server has been started again', async () => {
  const { articleId, browser, id } = await aMarkedArticle()
  browser.leave()
  const raw = await enterRaw(await aRoomServer(), await signedIn(idris), articleId)
  raw.sendUpdate(
    updateOf(browser.doc, browser.doc.clientID, (doc) => claimMap(doc, id).set('speaker', 'forged')),
  )
  expect(await raw.ended()).toEqual(refused('foreign-client-id'))
})

test('nobody can lay words by that appear when a colleague writes next', async () => {
  const { articleId, browser, id } = await aMarkedArticle()
  // Idris knows what Lena's next edit will be numbered, and writes behind it.
  const ahead = updateOf(browser.doc, browser.doc.clientID, (doc) =>
    textOf(doc, 'statement', id).insert(0, 'A'),
  )
  const future = new Y.Doc()
  Y.applyUpdate(future, Y.encodeStateAsUpdate(browser.doc))
  Y.applyUpdate(future, ahead)
  const raw = await enterRaw(server, await signedIn(idris), articleId)
  raw.sendUpdate(updateOf(future, 77, (doc) => textOf(doc, 'statement', id).insert(1, 'B')))
  expect(await raw.ended()).toEqual(refused('depends-on-the-unseen'))
})

test('nobody can delete what a colleague has yet to write', async () => {
  const { articleId, browser, id } = await aMarkedArticle()
  const future = new Y.Doc()
  Y.applyUpdate(
    future,
    updateOf(browser.doc, browser.doc.clientID, (doc) => textOf(doc, 'statement', id).insert(0, 'A')),
  )
  Y.applyUpdate(future, Y.encodeStateAsUpdate(browser.doc))
  const raw = await enterRaw(server, await signedIn(idris), articleId)
  raw.sendUpdate(updateOf(future, 78, (doc) => textOf(doc, 'statement', id).delete(0, 1)))
  expect(await raw.ended()).toEqual(refused('depends-on-the-unseen'))
})

test('an update that names a root no room has is refused', async () => {
  const { articleId, document } = await aMarkedArticle()
  const raw = await enterRaw(server, await signedIn(idris), articleId)
  const rows = await countRows(document)
  raw.sendUpdate(updateOf(new Y.Doc(), 79, (doc) => doc.getMap('anything').set('a', 1)))
  expect(await raw.ended()).toEqual(refused('unknown-root'))
  expect(await countRows(document)).toBe(rows)
})

test('an element nested deeper than any rationale goes is refused', async () => {
  const { articleId, id } = await aMarkedArticle()
  const raw = await enterRaw(server, await signedIn(idris), articleId)
  const nested = updateOf(new Y.Doc(), 80, (doc) => {
    let parent: Y.XmlFragment = rationaleOf(doc, id)
    for (let depth = 0; depth < 40; depth++) {
      const child = new Y.XmlElement('blockquote')
      parent.push([child])
      parent = child
    }
  })
  raw.sendUpdate(nested)
  expect(await raw.ended()).toEqual(refused('too-deep'))
})

test('elements nested one in the other are counted also when each comes by itself', async () => {
  const { articleId, id } = await aMarkedArticle()
  const raw = await enterRaw(server, await signedIn(idris), articleId)
  const doc = Object.assign(new Y.Doc(), { clientID: 82 })
  doc.on('update', (update: Uint8Array) => raw.sendUpdate(update))
  let parent: Y.XmlFragment = rationaleOf(doc, id)
  for (let depth = 0; depth < 40; depth++) {
    const child = new Y.XmlElement('blockquote')
    parent.push([child])
    parent = child
  }
  expect(await raw.ended()).toEqual(refused('too-deep'))
})

test('an edit whose predecessor is missing is shown to nobody, and throws nobody out', async () => {
  const { articleId, browser, id } = await aMarkedArticle()
  const raw = await enterRaw(server, await signedIn(idris), articleId)
  const before = new Y.Doc()
  Y.applyUpdate(before, Y.encodeStateAsUpdate(browser.doc))
  before.clientID = 83
  textOf(before, 'statement', id).insert(0, 'lost ')
  raw.sendUpdate(updateOf(before, 83, (doc) => textOf(doc, 'statement', id).insert(5, 'found')))
  // The server asks for all that is missing instead of keeping the half.
  await until(
    () => raw.received.filter(({ kind, bytes }) => kind === kinds.sync && bytes[0] === 0).length > 1,
    'the question',
  )
  const newcomer = await enter({ server, device: await signedIn(lena), articleId })
  expect(newcomer.doc.store.pendingStructs).toBeNull()
  newcomer.provider.forceSync()
  await newcomer.kept()
  expect(newcomer.closed).toEqual([])
})

test('updates with any bytes changed never end the process or stop the room', async () => {
  const { articleId, browser, id } = await aMarkedArticle()
  const whole = updateOf(browser.doc, 84, (doc) => {
    textOf(doc, 'statement', id).insert(0, 'It is the largest.')
    textOf(doc, 'statement', id).delete(2, 4)
    rationaleOf(doc, id).push([new Y.XmlElement('paragraph')])
    claimMap(doc, id).set('topic:relief', true)
  })
  const device = await signedIn(idris)
  let raw = await enterRaw(server, device, articleId)
  let next = 1
  // A fixed sequence (Park and Miller), so that a failure can be repeated.
  const random = (below: number) => {
    next = (next * 48_271) % 2_147_483_647
    return next % below
  }
  for (let count = 0; count < 120; count++) {
    const damaged = whole.slice(0, random(5) === 0 ? random(whole.length) : undefined)
    for (let change = 0; change <= random(3); change++) damaged[random(damaged.length)] = random(256)
    if (raw.closed) raw = await enterRaw(server, device, articleId)
    raw.sendUpdate(damaged)
    const isHandled = raw.received.length
    raw.send(kinds.sync, (encoder) => {
      writeVarUint(encoder, 0)
      writeVarUint8Array(encoder, Uint8Array.of(0))
    })
    await until(() => raw.closed !== null || raw.received.length > isHandled, 'an answer or an end')
  }
  await browser.kept()
  const stored = new Y.Doc()
  Y.applyUpdate(stored, await readRoom(documentOf(articleId)))
  expect(stored.store.pendingStructs).toBeNull()
  expect(readClaims(stored)).toEqual(readClaims(browser.doc))
})

test('a document hidden in the document is refused', async () => {
  const { articleId, id } = await aMarkedArticle()
  const raw = await enterRaw(server, await signedIn(idris), articleId)
  raw.sendUpdate(updateOf(new Y.Doc(), 81, (doc) => claimMap(doc, id).set('speaker', new Y.Doc())))
  expect(await raw.ended()).toEqual(refused('unknown-content'))
})

test('garbage of every kind ends its connection and nothing else', async () => {
  const { articleId, browser } = await aMarkedArticle()
  const garbage: ((raw: Awaited<ReturnType<typeof enterRaw>>) => void)[] = [
    (raw) => raw.socket.send(randomBytes(200)),
    (raw) => raw.socket.send(Buffer.alloc(0)),
    (raw) => raw.send(kinds.sync),
    (raw) => raw.send(kinds.sync, (encoder) => writeVarUint(encoder, 9)),
    (raw) => raw.sendUpdate(randomBytes(500)),
    (raw) => raw.sendUpdate(new Uint8Array()),
    (raw) => raw.send(kinds.awareness, (encoder) => writeVarUint8Array(encoder, randomBytes(50))),
    (raw) => raw.send(kinds.awareness, (encoder) => writeVarUint(encoder, 2 ** 40)),
    (raw) => raw.send(6, (encoder) => writeVarString(encoder, 'to everybody')),
    (raw) => raw.send(99),
  ]
  for (const throwAt of garbage) {
    const raw = await enterRaw(server, await signedIn(idris), articleId)
    throwAt(raw)
    expect((await raw.ended()).code).toBe(4400)
  }
  await browser.kept()
})

test('a stateless message that is no message of ours is passed over', async () => {
  const { articleId } = await aMarkedArticle()
  const browser = await enter({ server, device: await signedIn(idris), articleId })
  for (const payload of ['', '{', '[]', 'null', '{"type":"version","version":-1}', '{"type":"look-again"}'])
    browser.provider.sendStateless(payload)
  await browser.kept()
  expect(browser.news.map(({ type }) => type)).toEqual(['kept'])
})

test('too large a frame ends its connection and nothing else', async () => {
  const { articleId, browser } = await aMarkedArticle()
  const raw = await enterRaw(server, await signedIn(idris), articleId)
  raw.sendUpdate(randomBytes(300 * 1024))
  expect((await raw.ended()).code).toBe(1009)
  await browser.kept()
})

test('whoever sends without measure is cut off', async () => {
  const { articleId, browser } = await aMarkedArticle()
  const raw = await enterRaw(server, await signedIn(idris), articleId)
  for (let count = 0; count < 5_000; count++)
    raw.send(kinds.stateless, (encoder) => writeVarString(encoder, '{}'))
  expect((await raw.ended()).code).toBe(4429)
  await browser.kept()
})

test('whoever has shown no pass is cut off after 64 KiB', async () => {
  const { document } = await aMarkedArticle()
  const raw = await connectRaw(server, document)
  for (let count = 0; count < 3; count++) raw.sendUpdate(randomBytes(30 * 1024))
  expect(await raw.ended()).toEqual({ code: 4503, reason: 'too-early' })
})

test('whoever asks for another document on the same line is cut off', async () => {
  const { articleId } = await aMarkedArticle()
  const { document } = await aMarkedArticle()
  const raw = await enterRaw(server, await signedIn(idris), articleId)
  raw.document = document
  const other = await connectRaw(server, document)
  other.send(kinds.sync, (encoder) => writeVarUint(encoder, 0))
  raw.socket.send(Uint8Array.of(1, 120, 0))
  expect(await raw.ended()).toEqual(refused('another-document'))
  other.socket.close()
})

test('a page of another site cannot connect', async () => {
  const { articleId } = await aMarkedArticle()
  const device = await signedIn(idris)
  const away = open({ server, device, articleId, headers: { origin: 'https://elsewhere.example' } })
  await until(() => away.closed.length > 0, 'the refusal')
  expect(away.provider.isSynced).toBe(false)
  const home = await enter({ server, device, articleId, headers: { origin: 'https://desk.example' } })
  expect(home.provider.isSynced).toBe(true)
})
