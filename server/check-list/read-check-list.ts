import { and, desc, eq, lte } from 'drizzle-orm'
import { type Database, db, type Transaction } from '../../db/client'
import { checkLists, checkTicks, members, people } from '../../db/schema'
import type { ClaimKind } from '../../db/vocabulary'
import { type Check, type CheckList, checksOf, linesFor, noCheckList, type Tick } from './check-list'

type Reader = Database | Transaction

/** A desk's list as it is now, or as it was at a time. */
export async function readCheckList(
  deskId: string,
  { asOf = null, on = db() }: { asOf?: Date | null; on?: Reader } = {},
): Promise<CheckList> {
  const { version, lines, isDemanded } = checkLists
  const [newest] = await on
    .select({ version, lines, isDemanded })
    .from(checkLists)
    .where(and(eq(checkLists.deskId, deskId), asOf ? lte(checkLists.changedAt, asOf) : undefined))
    .orderBy(desc(version))
    .limit(1)
  return newest ?? noCheckList
}

/** What is to be checked by hand about a submission; `decidedAt` where it was decided, as the list was then. */
export type Checked = { id: string; deskId: string; kind: ClaimKind | null; decidedAt?: Date | null }

/** The desk's lines for a submission with who ticked them, and whether all must be. */
export async function readChecks(
  { id, deskId, kind, decidedAt = null }: Checked,
  on: Reader = db(),
): Promise<{ checks: Check[]; isDemanded: boolean }> {
  const list = await readCheckList(deskId, { asOf: decidedAt, on })
  const lines = linesFor(list, kind)
  const ticks = lines.length ? await readTicks(id, on) : []
  return { checks: checksOf(lines, ticks), isDemanded: list.isDemanded }
}

function readTicks(submissionId: string, on: Reader): Promise<Tick[]> {
  return on
    .select({
      lineId: checkTicks.lineId,
      words: checkTicks.words,
      isTicked: checkTicks.isTicked,
      by: { id: members.id, name: people.name },
      at: checkTicks.at,
    })
    .from(checkTicks)
    .innerJoin(members, eq(members.id, checkTicks.memberId))
    .innerJoin(people, eq(people.id, members.personId))
    .where(eq(checkTicks.submissionId, submissionId))
    .orderBy(desc(checkTicks.at), desc(checkTicks.id))
}
