import { eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { db } from '../../../db/client'
import {
  claims,
  deliveries,
  outsideChecks,
  outsideFeeds,
  rules,
  subscriptions,
  webhooks,
} from '../../../db/schema'
import type { Subscription } from '../../../server/notice/subscription/subscription'
import type { Webhook } from '../../../server/notice/webhook/webhook'
import type { Home } from './askers'
import { aClaimInRoom } from './things'

export const aWebhookSays: Webhook = {
  ...{ address: 'https://chat.example/hook', shape: 'proofroom' },
  events: ['published'],
}

/** A claim of the desk that another publisher has checked, too. */
export async function aClaimCheckedElsewhere(home: Home) {
  const { claimId } = await aClaimInRoom(home)
  const [claim] = await db().select().from(claims).where(eq(claims.id, claimId))
  const said = {
    publisher: 'Other Facts',
    statement: claim?.statement ?? '',
    rating: 'Wrong',
    publishedOn: '',
  }
  const kept = { id: uuid(), deskId: home.desk.id, key: claimId, address: 'https://other.example/', ...said }
  await db().insert(outsideChecks).values(kept)
  return { claimId }
}

/** An address of the desk that leads nowhere. */
export async function aFeedOf({ desk, admin }: Pick<Home, 'desk' | 'admin'>) {
  const feedId = uuid()
  const address = `http://127.0.0.1:9/${feedId}`
  await db().insert(outsideFeeds).values({ id: feedId, deskId: desk.id, address, addedBy: admin.id })
  return { feedId }
}

export const aSubscriptionSays: Subscription = {
  ...{ address: 'https://copy.example/changes', begins: 'with-the-first' },
}

/** A subscription of the desk; its secret signs nothing. */
export async function aSubscriptionOf({ desk, admin }: Pick<Home, 'desk' | 'admin'>) {
  const subscriptionId = uuid()
  const { address } = aSubscriptionSays
  const kept = {
    id: subscriptionId,
    deskId: desk.id,
    address,
    secret: 'sealed',
    cursor: -1,
    addedBy: admin.id,
  }
  await db().insert(subscriptions).values(kept)
  return { subscriptionId }
}

/** A webhook of the desk; its secret signs nothing. */
export async function aWebhookOf({ desk, admin }: Pick<Home, 'desk' | 'admin'>) {
  const webhookId = uuid()
  const kept = { id: webhookId, deskId: desk.id, ...aWebhookSays, secret: 'sealed', addedBy: admin.id }
  await db().insert(webhooks).values(kept)
  return { webhookId }
}

export async function aDeliveryGivenUp(home: Home) {
  const { webhookId } = await aWebhookOf(home)
  const deliveryId = uuid()
  const kept = { id: deliveryId, key: deliveryId, webhookId, body: '{}', tries: 6, dueAt: null }
  await db()
    .insert(deliveries)
    .values({ ...kept, fault: 'slow' })
  return { deliveryId }
}

export async function aRuleOf({ desk, admin }: Pick<Home, 'desk' | 'admin'>) {
  const ruleId = uuid()
  const act = { does: 'tell-role' as const, role: 'editor' as const }
  const kept = { id: ruleId, deskId: desk.id, trigger: { on: 'overdue' as const }, act, addedBy: admin.id }
  await db().insert(rules).values(kept)
  return { ruleId }
}
