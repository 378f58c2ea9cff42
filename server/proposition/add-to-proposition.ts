import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import type { Transaction } from '../../db/client'
import { propositionClaims, propositions } from '../../db/schema'
import { takeTurn } from '../../db/take-turn'
import type { Member } from '../member/member'

type Joining = { member: Member; claimIds: [string, string]; statement: string }

/** Lets two claims hang from one proposition of the desk: from one's that has one, else from a new one with this statement. */
export async function joinClaims(tx: Transaction, { member, claimIds, statement }: Joining): Promise<void> {
  const { deskId } = member
  await takeTurn(tx, `propositions ${deskId}`)
  const hanging = await tx
    .select({ claimId: propositionClaims.claimId, id: propositionClaims.propositionId })
    .from(propositionClaims)
    .where(
      and(
        eq(propositionClaims.deskId, deskId),
        inArray(propositionClaims.claimId, claimIds),
        isNull(propositionClaims.unlinkedAt),
      ),
    )
  const [kept, given] = claimIds.map((claimId) => hanging.find((one) => one.claimId === claimId)?.id ?? null)
  if (kept && kept === given) return
  if (kept && given) return moveAll(tx, member, { from: given, to: kept })
  const id = kept ?? given ?? (await make(tx, member, statement))
  const hangs = new Set(hanging.map(({ claimId }) => claimId))
  const rows = claimIds
    .filter((claimId) => !hangs.has(claimId))
    .map((claimId) => ({ id: uuid(), propositionId: id, deskId, claimId, linkedBy: member.id }))
  await tx.insert(propositionClaims).values(rows)
}

async function make(tx: Transaction, member: Member, statement: string): Promise<string> {
  const id = uuid()
  await tx.insert(propositions).values({ id, deskId: member.deskId, statement, madeBy: member.id })
  return id
}

/** Two claims that say the same hung from two: all hang from the first's from now on. */
async function moveAll(tx: Transaction, member: Member, { from, to }: { from: string; to: string }) {
  const moved = await tx
    .update(propositionClaims)
    .set({ unlinkedBy: member.id, unlinkedAt: sql`clock_timestamp()` })
    .where(and(eq(propositionClaims.propositionId, from), isNull(propositionClaims.unlinkedAt)))
    .returning({ claimId: propositionClaims.claimId })
  await tx.insert(propositionClaims).values(
    moved.map(({ claimId }) => ({
      ...{ id: uuid(), propositionId: to, deskId: member.deskId, claimId, linkedBy: member.id },
    })),
  )
}
