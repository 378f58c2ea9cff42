import { eq } from 'drizzle-orm'
import { db } from '../../../db/client'
import { desks } from '../../../db/schema'
import { notify } from '../../channel/notify'
import { Refused } from '../../refusal'
import type { Member } from '../member'
import { isAsSeen } from './desk-settings'

type Settings = Partial<Omit<typeof desks.$inferInsert, 'id' | 'slug' | 'isDemo' | 'createdAt'>>

/** Changes settings of a member's desk; refused when somebody else has changed them since they were seen. */
export async function changeDesk<Some extends Settings>(
  { deskId }: Pick<Member, 'deskId'>,
  { was, to }: { was: Some; to: Some },
): Promise<void> {
  await db().transaction(async (tx) => {
    const [desk] = await tx.select().from(desks).where(eq(desks.id, deskId)).for('update')
    // Sent again after a lost answer, it is as wanted already.
    if (desk && isAsSeen(desk, to)) return
    if (!desk || !isAsSeen(desk, was)) throw new Refused({ code: 'setting-changed' })
    await tx.update(desks).set(to).where(eq(desks.id, deskId))
    await notify(tx, 'desk_changed', { deskId })
  })
}
