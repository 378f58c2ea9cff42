import { z } from 'zod'
import type { Refusal } from '../../refusal'

/** Where a new subscription begins: with the first that the desk published, or with what comes next. */
export const beginnings = ['with-the-first', 'from-now'] as const

/** What an admin says of a subscription. */
export const subscriptionShape = z.strictObject({
  address: z.string().trim().min(1).max(2_000),
  begins: z.enum(beginnings),
})
export type Subscription = z.infer<typeof subscriptionShape>

/** What an admin can say anew of a subscription: where it leads. */
export const subscriptionPlaceShape = subscriptionShape.pick({ address: true })
export type SubscriptionPlace = z.infer<typeof subscriptionPlaceShape>

/** Most subscriptions of a desk. */
export const mostSubscriptions = 20

/** Why a desk cannot have one more. */
export function whyNotSubscribe(count: number): Refusal | null {
  if (count < mostSubscriptions) return null
  return { code: 'subscriptions-too-many', values: { most: mostSubscriptions } }
}

/** What a subscription's secret is encrypted for. */
export const sealedFor = (subscriptionId: string) => ({ use: 'subscriptions', ownerId: subscriptionId })

const second = 1_000
const hour = 3_600 * second
/** Until a change that was not taken is sent again, in ms, by the number of tries; from then on each hour, for ever. */
const pauses = [5 * second, 60 * second, 10 * 60 * second]

/** When a change is sent again after so many tries: what comes after it waits until it is taken. */
export function whenSentAgain(tries: number, now: Date): Date {
  return new Date(now.getTime() + (pauses[tries - 1] ?? hour))
}

/** How long nothing may be taken until the desk's admins are told, in ms. */
const longSilence = 6 * hour

/** Whether the admins are to be told that nothing is taken: once, until something is. */
export function isSilent(failingSince: Date, toldAt: Date | null, now: Date): boolean {
  return toldAt === null && now.getTime() - failingSince.getTime() >= longSilence
}
