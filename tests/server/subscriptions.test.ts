import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { afterAll, afterEach, expect, test } from 'vitest'
import { GET as changes } from '../../app/(public)/api/v1/changes/route'
import { notices, subscriptions } from '../../db/schema'
import { limitArticle } from '../../server/limit/change-limit'
import type { Member } from '../../server/member/member'
import {
  addSubscription,
  changeSubscription,
  pauseSubscription,
  removeSubscription,
  renewSubscriptionSecret,
} from '../../server/notice/subscription/change-subscription'
import { readSubscriptions } from '../../server/notice/subscription/read-subscriptions'
import { sendChanges } from '../../server/notice/subscription/send-changes'
import { startSendingChanges } from '../../server/notice/subscription/start-sending-changes'
import type { Subscription } from '../../server/notice/subscription/subscription'
import { putUnderReview } from '../../server/publication/under-review/put-under-review'
import { databaseUrl, freshDatabase } from '../database'
import { aClaim, onDesk, refusalOf } from '../newsroom'
import { aNewsroom, type Newsroom, published, submitted } from '../publishing'
import { catchUp, openStore, receiverOf } from '../receiver/receive-changes.mjs'
import { serving } from './api/serving'

const db = await freshDatabase()
process.env.SECRET_KEY = 'a key of the tests, long enough for all of them'
const publisher = await serving(changes)
const open: (Server | ChildProcess)[] = []
afterEach(async () => {
  for (const one of open.splice(0)) 'kill' in one ? one.kill('SIGKILL') : one.closeAllConnections()
  await db.delete(notices)
  await db.delete(subscriptions)
})
afterAll(() => {
  delete process.env.SECRET_KEY
  delete process.env.WEBHOOK_ALLOW_PRIVATE
})

/** Listens on a port of this machine that the installation trusts, on that of before where one is given. */
async function listening(server: Server, port = 0) {
  open.push(server)
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const { port: bound } = server.address() as AddressInfo // It listens on TCP.
  process.env.WEBHOOK_ALLOW_PRIVATE = `127.0.0.1:${bound}`
  return { port: bound, address: `http://127.0.0.1:${bound}/changes` }
}

/** Nobody listens any more. */
async function closed() {
  for (const one of open.splice(0)) {
    if ('kill' in one) continue
    one.closeAllConnections()
    await new Promise((resolve) => one.close(resolve))
  }
}

const aFile = () => join(mkdtempSync(join(tmpdir(), 'receiver-')), 'changes.jsonl')
const inFile = (file: string) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
/** What a store holds, as kinds of changes. */
const kindsIn = (file: string) => inFile(file).map(({ kind }) => kind)

async function aDeskWithAdmin() {
  const room = await aNewsroom()
  return { room, admin: await onDesk('admin', room.desk) }
}

async function subscribed(
  member: Member,
  address: string,
  begins: Subscription['begins'] = 'with-the-first',
) {
  const subscriptionId = uuid()
  const { secret } = await addSubscription({ member, subscriptionId, subscription: { address, begins } })
  return { subscriptionId, secret, member }
}

/** A subscription with a receiver that keeps what it takes in a file. */
async function aCopy(member: Member, begins: Subscription['begins'] = 'with-the-first') {
  const file = aFile()
  // The secret is known only after the address is.
  let answer = (_: IncomingMessage, response: ServerResponse) => void response.writeHead(503).end()
  const place = await listening(createServer((request, response) => answer(request, response)))
  const kept = await subscribed(member, place.address, begins)
  const receiver = receiverOf({ store: openStore(file), secret: kept.secret })
  answer = (request, response) => void receiver.emit('request', request, response)
  return { ...kept, ...place, file }
}

/** As if the time had come at which it is tried again. */
const letItBeDue = () => db.update(subscriptions).set({ dueAt: null })
const stateOf = async (subscriptionId: string) => {
  const [row] = await db.select().from(subscriptions).where(eq(subscriptions.id, subscriptionId))
  if (!row) throw new Error('the subscription is gone')
  return row
}

/** A claim in three versions: first, doubted, corrected, retracted. */
async function aLife(room: Newsroom, statement: string) {
  const claim = aClaim({ statement })
  await published(room, claim)
  await putUnderReview({ member: room.editor, claimId: claim.id, version: 1, line: 'We look again.' })
  await published(room, claim, { kind: 'clarification', publicNote: 'A word was missing.' })
  await published(room, claim, { kind: 'retraction', publicNote: 'We were wrong.' })
  return claim
}
const life = ['publication', 'under-review', 'correction', 'retraction']

test('a new subscriber is given all that the desk published, in the order of the log, and of no other desk', async () => {
  const { room, admin } = await aDeskWithAdmin()
  await aLife(room, 'The first dam holds.')
  await published(await aNewsroom(), aClaim())
  await aLife(room, 'The second dam holds.')
  const { file, subscriptionId } = await aCopy(admin)
  await sendChanges()
  expect(kindsIn(file)).toEqual([...life, ...life])
  const [first, doubt] = inFile(file)
  expect(first).toMatchObject({ previous: null, line: null, check: { statement: 'The first dam holds.' } })
  expect(first.check.desk.slug).toBe(room.desk.slug)
  expect(doubt).toMatchObject({ previous: first.index, line: 'We look again.', version: 1 })
  expect(await stateOf(subscriptionId)).toMatchObject({ fault: null, dueAt: null, status: 204 })
})

test('after an outage it is given what came meanwhile, once, in order, and nothing is left out', async () => {
  const { room, admin } = await aDeskWithAdmin()
  const copy = await aCopy(admin)
  await published(room, aClaim())
  await sendChanges()
  await closed()
  await aLife(room, 'Published while nobody listened.')
  for (let tries = 1; tries <= 5; tries++) {
    await sendChanges()
    const { fault, dueAt } = await stateOf(copy.subscriptionId)
    expect(fault).toBe('unreachable')
    expect(dueAt?.getTime()).toBeGreaterThan(Date.now())
    await letItBeDue()
  }
  expect(kindsIn(copy.file)).toEqual(['publication'])
  const again = receiverOf({ store: openStore(copy.file), secret: copy.secret })
  await listening(again, copy.port)
  await sendChanges()
  expect(kindsIn(copy.file)).toEqual(['publication', ...life])
  expect((await stateOf(copy.subscriptionId)).failingSince).toBeNull()
})

test('what was not taken holds up all that comes after it, and no other subscriber', async () => {
  const { room, admin } = await aDeskWithAdmin()
  await aLife(room, 'It is not taken.')
  const seen: string[] = []
  let status = 500
  const refusing = createServer((request, response) => {
    seen.push(String(request.headers['webhook-id']))
    response.writeHead(status).end()
  })
  const { address, port } = await listening(refusing)
  const { subscriptionId } = await subscribed(admin, address)
  const other = await aCopy(admin)
  process.env.WEBHOOK_ALLOW_PRIVATE = `127.0.0.1:${port},127.0.0.1:${other.port}`
  for (let tries = 0; tries < 4; tries++) {
    await sendChanges()
    await letItBeDue()
  }
  expect(kindsIn(other.file)).toEqual(life)
  expect(seen).toHaveLength(4)
  expect(new Set(seen).size).toBe(1)
  status = 200
  await sendChanges()
  expect(new Set(seen).size).toBe(4)
  expect(await stateOf(subscriptionId)).toMatchObject({ tries: 0, failingSince: null })
})

test('many processes at once send each change once', async () => {
  const { room, admin } = await aDeskWithAdmin()
  await aLife(room, 'It is sent by many.')
  const seen: string[] = []
  const { address } = await listening(
    createServer((request, response) => {
      seen.push(String(request.headers['webhook-id']))
      response.writeHead(200).end()
    }),
  )
  await subscribed(admin, address)
  await Promise.all([sendChanges(), sendChanges(), sendChanges()])
  await sendChanges()
  expect(seen).toHaveLength(4)
  expect(new Set(seen).size).toBe(4)
})

test('where the sender is killed before it hears the answer, another sends the same again and it is taken once', async () => {
  const { room, admin } = await aDeskWithAdmin()
  await aLife(room, 'It outlives the sender.')
  const file = aFile()
  const store = openStore(file)
  const seen: string[] = []
  let sender: ChildProcess | null = null
  const { address } = await listening(
    createServer(async (request, response) => {
      let body = ''
      for await (const chunk of request) body += chunk
      seen.push(String(request.headers['webhook-id']))
      const answer = store.take(JSON.parse(body).data) === 'gap' ? 409 : 204
      if (!sender || seen.length < 2) return response.writeHead(answer).end()
      // Taken, and on disk: the sender dies before it is told.
      sender.kill('SIGKILL')
      request.socket.destroy()
    }),
  )
  await subscribed(admin, address)
  const options = ['--conditions=react-server', '--import', 'tsx', 'tests/receiver/send-and-die.ts']
  sender = spawn(process.execPath, [...options, databaseUrl()], { stdio: 'ignore' })
  open.push(sender)
  await once(sender, 'exit')
  expect(sender.signalCode).toBe('SIGKILL')
  sender = null
  // What the dead one held is free as soon as PostgreSQL has noticed.
  await expect
    .poll(async () => {
      await sendChanges()
      return kindsIn(file)
    })
    .toEqual(life)
  expect(seen).toHaveLength(5)
  expect(seen[1]).toBe(seen[2])
})

test('the receiver is killed and begins again from its file, with nothing lost and nothing twice', async () => {
  const { room, admin } = await aDeskWithAdmin()
  await aLife(room, 'It outlives the receiver.')
  const file = aFile()
  const { port, address } = await listening(createServer())
  await closed()
  const { secret } = await subscribed(admin, address)
  const start = async () => {
    const command = ['tests/receiver/receive-changes.mjs', '--store', file, '--port', String(port)]
    const receiver = spawn(process.execPath, command, { env: { ...process.env, SECRET: secret } })
    open.push(receiver)
    await once(receiver.stdout, 'data')
    return receiver
  }
  const first = await start()
  await sendChanges()
  first.kill('SIGKILL')
  await once(first, 'exit')
  await published(room, aClaim())
  await sendChanges()
  expect(kindsIn(file)).toEqual(life)
  await start()
  await letItBeDue()
  await sendChanges()
  expect(kindsIn(file)).toEqual([...life, 'publication'])
})

test('a receiver refuses what is not signed, what is too old, what it has, and what would leave a gap', async () => {
  const { room, admin } = await aDeskWithAdmin()
  await aLife(room, 'It is looked at closely.')
  const messages: { headers: Record<string, string>; body: string }[] = []
  const { address } = await listening(
    createServer(async (request, response) => {
      let body = ''
      for await (const chunk of request) body += chunk
      const headers = Object.entries(request.headers).map(([name, said]) => [name, String(said)])
      messages.push({ headers: Object.fromEntries(headers), body })
      response.writeHead(200).end()
    }),
  )
  const { secret } = await subscribed(admin, address)
  await sendChanges()
  const file = aFile()
  const { address: receiver } = await listening(receiverOf({ store: openStore(file), secret }))
  const [first, second, third] = messages
  if (!first || !second || !third) throw new Error('three changes were sent')
  const send = async ({ headers, body }: typeof first) => {
    const signed = Object.entries(headers).filter(([name]) => name.startsWith('webhook-'))
    return (await fetch(receiver, { method: 'POST', body, headers: Object.fromEntries(signed) })).status
  }
  expect(await send({ ...first, body: first.body.replace('closely', 'away') })).toBe(401)
  expect(await send({ ...first, headers: { ...first.headers, 'webhook-timestamp': '1' } })).toBe(401)
  expect(await send(second)).toBe(409)
  expect(await send(first)).toBe(204)
  expect(await send(first)).toBe(204)
  expect(await send(third)).toBe(409)
  expect(await send(second)).toBe(204)
  expect(await send(third)).toBe(204)
  expect(kindsIn(file)).toEqual(life.slice(0, 3))
})

test('a receiver that lost its copy fetches what is missing by itself, and goes on', async () => {
  const { room, admin } = await aDeskWithAdmin()
  await aLife(room, 'It was lost.')
  await published(await aNewsroom(), aClaim())
  const { address, port } = await listening(createServer((_, response) => response.writeHead(200).end()))
  const { secret } = await subscribed(admin, address)
  await sendChanges()
  await closed()
  const file = aFile()
  const desk = { from: publisher, desk: room.desk.slug }
  await listening(receiverOf({ store: openStore(file), secret, publisher: desk }), port)
  await published(room, aClaim())
  await sendChanges()
  expect(kindsIn(file)).toEqual([...life, 'publication'])
})

test('who asks from cursor to cursor has each change once, the same that subscribers are sent', async () => {
  const { room, admin } = await aDeskWithAdmin()
  for (const statement of ['One.', 'Two.', 'Three.']) await aLife(room, statement)
  const { file } = await aCopy(admin)
  await sendChanges()
  const pulled = aFile()
  const store = openStore(pulled)
  await catchUp(store, { from: publisher, desk: room.desk.slug })
  await catchUp(store, { from: publisher, desk: room.desk.slug })
  expect(inFile(pulled)).toEqual(inFile(file))
  const ask = async (query: string) => (await fetch(`${publisher}/api/v1/changes?${query}`)).json()
  const page = await ask(`desk=${room.desk.slug}&limit=5`)
  expect(page).toMatchObject({ isMore: true, cursor: page.changes[4].index })
  expect((await ask(`desk=${room.desk.slug}&after=${page.cursor}`)).changes[0].previous).toBe(page.cursor)
  const all = await ask('limit=100')
  expect(all.changes.map(({ index }: { index: number }) => index)).toEqual(
    all.changes
      .map(({ index }: { index: number }) => index)
      .toSorted((one: number, other: number) => one - other),
  )
})

test('nothing that waits or is of a demo is told, and of a limited article only what readers have', async () => {
  const { room, admin } = await aDeskWithAdmin()
  const told = await published(room, aClaim({ statement: 'Readers have this.' }))
  await submitted(room, aClaim({ statement: 'Nobody approved this.' }))
  const members = [room.author.id, room.editor.id]
  await limitArticle({ member: room.author, articleId: room.article.id, was: null, members })
  await published(await aNewsroom({ isDemo: true }), aClaim({ statement: 'This is invented.' }))
  const { file } = await aCopy(admin)
  await sendChanges()
  expect(inFile(file).map(({ number }) => number)).toEqual([told.number])
  const text = await (await fetch(`${publisher}/api/v1/changes?limit=100`)).text()
  expect(text).toContain('Readers have this.')
  expect(text).not.toContain('Nobody approved this.')
  expect(text).not.toContain('This is invented.')
})

test('what cannot be read is refused, and so is a desk that is not there', async () => {
  const status = async (query: string) => (await fetch(`${publisher}/api/v1/changes?${query}`)).status
  expect(await status('after=-1')).toBe(400)
  expect(await status('limit=101')).toBe(400)
  expect(await status('desk=no-such-desk')).toBe(404)
})

test('who begins from now is given only what comes next', async () => {
  const { room, admin } = await aDeskWithAdmin()
  await aLife(room, 'It was before.')
  const seen: string[] = []
  const { address } = await listening(
    createServer(async (request, response) => {
      let body = ''
      for await (const chunk of request) body += chunk
      seen.push(JSON.parse(body).type)
      response.writeHead(200).end()
    }),
  )
  await subscribed(admin, address, 'from-now')
  await sendChanges()
  expect(seen).toEqual([])
  await published(room, aClaim())
  await sendChanges()
  expect(seen).toEqual(['change.publication'])
})

test('the admins are told once when nothing is taken for hours, and can stop it and let it go on', async () => {
  const { room, admin } = await aDeskWithAdmin()
  const second = await onDesk('admin', room.desk)
  await published(room, aClaim())
  const copy = await aCopy(admin)
  process.env.WEBHOOK_ALLOW_PRIVATE = ''
  await sendChanges()
  const toldOf = () => db.select().from(notices).where(eq(notices.kind, 'subscriber-silent'))
  expect(await toldOf()).toEqual([])
  for (let tries = 0; tries < 3; tries++) {
    await db.update(subscriptions).set({ dueAt: null, failingSince: sql`now() - interval '7 hours'` })
    await sendChanges()
  }
  const told = await toldOf()
  expect(told.map(({ memberId }) => memberId).toSorted()).toEqual([admin.id, second.id].toSorted())
  await pauseSubscription({ ...copy, isPaused: true })
  await letItBeDue()
  process.env.WEBHOOK_ALLOW_PRIVATE = `127.0.0.1:${copy.port}`
  await sendChanges()
  expect(kindsIn(copy.file)).toEqual([])
  expect((await readSubscriptions(room.desk.id)).subscriptions).toMatchObject([
    { pause: 'by-hand', waiting: 1, addedBy: admin.name },
  ])
  await pauseSubscription({ ...copy, isPaused: false })
  await sendChanges()
  expect(kindsIn(copy.file)).toEqual(['publication'])
})

test('an address that says it is gone is sent nothing more, and the admins are told at once', async () => {
  const { room, admin } = await aDeskWithAdmin()
  await aLife(room, 'It is gone.')
  const { address } = await listening(createServer((_, response) => response.writeHead(410).end()))
  const { subscriptionId } = await subscribed(admin, address)
  await sendChanges()
  expect(await stateOf(subscriptionId)).toMatchObject({ pause: 'gone', tries: 1 })
  const silent = eq(notices.kind, 'subscriber-silent')
  expect(await db.select().from(notices).where(silent)).toHaveLength(1)
})

test('a secret is never shown again, an address has to be encrypted, and another desk changes nothing', async () => {
  const { room, admin } = await aDeskWithAdmin()
  const { admin: stranger } = await aDeskWithAdmin()
  const { secret, ...kept } = await aCopy(admin)
  expect(JSON.stringify(await readSubscriptions(room.desk.id))).not.toContain(secret.slice(6))
  expect(JSON.stringify(await db.select().from(subscriptions))).not.toContain(secret.slice(6))
  expect(await refusalOf(subscribed(admin, 'http://copy.example/'))).toBe('webhook-not-encrypted')
  expect(await refusalOf(removeSubscription({ ...kept, member: stranger }))).toBe('subscription-unknown')
  await removeSubscription(kept)
  expect((await readSubscriptions(room.desk.id)).subscriptions).toEqual([])
})

test('it can lead elsewhere: there it goes on with what was not taken, and the old address is given nothing more', async () => {
  const { room, admin } = await aDeskWithAdmin()
  await published(room, aClaim())
  const old = await aCopy(admin)
  await sendChanges()
  await closed()
  await aLife(room, 'It goes to another address.')
  await sendChanges()
  expect((await stateOf(old.subscriptionId)).fault).toBe('unreachable')
  const file = aFile()
  const [taken = ''] = readFileSync(old.file, 'utf8').split('\n')
  writeFileSync(file, `${taken}\n`)
  const { address } = await listening(receiverOf({ store: openStore(file), secret: old.secret }))
  const asked = { member: admin, subscriptionId: old.subscriptionId }
  await changeSubscription({ ...asked, was: { address: old.address }, to: { address } })
  await sendChanges()
  expect(kindsIn(file)).toEqual(['publication', ...life])
  expect(kindsIn(old.file)).toEqual(['publication'])
  expect(await stateOf(old.subscriptionId)).toMatchObject({ tries: 0, fault: null, failingSince: null })
})

test('who changes where it leads after somebody else did is told, and nothing is overwritten', async () => {
  const { admin } = await aDeskWithAdmin()
  const { address, subscriptionId } = await aCopy(admin)
  const [mine, theirs] = [`${address}/mine`, `${address}/theirs`]
  const change = (was: string, to: string) =>
    changeSubscription({ member: admin, subscriptionId, was: { address: was }, to: { address: to } })
  await change(address, theirs)
  // Sent again after a lost answer.
  await change(address, theirs)
  expect(await refusalOf(change(address, mine))).toBe('setting-changed')
  expect((await stateOf(subscriptionId)).address).toBe(theirs)
  expect(await refusalOf(change(theirs, 'http://copy.example'))).toBe('webhook-not-encrypted')
  const { admin: stranger } = await aDeskWithAdmin()
  const foreign = { member: stranger, subscriptionId, was: { address: theirs }, to: { address: mine } }
  expect(await refusalOf(changeSubscription(foreign))).toBe('subscription-unknown')
})

test('an address that said it is gone is no reason to send nothing to another', async () => {
  const { room, admin } = await aDeskWithAdmin()
  await published(room, aClaim())
  const { address } = await listening(createServer((_, response) => response.writeHead(410).end()))
  const { subscriptionId } = await subscribed(admin, address)
  await sendChanges()
  expect((await stateOf(subscriptionId)).pause).toBe('gone')
  const change = (was: string, to: string) =>
    changeSubscription({ member: admin, subscriptionId, was: { address: was }, to: { address: to } })
  await change(address, `${address}/new`)
  expect((await stateOf(subscriptionId)).pause).toBeNull()
  await pauseSubscription({ member: admin, subscriptionId, isPaused: true })
  await change(`${address}/new`, address)
  expect((await stateOf(subscriptionId)).pause).toBe('by-hand')
})

test('a new secret signs beside the one before it for a day, and then alone', async () => {
  const { room, admin } = await aDeskWithAdmin()
  const { subscriptionId, secret, file } = await aCopy(admin)
  const { secret: renewed } = await renewSubscriptionSecret({ member: admin, subscriptionId })
  expect(renewed).not.toBe(secret)
  await published(room, aClaim())
  await sendChanges()
  expect(kindsIn(file)).toEqual(['publication'])
  await closed()
  const other = aFile()
  writeFileSync(other, readFileSync(file))
  const { address } = await listening(receiverOf({ store: openStore(other), secret: renewed }))
  await db.update(subscriptions).set({ address })
  await published(room, aClaim())
  await sendChanges()
  expect(kindsIn(other)).toEqual(['publication', 'publication'])
  await closed()
  // As if the day were over.
  await db.update(subscriptions).set({ previousUntil: new Date(Date.now() - 1) })
  const late = await listening(receiverOf({ store: openStore(file), secret }))
  await db.update(subscriptions).set({ address: late.address })
  await published(room, aClaim())
  await sendChanges()
  expect(await stateOf(subscriptionId)).toMatchObject({ status: 401 })
})

test('what is published is sent as it is published, and what waited as soon as it may go on', async () => {
  const { room, admin } = await aDeskWithAdmin()
  const { subscriptionId, member, file } = await aCopy(admin)
  const faults: unknown[] = []
  const sending = await startSendingChanges((error) => faults.push(error))
  // Nobody waits for the look that comes every half minute.
  const soon = { timeout: 10_000, interval: 20 }
  try {
    await sending.settled()
    await published(room, aClaim())
    await expect.poll(() => existsSync(file) && kindsIn(file), soon).toEqual(['publication'])
    await pauseSubscription({ member, subscriptionId, isPaused: true })
    await published(room, aClaim())
    await pauseSubscription({ member, subscriptionId, isPaused: false })
    await expect.poll(() => kindsIn(file), soon).toEqual(['publication', 'publication'])
    expect(faults).toEqual([])
  } finally {
    await sending.close()
  }
})
