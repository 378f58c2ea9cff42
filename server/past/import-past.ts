import { and, eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { db, type Transaction } from '../../db/client'
import { pastChecks } from '../../db/schema'
import { takeTurn } from '../../db/take-turn'
import { notify } from '../channel/notify'
import { type Member, whyMayNot } from '../member/member'
import { refuseIf } from '../refusal'
import { readScale } from '../scale/read-scale'
import { type PastCheck, readPastRow } from './past-check'
import type { Becomes, Placed, TakenIn } from './past-file'

/**
 * Takes in a desk's own checks from before Proofroom: one an address, so that the same file twice changes nothing. A dry
 * run says the same and keeps nothing.
 */
export async function importPast(member: Member, rows: Placed[], isDry: boolean): Promise<TakenIn> {
  refuseIf(whyMayNot(member, 'import past checks'))
  const { deskId } = member
  const { taken, refused }: TakenIn = { taken: [], refused: [] }
  await db().transaction(async (tx) => {
    await takeTurn(tx, `past checks of ${deskId}`)
    const { entries } = await readScale(deskId, tx)
    const lineOf = new Map<string, number>()
    for (const { line, row } of rows) {
      const check = readPastRow(row, entries)
      const before = 'code' in check ? undefined : lineOf.get(check.addressKey)
      if ('code' in check) refused.push({ line, why: check })
      else if (before) refused.push({ line, why: { code: 'past-twice', values: { line: before } } })
      else {
        lineOf.set(check.addressKey, line)
        taken.push({ line, becomes: await keep(tx, member, check, isDry) })
      }
    }
    if (!isDry && taken.some(({ becomes }) => becomes !== 'same'))
      await notify(tx, 'desk_changed', { deskId })
  })
  return { taken, refused }
}

async function keep(tx: Transaction, member: Member, check: PastCheck, isDry: boolean): Promise<Becomes> {
  const isIts = and(eq(pastChecks.deskId, member.deskId), eq(pastChecks.addressKey, check.addressKey))
  const [known] = await tx.select().from(pastChecks).where(isIts)
  const isSame = known && Object.entries(check).every(([field, value]) => Reflect.get(known, field) === value)
  if (isSame) return 'same'
  if (!isDry) {
    const by = { deskId: member.deskId, importedBy: member.id, importedAt: new Date() }
    if (known)
      await tx
        .update(pastChecks)
        .set({ ...check, ...by })
        .where(isIts)
    else await tx.insert(pastChecks).values({ id: uuid(), ...check, ...by })
  }
  return known ? 'changed' : 'added'
}
