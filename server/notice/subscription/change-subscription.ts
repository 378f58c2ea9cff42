import { and, count, eq, max } from 'drizzle-orm'
import { db, type Transaction } from '../../../db/client'
import { desks, logEntries, subscriptions } from '../../../db/schema'
import { notify } from '../../channel/notify'
import type { Member } from '../../member/member'
import { Refused, refuseIf } from '../../refusal'
import { sealSecret } from '../../sealed/keep-sealed'
import { isAllowed } from '../webhook/send-request'
import { newSecret } from '../webhook/sign-delivery'
import { previousHours, whyNotAddress } from '../webhook/webhook'
import { type Subscription, type SubscriptionPlace, sealedFor, whyNotSubscribe } from './subscription'

type Named = { member: Member; subscriptionId: string }

/** Adds a subscription to a desk and gives its secret, which is shown this once. Sent again after a lost answer, the secret is a new one. */
export async function addSubscription({
  member,
  subscriptionId,
  subscription,
}: Named & { subscription: Subscription }): Promise<{ secret: string }> {
  const { address, begins } = subscription
  refuseIf(whyNotAddress(address, isAllowed))
  const { deskId } = member
  const secret = newSecret()
  const sealed = sealSecret(secret, sealedFor(subscriptionId))
  await db().transaction(async (tx) => {
    await tx.select({ id: desks.id }).from(desks).where(eq(desks.id, deskId)).for('no key update')
    const cursor = begins === 'from-now' ? await readEnd(tx) : -1
    const [kept] = await tx
      .insert(subscriptions)
      .values({ id: subscriptionId, deskId, address, secret: sealed, cursor, addedBy: member.id })
      .onConflictDoUpdate({
        target: subscriptions.id,
        set: { secret: sealed },
        setWhere: and(eq(subscriptions.deskId, deskId), eq(subscriptions.addedBy, member.id)),
      })
      .returning({ id: subscriptions.id })
    if (!kept) throw new Refused({ code: 'subscription-unknown' })
    const [there] = await tx
      .select({ number: count() })
      .from(subscriptions)
      .where(eq(subscriptions.deskId, deskId))
    refuseIf(whyNotSubscribe((there?.number ?? 1) - 1))
    await notify(tx, 'log_grew', {})
  })
  return { secret }
}

/**
 * Lets a subscription lead elsewhere, where it goes on from what was taken last; refused when somebody else has changed it
 * since it was seen.
 */
export async function changeSubscription({
  member,
  subscriptionId,
  was,
  to,
}: Named & { was: SubscriptionPlace; to: SubscriptionPlace }): Promise<void> {
  refuseIf(whyNotAddress(to.address, isAllowed))
  await db().transaction(async (tx) => {
    const { address, pause } = await openSubscription(tx, member, subscriptionId)
    if (address === to.address) return
    refuseIf(address === was.address ? null : { code: 'setting-changed' })
    // What the old address answered says nothing of the new one.
    const begun = { tries: 0, dueAt: null, status: null, fault: null, failingSince: null, toldAt: null }
    await tx
      .update(subscriptions)
      .set({ address: to.address, ...begun, pause: pause === 'gone' ? null : pause })
      .where(eq(subscriptions.id, subscriptionId))
    await notify(tx, 'log_grew', {})
  })
}

/** A new secret in the place of the one there is, which signs beside it for a day. */
export async function renewSubscriptionSecret({
  member,
  subscriptionId,
}: Named): Promise<{ secret: string }> {
  const secret = newSecret()
  const sealed = sealSecret(secret, sealedFor(subscriptionId))
  await db().transaction(async (tx) => {
    const { secret: previousSecret } = await openSubscription(tx, member, subscriptionId)
    const previousUntil = new Date(Date.now() + previousHours * 3_600_000)
    await tx
      .update(subscriptions)
      .set({ secret: sealed, previousSecret, previousUntil })
      .where(eq(subscriptions.id, subscriptionId))
  })
  return { secret }
}

/** Keeps anything from being sent, or lets it go on from what was taken last: then what waited goes out at once. */
export async function pauseSubscription({
  member,
  subscriptionId,
  isPaused,
}: Named & { isPaused: boolean }): Promise<void> {
  await db().transaction(async (tx) => {
    const { pause } = await openSubscription(tx, member, subscriptionId)
    if ((pause !== null) === isPaused) return
    const begun = { pause: null, tries: 0, dueAt: null, failingSince: null, toldAt: null }
    await tx
      .update(subscriptions)
      .set(isPaused ? { pause: 'by-hand' } : begun)
      .where(eq(subscriptions.id, subscriptionId))
    await notify(tx, 'log_grew', {})
  })
}

/** Ends a subscription: the address is given nothing more. */
export async function removeSubscription({ member, subscriptionId }: Named): Promise<void> {
  await db().transaction(async (tx) => {
    await openSubscription(tx, member, subscriptionId)
    await tx.delete(subscriptions).where(eq(subscriptions.id, subscriptionId))
  })
}

/** The newest entry of the log; -1 while there is none. */
async function readEnd(tx: Transaction): Promise<number> {
  const [newest] = await tx.select({ index: max(logEntries.index) }).from(logEntries)
  return newest?.index ?? -1
}

/** A subscription of the member's desk, held: a change that is on its way is waited for. */
async function openSubscription(tx: Transaction, { deskId }: Member, subscriptionId: string) {
  const [subscription] = await tx
    .select()
    .from(subscriptions)
    .where(and(eq(subscriptions.id, subscriptionId), eq(subscriptions.deskId, deskId)))
    .for('no key update')
  if (!subscription) throw new Refused({ code: 'subscription-unknown' })
  return subscription
}
