import { z } from 'zod'
import { type DeliveryFault, eventKinds, webhookShapes } from '../../../db/vocabulary'
import type { Refusal } from '../../refusal'

/** What an admin says of a webhook. */
export const webhookShape = z.strictObject({
  address: z.string().trim().min(1).max(2_000),
  shape: z.enum(webhookShapes),
  events: z
    .array(z.enum(eventKinds))
    .min(1)
    .max(eventKinds.length)
    .transform((chosen) => eventKinds.filter((kind) => chosen.includes(kind))),
})
export type Webhook = z.infer<typeof webhookShape>

/** Most webhooks of a desk: each is one more message for everything that happens. */
export const mostWebhooks = 20

/** Why nothing can be sent to an address; `isAllowed` says whether the installation trusts a private `host:port`. */
export function whyNotAddress(address: string, isAllowed: (hostAndPort: string) => boolean): Refusal | null {
  if (!URL.canParse(address)) return { code: 'webhook-address-wrong' }
  const url = new URL(address)
  if (!/^https?:$/.test(url.protocol) || url.username || url.password)
    return { code: 'webhook-address-wrong' }
  if (url.protocol === 'https:' || isAllowed(hostAndPort(url))) return null
  return { code: 'webhook-not-encrypted' }
}

/** Host and port as settings name them: of https it is 443 where none is said. */
export function hostAndPort({ hostname, port, protocol }: URL): string {
  return `${hostname.replace(/^\[|\]$/g, '')}:${port || (protocol === 'https:' ? 443 : 80)}`
}

/** Why a desk cannot have one more. */
export function whyNotAdd(count: number): Refusal | null {
  return count < mostWebhooks ? null : { code: 'webhooks-too-many', values: { most: mostWebhooks } }
}

/** Whether two say the same. */
export const isSameWebhook = (one: Webhook, other: Webhook): boolean =>
  one.address === other.address &&
  one.shape === other.shape &&
  one.events.toString() === other.events.toString()

/** What a webhook's secrets are encrypted for. */
export const sealedFor = (webhookId: string) => ({ use: 'webhooks', ownerId: webhookId })

const second = 1_000
/** Until a message that was not taken is sent again, in ms, by the number of tries; after the last it is given up. */
const pauses = [5 * second, 60 * second, 10 * 60 * second, 3_600 * second, 6 * 3_600 * second]

/** What will never be otherwise: tried again, it would fail again. */
const isFinal: DeliveryFault[] = ['gone', 'withheld']

/** When a message is sent again after so many tries; null when it is given up. */
export function whenSentAgain(tries: number, fault: DeliveryFault, now: Date): Date | null {
  const pause = isFinal.includes(fault) ? undefined : pauses[tries - 1]
  return pause === undefined ? null : new Date(now.getTime() + pause)
}

/** How many hours the secret before the newest one signs, too, so that receivers can change it at their leisure. */
export const previousHours = 24
