import { eq, sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { afterAll, afterEach, expect, test } from 'vitest'
import { articleLimits, deliveries, webhooks } from '../../db/schema'
import { eventKinds } from '../../db/vocabulary'
import { assign } from '../../server/assignment/assign'
import { limitArticle } from '../../server/limit/change-limit'
import type { Member } from '../../server/member/member'
import {
  addWebhook,
  changeWebhook,
  pauseWebhook,
  removeWebhook,
  renewSecret,
  sendAgain,
  testWebhook,
} from '../../server/notice/webhook/change-webhook'
import { readWebhooks } from '../../server/notice/webhook/read-webhooks'
import { removeOldDeliveries, sendDeliveries } from '../../server/notice/webhook/send-deliveries'
import { startDelivering } from '../../server/notice/webhook/start-delivering'
import type { Webhook } from '../../server/notice/webhook/webhook'
import { putUnderReview } from '../../server/publication/under-review/put-under-review'
import { decide } from '../../server/review/decide'
import { submit } from '../../server/review/submit'
import { freshDatabase } from '../database'
import { aClaim, aDesk, aRoomWith, onDesk, refusalOf } from '../newsroom'
import { isGenuine, openReceiver } from '../webhook-receiver'

const db = await freshDatabase()
const key = 'a key of the tests, long enough for all of them'
process.env.SECRET_KEY = key
const open: { close: () => Promise<unknown> }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
  await db.delete(webhooks)
})
afterAll(() => {
  delete process.env.SECRET_KEY
  delete process.env.WEBHOOK_ALLOW_PRIVATE
})

/** A receiver that the installation trusts; it takes everything unless it is said otherwise. */
async function aReceiver(answer: Parameters<typeof openReceiver>[0] = () => 200) {
  const receiver = await openReceiver(answer)
  open.push(receiver)
  process.env.WEBHOOK_ALLOW_PRIVATE = receiver.host
  return receiver
}

/** A desk with a claim that is ready, and an admin. */
async function aNewsroom() {
  const desk = await aDesk()
  const [lena, ruth, maren] = [
    await onDesk('reviewer', desk),
    await onDesk('editor', desk),
    await onDesk('admin', desk),
  ]
  const claim = aClaim()
  const room = await aRoomWith([claim], lena)
  const ask = async () => {
    const hash = await room.hashOf(claim.id)
    return submit({ member: lena, claimId: claim.id, hash, kind: 'first', publicNote: '' })
  }
  return { desk, lena, ruth, maren, claim, room, articleId: room.articleId, ask }
}

async function aWebhook(member: Member, address: string, said: Partial<Webhook> = {}) {
  const webhookId = uuid()
  const webhook: Webhook = { address, shape: 'proofroom', events: [...eventKinds], ...said }
  const { secret } = await addWebhook({ member, webhookId, webhook })
  return { member, webhookId, webhook, secret }
}

const rowsOf = (webhookId: string) => db.select().from(deliveries).where(eq(deliveries.webhookId, webhookId))
/** As if the time had come at which what waits is tried again. */
const letItBeDue = () => db.update(deliveries).set({ dueAt: sql`now()` }).where(sql`due_at is not null`)

test('what happens to a claim reaches the address, signed so that a receiver can tell', async () => {
  const { desk, ruth, maren, claim, articleId, ask } = await aNewsroom()
  const { address, received } = await aReceiver()
  const { secret } = await aWebhook(maren, address)
  const { submissionId } = await ask()
  await decide({ member: ruth, submissionId, decision: 'approved', note: '' })
  await sendDeliveries()
  expect(received.map(({ body }) => JSON.parse(body).type)).toEqual(['claim.submitted', 'claim.published'])
  expect(received.every((one) => isGenuine(one, secret))).toBe(true)
  const [submitted, published] = received.map(({ body }) => JSON.parse(body).data)
  expect(submitted).toEqual({
    ...{ desk: desk.slug, articleId, claimId: claim.id, stage: 'in-review', published: null },
    workspace: `http://127.0.0.1:3000/desk/${desk.slug}/articles/${articleId}?claim=${claim.id}`,
  })
  expect(published).toMatchObject({
    stage: 'published',
    published: { version: 1, statement: claim.statement, verdict: 'misleading' },
  })
  expect(published.published.address).toMatch(/^http:\/\/127\.0\.0\.1:3000\/c\/\d+-/)
})

test('whoever changes a message, its time or its id, or has another secret, is found out', async () => {
  const { maren } = await aNewsroom()
  const { address, received } = await aReceiver()
  const { secret, ...hook } = await aWebhook(maren, address)
  await testWebhook(hook)
  await sendDeliveries()
  const [one] = received
  if (!one) throw new Error('nothing arrived')
  expect(isGenuine(one, secret)).toBe(true)
  expect(Math.abs(Number(one.headers['webhook-timestamp']) - one.at / 1000)).toBeLessThan(60)
  expect(isGenuine({ ...one, body: `${one.body} ` }, secret)).toBe(false)
  for (const name of ['webhook-id', 'webhook-timestamp'])
    expect(isGenuine({ ...one, headers: { ...one.headers, [name]: '1' } }, secret)).toBe(false)
  expect(isGenuine(one, `whsec_${Buffer.from('another secret').toString('base64')}`)).toBe(false)
})

test('a message is sent once, however many processes look, and one that waits holds nobody up', async () => {
  const { maren } = await aNewsroom()
  const { address, received } = await aReceiver()
  const hooks = [await aWebhook(maren, address), await aWebhook(maren, address)]
  for (const hook of hooks) for (let number = 0; number < 5; number++) await testWebhook(hook)
  await Promise.all([sendDeliveries(), sendDeliveries(), sendDeliveries()])
  await letItBeDue()
  await sendDeliveries()
  const ids = received.map(({ headers }) => headers['webhook-id'])
  expect(ids).toHaveLength(10)
  expect(new Set(ids).size).toBe(10)
})

test('what an act does is told if, and only if, it commits, and once', async () => {
  const { lena, maren, claim, ask } = await aNewsroom()
  const { address } = await aReceiver()
  const { webhookId } = await aWebhook(maren, address)
  const refused = { member: lena, claimId: claim.id, hash: '0'.repeat(64), publicNote: '' }
  expect(await refusalOf(submit({ ...refused, kind: 'first' }))).toBe('text-changed')
  expect(await rowsOf(webhookId)).toEqual([])
  await ask()
  const rows = await rowsOf(webhookId)
  expect(rows).toHaveLength(1)
  await expect(db.insert(deliveries).values(rows.map((row) => ({ ...row, id: uuid() })))).rejects.toThrow()
})

test('what was not taken is sent again later, under the same id, with the same words and a new time', async () => {
  const { maren } = await aNewsroom()
  const answers = [500, 'hang up', 302, 204] as const
  const { address, received } = await aReceiver((_, count) => answers[count - 1] ?? 500)
  const { secret, ...hook } = await aWebhook(maren, address)
  await testWebhook(hook)
  const faults: unknown[] = []
  for (const _ of answers) {
    await sendDeliveries()
    const [row] = await rowsOf(hook.webhookId)
    faults.push([row?.status, row?.fault])
    if (row?.fault) expect(row.dueAt?.getTime()).toBeGreaterThan(Date.now())
    await letItBeDue()
  }
  expect(faults).toEqual([
    [500, 'answer'],
    [null, 'unreachable'],
    [302, 'redirect'],
    [204, null],
  ])
  expect(received).toHaveLength(4)
  expect(new Set(received.map(({ headers, body }) => `${headers['webhook-id']} ${body}`)).size).toBe(1)
  expect(received.every((one) => isGenuine(one, secret))).toBe(true)
  const [row] = await rowsOf(hook.webhookId)
  expect(row).toMatchObject({ tries: 4, dueAt: null })
  expect(row?.sentAt).not.toBeNull()
})

test('a process that dies while it sends gives the message back, and another sends it under the same id', async () => {
  const { maren } = await aNewsroom()
  const { address, received } = await aReceiver()
  const hook = await aWebhook(maren, address)
  await testWebhook(hook)
  const died = db.transaction(async (tx) => {
    // What a sender holds while it waits for an answer.
    await tx.execute(sql`select from deliveries d join webhooks w on w.id = d.webhook_id for no key update`)
    await sendDeliveries()
    expect(received).toEqual([])
    throw new Error('the process dies')
  })
  await expect(died).rejects.toThrow('the process dies')
  await sendDeliveries()
  const [row] = await rowsOf(hook.webhookId)
  expect(received.map(({ headers }) => headers['webhook-id'])).toEqual([row?.id])
})

test('after six tries a message is given up, and an admin can have it sent again', async () => {
  const { maren } = await aNewsroom()
  let isBack = false
  const { address, received } = await aReceiver(() => (isBack ? 200 : 503))
  const hook = await aWebhook(maren, address)
  await testWebhook(hook)
  for (let tries = 0; tries < 7; tries++) {
    await sendDeliveries()
    await letItBeDue()
  }
  expect(received).toHaveLength(6)
  const [row] = await rowsOf(hook.webhookId)
  expect(row).toMatchObject({ tries: 6, dueAt: null, sentAt: null, status: 503 })
  isBack = true
  await sendAgain({ member: maren, deliveryId: row?.id ?? '' })
  await sendDeliveries()
  expect(received.at(-1)?.headers['webhook-id']).toBe(row?.id)
  expect((await rowsOf(hook.webhookId))[0]?.sentAt).not.toBeNull()
})

test('an address that says it is gone is told nothing more until an admin lets it go on', async () => {
  const { maren, ask } = await aNewsroom()
  const { address, received } = await aReceiver(() => 410)
  const hook = await aWebhook(maren, address)
  await testWebhook(hook)
  await sendDeliveries()
  expect((await readWebhooks(maren.deskId)).webhooks[0]?.pause).toBe('gone')
  expect(await refusalOf(testWebhook(hook))).toBe('webhook-paused')
  await ask()
  expect(await rowsOf(hook.webhookId)).toHaveLength(1)
  await pauseWebhook({ ...hook, isPaused: false })
  await testWebhook(hook)
  await sendDeliveries()
  expect(received).toHaveLength(2)
})

test('what waited when a webhook was paused is sent when it goes on', async () => {
  const { maren } = await aNewsroom()
  const { address, received } = await aReceiver()
  const hook = await aWebhook(maren, address)
  await testWebhook(hook)
  await pauseWebhook({ ...hook, isPaused: true })
  await sendDeliveries()
  expect(received).toEqual([])
  await pauseWebhook({ ...hook, isPaused: false })
  await sendDeliveries()
  expect(received).toHaveLength(1)
})

test('a new secret signs beside the one before it for a day', async () => {
  const { maren } = await aNewsroom()
  const { address, received } = await aReceiver()
  const hook = await aWebhook(maren, address)
  const { secret } = await renewSecret(hook)
  await testWebhook(hook)
  await sendDeliveries()
  await db.update(webhooks).set({ previousUntil: new Date() })
  await testWebhook(hook)
  await sendDeliveries()
  const genuine = received.map((one) => [isGenuine(one, secret), isGenuine(one, hook.secret)])
  expect(genuine).toEqual([
    [true, true],
    [true, false],
  ])
})

test('secrets are not readable in the database, and under another SECRET_KEY nothing is sent unsigned', async () => {
  const { maren } = await aNewsroom()
  const { address, received } = await aReceiver()
  const hook = await aWebhook(maren, address)
  expect(JSON.stringify(await db.select().from(webhooks))).not.toContain(hook.secret.slice(6))
  expect(JSON.stringify(await readWebhooks(maren.deskId))).not.toContain(hook.secret.slice(6))
  await testWebhook(hook)
  try {
    for (const other of ['another key of the tests, as long as the first', '']) {
      process.env.SECRET_KEY = other
      await letItBeDue()
      await sendDeliveries()
      expect(await rowsOf(hook.webhookId)).toMatchObject([{ fault: 'secret' }])
    }
    expect(await refusalOf(aWebhook(maren, address))).toBe('secret-key-missing')
    expect((await readWebhooks(maren.deskId)).isOffered).toBe(false)
  } finally {
    process.env.SECRET_KEY = key
  }
  expect(received).toEqual([])
})

test('of a limited article nothing is told but what readers have, also when it was limited while a message waited', async () => {
  const { lena, ruth, maren, claim, articleId, ask } = await aNewsroom()
  const { address, received } = await aReceiver()
  const { webhookId } = await aWebhook(maren, address)
  await ask()
  await limitArticle({ member: lena, articleId, was: null, members: [lena.id, ruth.id] })
  await sendDeliveries()
  expect(await rowsOf(webhookId)).toMatchObject([{ event: 'submitted', fault: 'withheld', dueAt: null }])
  await db.delete(articleLimits)
  const { submissionId } = await (async () => {
    const [row] = (await db.execute(sql`select id from submissions where claim_id = ${claim.id}`)).rows
    return { submissionId: String(row?.id) }
  })()
  await limitArticle({ member: lena, articleId, was: null, members: [lena.id, ruth.id] })
  await assign({
    ...{ id: uuid(), claimId: claim.id, seen: null, member: ruth, articleId, to: lena.id },
    ...{ terms: null, note: '' },
  })
  await decide({ member: ruth, submissionId, decision: 'approved', note: '' })
  await sendDeliveries()
  expect(received.map(({ body }) => JSON.parse(body).type)).toEqual(['claim.published'])
})

test('a chat gets one line that no statement can break out of', async () => {
  const { ruth, maren, claim, ask } = await aNewsroom()
  const { address, received } = await aReceiver()
  await aWebhook(maren, address, { shape: 'slack', events: ['published', 'under-review'] })
  const { submissionId } = await ask()
  await decide({ member: ruth, submissionId, decision: 'approved', note: '' })
  await putUnderReview({ member: ruth, claimId: claim.id, version: 1, line: 'We look again.' })
  await sendDeliveries()
  const lines = received.map(({ body }) => JSON.parse(body))
  expect(lines.map((line) => Object.keys(line))).toEqual([['text'], ['text']])
  expect(lines[0].text).toMatch(/^Published: “.*” Misleading \/ missing context\. <http:\/\/\S+\|Read it>$/)
  expect(lines[1].text).toMatch(/^Under review: “/)
})

test('nothing is sent into a private network, wherever the address came from', async () => {
  const { maren } = await aNewsroom()
  const { address, received } = await aReceiver()
  const hook = await aWebhook(maren, address)
  process.env.WEBHOOK_ALLOW_PRIVATE = ''
  await testWebhook(hook)
  await sendDeliveries()
  await db.update(webhooks).set({ address: 'https://127.0.0.1/hook' })
  await letItBeDue()
  await sendDeliveries()
  expect(await rowsOf(hook.webhookId)).toMatchObject([{ fault: 'private', status: null, tries: 2 }])
  expect(received).toEqual([])
  expect(await refusalOf(aWebhook(maren, address))).toBe('webhook-not-encrypted')
  expect(await refusalOf(aWebhook(maren, 'https://name:secret@chat.example/'))).toBe('webhook-address-wrong')
})

test('two admins do not undo each other, and a removed webhook is told nothing that waited', async () => {
  const { maren } = await aNewsroom()
  const { address, received } = await aReceiver()
  const hook = await aWebhook(maren, address)
  const to: Webhook = { ...hook.webhook, events: ['retracted'] }
  await changeWebhook({ ...hook, was: hook.webhook, to })
  const late = { ...hook, was: hook.webhook, to: { ...to, shape: 'slack' as const } }
  expect(await refusalOf(changeWebhook(late))).toBe('setting-changed')
  await testWebhook(hook)
  await removeWebhook(hook)
  await sendDeliveries()
  expect(received).toEqual([])
  expect(await refusalOf(testWebhook(hook))).toBe('webhook-unknown')
})

test('a running server sends as soon as it is written, and what failed by itself again', async () => {
  const { maren } = await aNewsroom()
  const arrived: (() => void)[] = []
  const twice = new Promise<void>((resolve) => arrived.push(resolve))
  const { address, received } = await aReceiver((_, count) => {
    if (count === 2) arrived[0]?.()
    return count === 1 ? 500 : 200
  })
  const hook = await aWebhook(maren, address)
  const delivering = await startDelivering((error) => expect.fail(String(error)))
  await testWebhook(hook)
  await twice
  await delivering.settled()
  await delivering.close()
  expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  expect((await rowsOf(hook.webhookId))[0]).toMatchObject({ tries: 2, status: 200, dueAt: null })
})

test('what was settled a month ago is forgotten', async () => {
  const { maren } = await aNewsroom()
  const { address } = await aReceiver()
  const hook = await aWebhook(maren, address)
  await testWebhook(hook)
  await sendDeliveries()
  await removeOldDeliveries(new Date())
  expect(await rowsOf(hook.webhookId)).toHaveLength(1)
  await removeOldDeliveries(new Date(Date.now() + 31 * 24 * 3_600_000))
  expect(await rowsOf(hook.webhookId)).toEqual([])
})
