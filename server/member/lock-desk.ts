import { and, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '../../db/client'
import { desks, members } from '../../db/schema'
import type { Role } from '../../db/vocabulary'

export type Colleague = { id: string; personId: string; role: Role }

/**
 * Who is on a desk, held until the transaction ends: two admins may remove each other at once, and the desk's row
 * lets the second one see that it is the last.
 */
export async function lockDesk(tx: Transaction, deskId: string): Promise<Colleague[]> {
  await tx.select({ id: desks.id }).from(desks).where(eq(desks.id, deskId)).for('update')
  return tx
    .select({ id: members.id, personId: members.personId, role: members.role })
    .from(members)
    .where(and(eq(members.deskId, deskId), isNull(members.removedAt)))
}

export function adminsAmong(colleagues: Colleague[]): string[] {
  return colleagues.filter(({ role }) => role === 'admin').map(({ id }) => id)
}
