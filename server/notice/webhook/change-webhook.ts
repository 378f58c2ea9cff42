import { and, count, eq } from 'drizzle-orm'
import { db, type Transaction } from '../../../db/client'
import { deliveries, desks, webhooks } from '../../../db/schema'
import { notify } from '../../channel/notify'
import type { Member } from '../../member/member'
import { Refused, refuseIf } from '../../refusal'
import { sealSecret } from '../../sealed/keep-sealed'
import { keepTest } from './keep-deliveries'
import { isAllowed } from './send-request'
import { newSecret } from './sign-delivery'
import { isSameWebhook, previousHours, sealedFor, type Webhook, whyNotAdd, whyNotAddress } from './webhook'

type Added = { member: Member; webhookId: string; webhook: Webhook }
type Named = { member: Member; webhookId: string }

/** Adds a webhook to a desk and gives its secret, which is shown this once. Sent again after a lost answer, the secret is a new one. */
export async function addWebhook({ member, webhookId, webhook }: Added): Promise<{ secret: string }> {
  refuseIf(whyNotAddress(webhook.address, isAllowed))
  const { deskId } = member
  const secret = newSecret()
  const sealed = sealSecret(secret, sealedFor(webhookId))
  await db().transaction(async (tx) => {
    await tx.select({ id: desks.id }).from(desks).where(eq(desks.id, deskId)).for('no key update')
    const [there] = await tx.select({ number: count() }).from(webhooks).where(eq(webhooks.deskId, deskId))
    refuseIf(whyNotAdd(there?.number ?? 0))
    const added = { id: webhookId, deskId, ...webhook, secret: sealed, addedBy: member.id }
    const [kept] = await tx
      .insert(webhooks)
      .values(added)
      .onConflictDoUpdate({
        target: webhooks.id,
        set: { secret: sealed },
        setWhere: and(eq(webhooks.deskId, deskId), eq(webhooks.addedBy, member.id)),
      })
      .returning({ id: webhooks.id })
    if (!kept) throw new Refused({ code: 'webhook-unknown' })
  })
  return { secret }
}

/** Changes where a webhook leads and what it is told; refused when somebody else has changed it since it was seen. */
export async function changeWebhook({ member, webhookId, was, to }: Named & { was: Webhook; to: Webhook }) {
  refuseIf(whyNotAddress(to.address, isAllowed))
  await db().transaction(async (tx) => {
    const webhook = await openWebhook(tx, member, webhookId)
    if (isSameWebhook(webhook, to)) return
    refuseIf(isSameWebhook(webhook, was) ? null : { code: 'setting-changed' })
    await tx.update(webhooks).set(to).where(eq(webhooks.id, webhookId))
  })
}

/** Keeps anything from being sent, or lets it be sent again: then what waited goes out at once. */
export async function pauseWebhook({ member, webhookId, isPaused }: Named & { isPaused: boolean }) {
  await db().transaction(async (tx) => {
    const { pause } = await openWebhook(tx, member, webhookId)
    if ((pause !== null) === isPaused) return
    await tx
      .update(webhooks)
      .set({ pause: isPaused ? 'by-hand' : null })
      .where(eq(webhooks.id, webhookId))
    await notify(tx, 'delivery_written', {})
  })
}

/** A new secret in the place of the one there is, which signs beside it for a day. */
export async function renewSecret({ member, webhookId }: Named): Promise<{ secret: string }> {
  const secret = newSecret()
  const sealed = sealSecret(secret, sealedFor(webhookId))
  await db().transaction(async (tx) => {
    const { secret: previousSecret } = await openWebhook(tx, member, webhookId)
    const previousUntil = new Date(Date.now() + previousHours * 3_600_000)
    await tx
      .update(webhooks)
      .set({ secret: sealed, previousSecret, previousUntil })
      .where(eq(webhooks.id, webhookId))
  })
  return { secret }
}

/** Takes a webhook away with all that waited for it. */
export async function removeWebhook({ member, webhookId }: Named): Promise<void> {
  await db().transaction(async (tx) => {
    await openWebhook(tx, member, webhookId)
    await tx.delete(webhooks).where(eq(webhooks.id, webhookId))
  })
}

/** Sends a message that says nothing but that it is a test. */
export async function testWebhook({ member, webhookId }: Named): Promise<void> {
  await db().transaction(async (tx) => {
    const webhook = await openWebhook(tx, member, webhookId)
    refuseIf(webhook.pause ? { code: 'webhook-paused' } : null)
    await keepTest(tx, webhook)
  })
}

/** Tries a message again that was given up. */
export async function sendAgain({ member, deliveryId }: { member: Member; deliveryId: string }) {
  await db().transaction(async (tx) => {
    const [delivery] = await tx
      .select({ webhookId: deliveries.webhookId })
      .from(deliveries)
      .where(eq(deliveries.id, deliveryId))
    if (!delivery) throw new Refused({ code: 'webhook-unknown' })
    await openWebhook(tx, member, delivery.webhookId)
    const [open] = await tx.select().from(deliveries).where(eq(deliveries.id, deliveryId))
    if (!open || open.sentAt || open.dueAt) return
    await tx.update(deliveries).set({ tries: 0, dueAt: new Date() }).where(eq(deliveries.id, deliveryId))
    await notify(tx, 'delivery_written', {})
  })
}

/** A webhook of the member's desk, held: a message that is on its way to it is waited for. */
async function openWebhook(tx: Transaction, { deskId }: Member, webhookId: string) {
  const [webhook] = await tx
    .select()
    .from(webhooks)
    .where(and(eq(webhooks.id, webhookId), eq(webhooks.deskId, deskId)))
    .for('no key update')
  if (!webhook) throw new Refused({ code: 'webhook-unknown' })
  return webhook
}
