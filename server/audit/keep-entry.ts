import { and, eq, gt, isNull } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { v7 as newId } from 'uuid'
import { type Database, db, type Transaction } from '../../db/client'
import { auditEntries, auditUnlinked, members, people } from '../../db/schema'
import type { RefusalCode } from '../refusal'
import { done, type Happening, mayName, networkOf } from './audit'
import { currentRequest } from './follow-request'

type By = Database | Transaction

/**
 * Keeps what happened, in the transaction of the act where there is one; its place in the chain is given later, so
 * that nobody waits for anybody. The same entry twice is kept once.
 */
export async function keepEntry(by: By, happening: Happening, id: string = newId()): Promise<void> {
  const asked = currentRequest()
  const entry = {
    ...happening,
    ...{ id, at: new Date(), requestId: asked?.id ?? null, address: networkOf(asked?.address) },
    things: mayName(happening.outcome) ? happening.things : {},
  }
  const kept = by
    .$with('kept')
    .as(by.insert(auditEntries).values(entry).onConflictDoNothing().returning({ entryId: auditEntries.id }))
  await by
    .with(kept)
    .insert(auditUnlinked)
    .select(by.select({ entryId: kept.entryId }).from(kept))
}

const onceWithin = 60_000

/**
 * Keeps what was refused, but the same to the same person (or, of whom nothing is known, the same network) once a minute:
 * whoever goes on asking fills no audit.
 */
export async function keepOnce(by: By, happening: Happening): Promise<void> {
  const { deskId, way, outcome, personId } = happening
  const entry = auditEntries
  const is = (column: PgColumn, value: string | null) => (value === null ? isNull(column) : eq(column, value))
  const same = and(
    is(entry.deskId, deskId),
    gt(entry.at, new Date(Date.now() - onceWithin)),
    ...[eq(entry.way, way), eq(entry.outcome, outcome), is(entry.personId, personId)],
    personId === null ? is(entry.address, networkOf(currentRequest()?.address)) : undefined,
  )
  const [kept] = await by.select({ id: auditEntries.id }).from(auditEntries).where(same).limit(1)
  if (!kept) await keepEntry(by, happening)
}

/** That somebody is signed in from now on: said on each desk they are on, in the transaction that lets them in. */
export async function keepSignIn(by: By, personId: string): Promise<void> {
  await keepWayIn(by, personId, done)
}

/**
 * That somebody was not let in: said on each desk of whoever has the e-mail, for the installation where nobody has it.
 * What was typed is not kept: people type passwords into the wrong field.
 */
export async function keepRefusedSignIn(email: string | null, code: RefusalCode): Promise<void> {
  const [person] = email
    ? await db().select({ id: people.id }).from(people).where(eq(people.email, email))
    : []
  await keepWayIn(db(), person?.id ?? null, code)
}

async function keepWayIn(by: By, personId: string | null, outcome: Happening['outcome']): Promise<void> {
  const happening = { personId, act: 'sign in', way: 'sign in', outcome, things: {}, words: {} } as const
  // Each attempt counts until there were too many; from then on they are told apart by nothing.
  const keep = outcome === 'sign-in-too-often' ? keepOnce : keepEntry
  if (personId) await keepOnEach(by, personId, happening, keep)
  else await keep(by, { ...happening, deskId: null, memberId: null })
}

/** Keeps what a person did on each desk they are on; for the installation where they are on none. */
export async function keepOnEach(
  by: By,
  personId: string,
  happening: Omit<Happening, 'deskId' | 'memberId'>,
  keep: (by: By, happening: Happening) => Promise<void> = keepEntry,
): Promise<void> {
  const desks = await readPlaces(by, personId)
  for (const place of desks.length > 0 ? desks : [{ deskId: null, memberId: null }])
    await keep(by, { ...happening, ...place })
}

function readPlaces(by: By, personId: string) {
  return by
    .select({ deskId: members.deskId, memberId: members.id })
    .from(members)
    .where(and(eq(members.personId, personId), isNull(members.removedAt)))
}
