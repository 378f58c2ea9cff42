import { and, eq, isNotNull } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import type { Transaction } from '../../../db/client'
import { assignments, desks } from '../../../db/schema'
import type { Stage } from '../../../db/vocabulary'
import { dueByHours } from '../assignment'
import { holds } from '../read-assignments'

type Moved = {
  by: { id: string; deskId: string }
  claimId: string
  /** Where the act has brought the claim. */
  stage: Stage
  at: Date
}

/**
 * Counts the desk's hours anew for whoever has a claim that an act brings to another stage, in its transaction. A due
 * time that somebody named stays.
 */
export async function changeDue(tx: Transaction, { by, claimId, stage, at }: Moved): Promise<void> {
  const [held] = await tx
    .select()
    .from(assignments)
    .where(
      and(
        eq(assignments.claimId, claimId),
        eq(assignments.isDueNamed, false),
        isNotNull(assignments.assignedTo),
        holds,
      ),
    )
  if (!held) return
  const { hoursToCheck, hoursReturned, hoursChanged } = desks
  const [hours] = await tx
    .select({ hoursToCheck, hoursReturned, hoursChanged })
    .from(desks)
    .where(eq(desks.id, by.deskId))
  const dueAt = hours ? dueByHours(stage, hours, at) : null
  const { assignedAt: _, ...kept } = held
  // Whoever gives it to somebody at this very moment has the last word.
  await tx
    .insert(assignments)
    .values({ ...kept, id: newId(), replaces: held.id, assignedBy: by.id, dueAt, note: '' })
    .onConflictDoNothing()
}
