import { eq } from 'drizzle-orm'
import type { Transaction } from '../../db/client'
import { desks } from '../../db/schema'

/**
 * Lets one transaction at a time assign a desk's work, while nobody leaves the desk or changes roles on it. Gives the
 * desk's settings about work. Rows that only name the desk are written meanwhile.
 */
export async function lockWork(tx: Transaction, deskId: string) {
  const [desk] = await tx
    .select({ timeZone: desks.timeZone })
    .from(desks)
    .where(eq(desks.id, deskId))
    .for('no key update')
  if (!desk) throw new Error('a member stands on a desk that is not there')
  return desk
}
