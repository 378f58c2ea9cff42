import { and, asc, eq, isNotNull, isNull, lt, lte, min, sql } from 'drizzle-orm'
import { db, type Transaction } from '../../../db/client'
import { deliveries, webhooks } from '../../../db/schema'
import type { EventKind } from '../../../db/vocabulary'
import { done, ways } from '../../audit/audit'
import { keepEntry } from '../../audit/keep-entry'
import { settings } from '../../env'
import { openSecret } from '../../sealed/keep-sealed'
import { isPublicEvent } from '../event/event'
import { sendAll } from '../send-all'
import { isLimited } from './keep-deliveries'
import { type Answer, sendRequest } from './send-request'
import { signDelivery } from './sign-delivery'
import { sealedFor, whenSentAgain } from './webhook'

/** Sends every message that is due; says when the next one is. */
export async function sendDeliveries(isStopped = () => false): Promise<Date | null> {
  await sendAll(sendNext, isStopped)
  const [next] = await db()
    .select({ at: min(deliveries.dueAt) })
    .from(deliveries)
    .innerJoin(webhooks, eq(webhooks.id, deliveries.webhookId))
    .where(isNull(webhooks.pause))
  return next?.at ?? null
}

/**
 * Sends the message that is due longest, of a webhook that nobody is sending to. Both rows are held until the address
 * has answered: a process that dies gives them back, and only who dies between an answer and the commit sends twice,
 * under the same id.
 */
async function sendNext(tx: Transaction): Promise<boolean> {
  const [next] = await tx
    .select()
    .from(deliveries)
    .innerJoin(webhooks, eq(webhooks.id, deliveries.webhookId))
    .where(and(isNotNull(deliveries.dueAt), lte(deliveries.dueAt, sql`now()`), isNull(webhooks.pause)))
    .orderBy(asc(deliveries.dueAt), asc(deliveries.id))
    .limit(1)
    // Whoever writes a new message names its webhook meanwhile, and waits for nobody.
    .for('no key update', { skipLocked: true })
  if (!next) return false
  const { deliveries: delivery, webhooks: webhook } = next
  const { fault, status } = await sendOne(tx, delivery, webhook)
  const triedAt = new Date()
  const tries = delivery.tries + 1
  const dueAt = fault && whenSentAgain(tries, fault, triedAt)
  await tx
    .update(deliveries)
    .set({ tries, triedAt, status, fault, dueAt, sentAt: fault ? null : triedAt })
    .where(eq(deliveries.id, delivery.id))
  if (fault === 'gone') await pauseForGood(tx, webhook)
  return true
}

async function pauseForGood(tx: Transaction, { id, deskId }: typeof webhooks.$inferSelect): Promise<void> {
  await tx.update(webhooks).set({ pause: 'gone' }).where(eq(webhooks.id, id))
  await keepEntry(tx, {
    ...{ deskId, act: 'manage the desk', way: ways.itself, outcome: done },
    ...{ memberId: null, personId: null, things: { webhookId: id }, words: {} },
  })
}

type Delivery = typeof deliveries.$inferSelect

async function sendOne(
  tx: Transaction,
  { id, body, event, articleId }: Delivery,
  webhook: typeof webhooks.$inferSelect,
): Promise<Answer> {
  if (await isWithheld(tx, event, articleId)) return { fault: 'withheld', status: null }
  const at = new Date()
  const secrets = secretsOf(webhook, at)
  if (secrets.length === 0) return { fault: 'secret', status: null }
  return sendRequest(webhook.address, { body, headers: signDelivery({ id, at, body }, secrets) })
}

/** The article may have been limited since the message was written. */
async function isWithheld(tx: Transaction, event: EventKind | null, articleId: string | null) {
  if (event === null || articleId === null || isPublicEvent(event)) return false
  return isLimited(tx, articleId)
}

/** Those that sign at a moment; none where SECRET_KEY is another one now, or gone. */
function secretsOf({ id, ...webhook }: typeof webhooks.$inferSelect, at: Date): string[] {
  if (!settings().secretKey) return []
  const { secret, previousSecret, previousUntil } = webhook
  const kept = previousUntil && previousUntil > at ? [secret, previousSecret] : [secret]
  return kept.flatMap((sealed) => (sealed && openSecret(sealed, sealedFor(id))) ?? [])
}

/** Forgets messages that were taken or given up long ago. */
export async function removeOldDeliveries(now: Date): Promise<void> {
  const monthAgo = new Date(now.getTime() - 30 * 24 * 3_600_000)
  await db()
    .delete(deliveries)
    .where(and(isNull(deliveries.dueAt), lt(deliveries.writtenAt, monthAgo)))
}
