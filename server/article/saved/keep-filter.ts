import { eq } from 'drizzle-orm'
import { db, type Transaction } from '../../../db/client'
import { savedFilters } from '../../../db/schema'
import { takeTurn } from '../../../db/take-turn'
import { type Member, whyMayNot } from '../../member/member'
import { Refused, refuseIf } from '../../refusal'
import { readFilters } from './read-filters'
import { type SavedFilter, whyNotChange, whyNotName, whyNotSave } from './saved-filter'

type Saved = Pick<SavedFilter, 'id' | 'name' | 'filter' | 'isShared'> & { member: Member }

/** Saves a filter under a name. Its id is made by whoever saves it: sent again after a lost answer, it is saved once. */
export async function saveFilter({ member, id, name, filter, isShared }: Saved): Promise<void> {
  if (isShared) refuseIf(whyMayNot(member, 'share filters'))
  await db().transaction(async (tx) => {
    const own = await lockOwn(tx, member)
    if (own.some((other) => other.id === id)) return
    refuseIf(whyNotSave({ name, filter }, own))
    const row = { id, deskId: member.deskId, savedBy: member.id, name, filter, isShared }
    const [saved] = await tx
      .insert(savedFilters)
      .values(row)
      .onConflictDoNothing()
      .returning({ id: savedFilters.id })
    if (!saved) throw new Refused({ code: 'filter-unknown' })
  })
}

type Changed = Omit<Saved, 'filter'> & { was: Pick<Saved, 'name' | 'isShared'> }

/** Gives a filter another name, or shares it with the desk, or no longer; refused where it is not as it was read. */
export async function changeFilter({ member, id, was, name, isShared }: Changed): Promise<void> {
  await db().transaction(async (tx) => {
    const own = await lockOwn(tx, member)
    const saved = await openFilter(tx, member, id)
    // Sent again after a lost answer.
    if (saved.name === name && saved.isShared === isShared) return
    if (saved.name !== was.name || saved.isShared !== was.isShared)
      throw new Refused({ code: 'setting-changed' })
    if (saved.isShared !== isShared) refuseIf(whyMayNot(member, 'share filters'))
    refuseIf(
      whyNotName(
        name,
        own.filter((other) => other.id !== id),
      ),
    )
    await tx.update(savedFilters).set({ name, isShared }).where(eq(savedFilters.id, id))
  })
}

/** Deletes a filter; the articles it showed stay as they are. */
export async function removeFilter({ member, id }: Pick<Saved, 'member' | 'id'>): Promise<void> {
  await db().transaction(async (tx) => {
    await lockOwn(tx, member)
    await openFilter(tx, member, id)
    await tx.delete(savedFilters).where(eq(savedFilters.id, id))
  })
}

/** The member's own filters, with nobody else at them: two that are saved at once are counted one after the other. */
async function lockOwn(tx: Transaction, member: Member): Promise<SavedFilter[]> {
  await takeTurn(tx, `filters of ${member.id}`)
  return (await readFilters(member, tx)).filter(({ by }) => by.id === member.id)
}

/** A filter that the member sees and may change. */
async function openFilter(tx: Transaction, member: Member, id: string): Promise<SavedFilter> {
  const saved = (await readFilters(member, tx)).find((one) => one.id === id)
  if (!saved) throw new Refused({ code: 'filter-unknown' })
  refuseIf(whyNotChange(saved, member))
  return saved
}
