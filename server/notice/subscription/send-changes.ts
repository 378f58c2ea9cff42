import { and, eq, isNull, min, sql } from 'drizzle-orm'
import { db, type Transaction } from '../../../db/client'
import { members, subscriptions } from '../../../db/schema'
import { done, ways } from '../../audit/audit'
import { keepEntry } from '../../audit/keep-entry'
import { settings } from '../../env'
import type { StoreChange } from '../../publication/api/changes/change'
import { readChanges } from '../../publication/api/changes/read-changes'
import { openSecret } from '../../sealed/keep-sealed'
import { sendAll } from '../send-all'
import { tellMembers } from '../tell-members'
import { type Answer, sendRequest } from '../webhook/send-request'
import { signDelivery } from '../webhook/sign-delivery'
import { isSilent, sealedFor, whenSentAgain } from './subscription'

type Kept = typeof subscriptions.$inferSelect

/** Sends subscribers what they have not taken yet, each in the order of the log; says when it is next tried again. */
export async function sendChanges(isStopped = () => false): Promise<Date | null> {
  await sendAll(sendNext, isStopped)
  const [next] = await db()
    .select({ at: min(subscriptions.dueAt) })
    .from(subscriptions)
    .where(isNull(subscriptions.pause))
  return next?.at ?? null
}

/**
 * Sends the change after the last that was taken, to a subscriber that nobody is sending to. Its row is held until the
 * address has answered and moves on in the same transaction: nothing is left out or overtaken, and only who dies
 * between an answer and the commit sends twice, under the same key.
 */
async function sendNext(tx: Transaction): Promise<boolean> {
  const [next] = await tx
    .select()
    .from(subscriptions)
    .where(and(isNull(subscriptions.pause), isDue, hasMore))
    .orderBy(sql`${subscriptions.dueAt} nulls first`, subscriptions.id)
    .limit(1)
    .for('no key update', { skipLocked: true })
  if (!next) return false
  const { changes } = await readChanges(tx, { after: next.cursor, limit: 1, deskId: next.deskId })
  const [change] = changes
  if (!change) return false
  const answer = await sendOne(next, change)
  await (answer.fault ? keepFailure(tx, next, answer) : keepTaken(tx, next, change, answer))
  return true
}

const isDue = sql`(${subscriptions.dueAt} is null or ${subscriptions.dueAt} <= now())`
const hasMore = sql`exists (select from log_entries e join publications p on p.id = e.publication_id
  where e.index > ${subscriptions.cursor} and p.desk_id = ${subscriptions.deskId})`

/** Two tries of one change say the very same. */
function bodyOf(change: StoreChange): string {
  return JSON.stringify({
    type: `change.${change.kind.replaceAll('-', '_')}`,
    timestamp: change.at,
    data: change,
  })
}

async function sendOne(kept: Kept, change: StoreChange): Promise<Answer> {
  const at = new Date()
  const secrets = secretsOf(kept, at)
  if (!secrets.length) return { fault: 'secret', status: null }
  const body = bodyOf(change)
  const headers = signDelivery({ id: change.key, at, body }, secrets)
  return sendRequest(kept.address, { body, headers })
}

/** Those that sign at a moment; none where SECRET_KEY is another one now, or gone. */
function secretsOf({ id, secret, previousSecret, previousUntil }: Kept, at: Date): string[] {
  if (!settings().secretKey) return []
  const kept = previousUntil && previousUntil > at ? [secret, previousSecret] : [secret]
  return kept.flatMap((sealed) => (sealed && openSecret(sealed, sealedFor(id))) ?? [])
}

async function keepTaken(tx: Transaction, { id }: Kept, { index }: StoreChange, { status }: Answer) {
  const settled = { tries: 0, dueAt: null, fault: null, failingSince: null, toldAt: null }
  await tx
    .update(subscriptions)
    .set({ cursor: index, takenAt: new Date(), status, ...settled })
    .where(eq(subscriptions.id, id))
}

async function keepFailure(tx: Transaction, kept: Kept, { fault, status }: Answer): Promise<void> {
  const now = new Date()
  const tries = kept.tries + 1
  const failingSince = kept.failingSince ?? now
  const isGone = fault === 'gone'
  const isTold = isGone || isSilent(failingSince, kept.toldAt, now)
  await tx
    .update(subscriptions)
    .set({
      ...{ tries, fault, status, failingSince, dueAt: whenSentAgain(tries, now) },
      ...(isGone && { pause: 'gone' as const, dueAt: null }),
      ...(isTold && { toldAt: now }),
    })
    .where(eq(subscriptions.id, kept.id))
  if (isTold) await tellAdmins(tx, kept, failingSince)
  if (isGone)
    await keepEntry(tx, {
      ...{ deskId: kept.deskId, act: 'manage the desk', way: ways.itself, outcome: done },
      ...{ memberId: null, personId: null, things: { subscriptionId: kept.id }, words: {} },
    })
}

/** Once for each time that nothing is taken. */
async function tellAdmins(tx: Transaction, { id, deskId, addedBy }: Kept, since: Date): Promise<void> {
  const admins = await tx
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.deskId, deskId), isNull(members.removedAt), eq(members.role, 'admin')))
  await tellMembers(tx, {
    ...{ kind: 'subscriber-silent', by: { id: addedBy, deskId }, subjectId: `${id} ${since.toISOString()}` },
    ...{ to: admins.map((admin) => admin.id), articleId: null, claimId: null },
  })
}
