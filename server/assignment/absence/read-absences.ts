import { and, desc, eq, gt, type SQL, sql } from 'drizzle-orm'
import { type Database, db, type Transaction } from '../../../db/client'
import { absences, desks, members } from '../../../db/schema'

/** Who of a desk is away, with the day of the desk's calendar on which they are back. */
export async function readAbsences(
  deskId: string,
  { memberId }: { memberId?: string } = {},
  at: Pick<Database | Transaction, 'selectDistinctOn' | 'select'> = db(),
): Promise<{ memberId: string; backOn: string }[]> {
  const one: SQL | undefined = memberId === undefined ? undefined : eq(members.id, memberId)
  const newest = at
    .selectDistinctOn([absences.memberId], { memberId: absences.memberId, backOn: absences.backOn })
    .from(absences)
    .innerJoin(members, eq(members.id, absences.memberId))
    .where(and(eq(members.deskId, deskId), one))
    .orderBy(absences.memberId, desc(absences.saidAt), desc(absences.id))
    .as('newest')
  const rows = await at
    .select({ memberId: newest.memberId, backOn: newest.backOn })
    .from(newest)
    .innerJoin(desks, eq(desks.id, deskId))
    .where(gt(newest.backOn, sql`(now() at time zone ${desks.timeZone})::date`))
  return rows.flatMap(({ backOn, ...row }) => (backOn === null ? [] : [{ ...row, backOn }]))
}
