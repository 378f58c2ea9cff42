import { and, arrayContains, eq, isNull } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import type { Transaction } from '../../../db/client'
import { articleLimits, deliveries, desks, webhooks } from '../../../db/schema'
import { notify } from '../../channel/notify'
import { settings } from '../../env'
import { type DeskEvent, isPublicEvent } from '../event/event'
import { bodyOf, type Sender, testBody } from './message'

/**
 * Writes the messages about an event to the desk's webhooks that want it and are not paused, in the transaction of the
 * act. Of limited articles nothing is told but what readers have.
 */
export async function keepDeliveries(tx: Transaction, event: DeskEvent): Promise<void> {
  const { deskId, kind, articleId, subjectId } = event
  const told = await tx
    .select({ id: webhooks.id, shape: webhooks.shape })
    .from(webhooks)
    .where(and(eq(webhooks.deskId, deskId), isNull(webhooks.pause), arrayContains(webhooks.events, [kind])))
  if (told.length === 0 || (!isPublicEvent(kind) && (await isLimited(tx, articleId)))) return
  const sender = { ...(await readSender(tx, deskId)), at: new Date() }
  const rows = told.map(({ id: webhookId, shape }) => ({
    ...{ id: newId(), webhookId, event: kind, articleId, writtenAt: sender.at },
    key: `${kind} ${subjectId} ${webhookId}`,
    body: bodyOf(event, shape, sender),
  }))
  await tx.insert(deliveries).values(rows).onConflictDoNothing({ target: deliveries.key })
  await notify(tx, 'delivery_written', {})
}

type Tested = Pick<typeof webhooks.$inferSelect, 'id' | 'deskId' | 'shape'>

/** Writes a message that says nothing but that it is a test. */
export async function keepTest(tx: Transaction, { id: webhookId, deskId, shape }: Tested): Promise<void> {
  const at = new Date()
  const id = newId()
  const body = testBody(shape, { ...(await readSender(tx, deskId)), at })
  await tx.insert(deliveries).values({ id, key: `test ${id}`, webhookId, body, writtenAt: at })
  await notify(tx, 'delivery_written', {})
}

/** Whether only named members may know of an article. */
export async function isLimited(tx: Transaction, articleId: string): Promise<boolean> {
  const rows = await tx.select().from(articleLimits).where(eq(articleLimits.articleId, articleId))
  return rows.length > 0
}

async function readSender(tx: Transaction, deskId: string): Promise<Sender> {
  const [desk] = await tx
    .select({ slug: desks.slug, name: desks.name, language: desks.language })
    .from(desks)
    .where(eq(desks.id, deskId))
  if (!desk) throw new Error(`there is no desk ${deskId}`)
  return { ...desk, origin: settings().publicOrigin }
}
