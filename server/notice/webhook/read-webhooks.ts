import { asc, desc, eq } from 'drizzle-orm'
import { db } from '../../../db/client'
import { deliveries, members, people, webhooks } from '../../../db/schema'
import { settings } from '../../env'

/** How many messages of a webhook are shown. */
const lastShown = 10

/** A desk's webhooks in the order they were added, each with its last messages; never a secret. */
export async function readWebhooks(deskId: string) {
  const kept = await db()
    .select({
      id: webhooks.id,
      address: webhooks.address,
      shape: webhooks.shape,
      events: webhooks.events,
      pause: webhooks.pause,
      previousUntil: webhooks.previousUntil,
      addedBy: people.name,
      addedAt: webhooks.addedAt,
    })
    .from(webhooks)
    .innerJoin(members, eq(members.id, webhooks.addedBy))
    .innerJoin(people, eq(people.id, members.personId))
    .where(eq(webhooks.deskId, deskId))
    .orderBy(asc(webhooks.addedAt), asc(webhooks.id))
  const shown = await Promise.all(kept.map(async (one) => ({ ...one, last: await readLast(one.id) })))
  return { isOffered: settings().secretKey !== null, webhooks: shown }
}

function readLast(webhookId: string) {
  return db()
    .select({
      id: deliveries.id,
      event: deliveries.event,
      writtenAt: deliveries.writtenAt,
      tries: deliveries.tries,
      dueAt: deliveries.dueAt,
      sentAt: deliveries.sentAt,
      status: deliveries.status,
      fault: deliveries.fault,
    })
    .from(deliveries)
    .where(eq(deliveries.webhookId, webhookId))
    .orderBy(desc(deliveries.writtenAt), desc(deliveries.id))
    .limit(lastShown)
}
