import { and, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '../../db/client'
import { dossiers } from '../../db/schema'
import type { Member } from '../member/member'
import { Refused } from '../refusal'

/** A dossier of the member's desk, locked until the transaction ends; one that is removed or elsewhere is unknown. */
export async function lockDossier(tx: Transaction, dossierId: string, { deskId }: Pick<Member, 'deskId'>) {
  const isTheirs = and(eq(dossiers.id, dossierId), eq(dossiers.deskId, deskId), isNull(dossiers.removedAt))
  const [dossier] = await tx.select().from(dossiers).where(isTheirs).for('update')
  if (!dossier) throw new Refused({ code: 'dossier-unknown' })
  return dossier
}
