import { and, eq, isNull } from 'drizzle-orm'
import { db } from '../../db/client'
import { members } from '../../db/schema'
import type { RefusalCode } from '../refusal'
import { type AuditAct, fromElsewhere } from './audit'
import { keepOnce, keepOnEach } from './keep-entry'

/** Somebody known whom an address outside tRPC answered as if nothing were there. */
export type TurnedAway = {
  act: AuditAct
  /** The address, in words. */
  way: string
  code: RefusalCode
  personId: string
  /** The desk of what they asked for; null where there is no such thing. */
  deskId: string | null
}

/**
 * Keeps who was turned away at an address that answers for itself, as `keepAsked` does for tRPC: on the desk of what they
 * asked for, or for the installation. Who is not signed in is nobody to the audit.
 */
export async function keepTurnedAway({ code, personId, deskId, ...asked }: TurnedAway): Promise<void> {
  const isHere = and(eq(members.personId, personId), isNull(members.removedAt))
  const [member] = deskId
    ? await db()
        .select({ id: members.id })
        .from(members)
        .where(and(eq(members.deskId, deskId), isHere))
    : []
  const about = { memberId: member?.id ?? null, personId, deskId, things: {}, words: {} }
  await keepOnce(db(), { ...asked, ...about, outcome: code })
}

/**
 * Keeps that a page of another site sent somebody's cookie with a change, which was refused unread: on each desk they
 * are on, once a minute.
 */
export async function keepFromElsewhere(personId: string): Promise<void> {
  const refused = {
    act: fromElsewhere,
    way: 'trpc',
    outcome: 'from-another-site',
    things: {},
    words: {},
  } as const
  await keepOnEach(db(), personId, { ...refused, personId }, keepOnce)
}
