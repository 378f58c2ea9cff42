import { and, eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { db, type Transaction } from '../../db/client'
import { clearanceSignatures, clearances } from '../../db/schema'
import { notify } from '../channel/notify'
import { holdArticle } from '../deleted/lock-article'
import { isOpenTo } from '../deleted/read-removal'
import type { Member } from '../member/member'
import { Refused, refuseIf } from '../refusal'
import { lockClaim } from '../review/open-submission'
import { whyNotLift } from './clearance'
import { readClearances } from './read-clearances'

type Lifted = { member: Member; clearanceId: string; note: string }

/** Lifts a clearance for good, with the reason; only who required it may, or an admin of the desk. */
export async function liftClearance({ member, clearanceId, note }: Lifted): Promise<void> {
  await db().transaction(async (tx) => {
    const { clearance, articleId } = await openClearance(tx, member, clearanceId)
    refuseIf(whyNotLift(clearance, member, note))
    await keepLifted(tx, { member, clearanceId, note })
    await notify(tx, 'rows_changed', { articleId })
  })
}

/** Keeps that a clearance is lifted, and why, in a transaction that has asked the rule. */
export async function keepLifted(tx: Transaction, { member, clearanceId, note }: Lifted): Promise<void> {
  const lifted = { clearanceId, answer: 'lifted' as const, note: note.trim(), memberId: member.id }
  await tx.insert(clearanceSignatures).values({ id: uuid(), ...lifted, signedAt: new Date() })
}

/** A clearance of the member's desk with its claim under lock; refuses one that they may not know of. */
export async function openClearance(tx: Transaction, member: Member, clearanceId: string) {
  const { claimId, articleId } = clearances
  const [found] = await tx
    .select({ claimId, articleId })
    .from(clearances)
    .where(
      and(
        eq(clearances.id, clearanceId),
        eq(clearances.deskId, member.deskId),
        isOpenTo(clearances.articleId, member.id),
      ),
    )
  if (!found) throw new Refused({ code: 'clearance-unknown' })
  await lockClaim(tx, found.claimId)
  await holdArticle(tx, member, found.articleId)
  const clearance = (await readClearances(found.claimId, tx)).find(({ id }) => id === clearanceId)
  if (!clearance) throw new Error('a clearance that was found is not there')
  return { ...found, clearance }
}
