import { and, count, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { type Database, db, type Transaction } from '../../../db/client'
import { desks, members, recoveryCodes, secondFactors } from '../../../db/schema'
import { settings } from '../../env'

/** A person's second factor for their account page; `isOffered` where the server has a key to keep it under. */
export async function readFactor(personId: string) {
  const [factor] = await db()
    .select({ since: secondFactors.confirmedAt })
    .from(secondFactors)
    .where(eq(secondFactors.personId, personId))
  const [left] = await db()
    .select({ codes: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.personId, personId), isNull(recoveryCodes.usedAt)))
  return {
    isOffered: settings().secretKey !== null,
    since: factor?.since ?? null,
    codesLeft: left?.codes ?? 0,
    askedForBy: await readDesksThatAsk(db(), personId),
  }
}

/** Whether a person signs in with a second factor. */
export async function hasFactor(by: Transaction, personId: string): Promise<boolean> {
  const isTheirs = and(eq(secondFactors.personId, personId), isNotNull(secondFactors.confirmedAt))
  const rows = await by.select({ personId: secondFactors.personId }).from(secondFactors).where(isTheirs)
  return rows.length > 0
}

/** The names of the desks that ask a person for a second factor. */
export async function readDesksThatAsk(by: Database | Transaction, personId: string): Promise<string[]> {
  const rows = await by
    .select({ name: desks.name })
    .from(members)
    .innerJoin(desks, eq(desks.id, members.deskId))
    .where(
      and(
        eq(members.personId, personId),
        isNull(members.removedAt),
        eq(desks.needsSecondFactor, true),
        inArray(members.role, ['editor', 'admin']),
      ),
    )
  return rows.map(({ name }) => name)
}

/** Whether a member has yet to set up the second factor that their desk asks for. */
export const lacksFactor = sql<boolean>`(${desks.needsSecondFactor} and ${members.role} in ('editor', 'admin')
  and not exists (select from ${secondFactors} where ${secondFactors.personId} = ${members.personId}
    and ${secondFactors.confirmedAt} is not null))`
