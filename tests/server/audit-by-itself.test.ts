import { asc, eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { afterAll, expect, test } from 'vitest'
import { auditEntries, clearances, webhooks } from '../../db/schema'
import { eventKinds } from '../../db/vocabulary'
import { addMember } from '../../server/member/add-member'
import { addWebhook, testWebhook } from '../../server/notice/webhook/change-webhook'
import { sendDeliveries } from '../../server/notice/webhook/send-deliveries'
import { decide } from '../../server/review/decide'
import { publishDue } from '../../server/review/release/publish-due'
import { submit } from '../../server/review/submit'
import { freshDatabase } from '../database'
import { aClaim, aDesk, aRoomWith, onDesk, refusalOf } from '../newsroom'
import { openReceiver } from '../webhook-receiver'

const db = await freshDatabase()
const day = 86_400_000
process.env.SECRET_KEY = 'a key of the tests, long enough for all of them'
const receiver = await openReceiver(() => 410)
process.env.WEBHOOK_ALLOW_PRIVATE = receiver.host
afterAll(async () => {
  delete process.env.SECRET_KEY
  delete process.env.WEBHOOK_ALLOW_PRIVATE
  await receiver.close()
})

const entriesOf = (deskId: string) =>
  db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.deskId, deskId))
    .orderBy(asc(auditEntries.at), asc(auditEntries.id))

const nobody = { memberId: null, personId: null }

test('whom the operator puts on a desk, and as what, is kept; the password is not', async () => {
  const desk = await aDesk()
  const password = 'a long enough password'
  const person = { desk: desk.slug, email: 'operated@desk.example', name: 'Maren Holt', password }
  const { memberId } = await addMember({ ...person, role: 'admin' })
  expect(await refusalOf(addMember({ ...person, role: 'reviewer' }))).toBe('last-admin')
  const added = { act: 'manage members', way: 'member add', ...nobody, things: { memberId } }
  const entries = await entriesOf(desk.id)
  expect(entries).toMatchObject([
    { ...added, outcome: 'done', words: { role: 'admin' } },
    { ...added, outcome: 'last-admin', words: { role: 'reviewer' } },
  ])
  expect(JSON.stringify(entries)).not.toMatch(/password|Maren|operated/)
})

async function aPlanned() {
  const desk = await aDesk({ timeZone: 'UTC' })
  const [author, ruth] = [await onDesk('reviewer', desk), await onDesk('editor', desk)]
  const claim = aClaim()
  const room = await aRoomWith([claim], author)
  const hash = await room.hashOf(claim.id)
  const asked = { member: author, claimId: claim.id, hash, kind: 'first', publicNote: '' } as const
  const { submissionId } = await submit(asked)
  const publishAt = new Date(Date.now() + day).toISOString().slice(0, 16)
  await decide({ member: ruth, submissionId, decision: 'approved', note: '', publishAt })
  return { desk, ruth, claim, room, submissionId }
}

const release = { act: 'decide on submissions', way: 'release' }

test('what is published when its time comes is kept once, in the name of who approved it', async () => {
  const { desk, ruth, submissionId } = await aPlanned()
  const then = new Date(Date.now() + 2 * day)
  await Promise.all([publishDue(then), publishDue(then)])
  const by = { memberId: ruth.id, personId: ruth.personId }
  expect(await entriesOf(desk.id)).toMatchObject([
    { ...release, ...by, outcome: 'done', things: { submissionId }, words: { decision: 'approved' } },
  ])
})

test('what is not published when its time comes is kept with the reason', async () => {
  const { desk, ruth, claim, room, submissionId } = await aPlanned()
  const required = { claimId: claim.id, articleId: room.articleId, deskId: desk.id, requiredBy: ruth.id }
  await db.insert(clearances).values({ id: uuid(), ...required, name: 'Legal', why: 'Named persons.' })
  await publishDue(new Date(Date.now() + 2 * day))
  expect(await entriesOf(desk.id)).toMatchObject([
    { ...release, memberId: ruth.id, outcome: 'clearance-missing', things: { submissionId } },
  ])
})

test('that a webhook is paused because its address is gone is kept once', async () => {
  const desk = await aDesk()
  const hook = { member: await onDesk('admin', desk), webhookId: uuid() }
  const webhook = { address: receiver.address, shape: 'proofroom' as const, events: [...eventKinds] }
  await addWebhook({ ...hook, webhook })
  await testWebhook(hook)
  await sendDeliveries()
  await sendDeliveries()
  expect(await db.select({ pause: webhooks.pause }).from(webhooks)).toEqual([{ pause: 'gone' }])
  expect(await entriesOf(desk.id)).toMatchObject([
    {
      act: 'manage the desk',
      way: 'webhook gone',
      outcome: 'done',
      ...nobody,
      things: { webhookId: hook.webhookId },
    },
  ])
})
