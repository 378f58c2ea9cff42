import { v7 as uuid } from 'uuid'
import { db } from '../../../db/client'
import { deliveries, rules, webhooks } from '../../../db/schema'
import type { Webhook } from '../../../server/notice/webhook/webhook'
import type { Home } from './askers'

export const aWebhookSays: Webhook = {
  ...{ address: 'https://chat.example/hook', shape: 'proofroom' },
  events: ['published'],
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
