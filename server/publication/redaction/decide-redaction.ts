import { and, eq } from 'drizzle-orm'
import { db, type Transaction } from '../../../db/client'
import { redactions } from '../../../db/schema'
import { takeTurn } from '../../../db/take-turn'
import { notify } from '../../channel/notify'
import { isOpenTo } from '../../deleted/read-removal'
import { type Member, whyMayNot } from '../../member/member'
import { Refused, refuseIf } from '../../refusal'
import { readLogKey } from '../log/read-log-key'
import { wordsTurn } from './ask-redaction'
import { whyNotConfirmRedaction, whyRedactionOver } from './redaction'
import { removeWords } from './remove-words'

type Decided = { member: Member; redactionId: string }

/** Removes the words, as a second person: from every version, and with them from every page and copy. */
export async function confirmRedaction({ member, redactionId }: Decided): Promise<void> {
  refuseIf(whyMayNot(member, 'remove words under law'))
  // Before the transaction: inside, it would want a second connection.
  await readLogKey()
  await db().transaction(async (tx) => {
    const asked = await openRedaction(tx, redactionId, member)
    refuseIf(whyNotConfirmRedaction(asked, member.id))
    const at = new Date()
    await tx
      .update(redactions)
      .set({ confirmedBy: member.id, confirmedAt: at })
      .where(eq(redactions.id, redactionId))
    await removeWords(tx, { ...asked, confirmedAt: at })
    await notify(tx, 'rows_changed', { articleId: asked.articleId })
  })
}

/** Drops what was asked for: taken back by the one who asked, or refused by another editor. */
export async function dropRedaction({ member, redactionId }: Decided): Promise<void> {
  refuseIf(whyMayNot(member, 'remove words under law'))
  await db().transaction(async (tx) => {
    const asked = await openRedaction(tx, redactionId, member)
    refuseIf(whyRedactionOver(asked))
    // Nobody needs the words any more: they are not kept for nothing.
    await tx
      .update(redactions)
      .set({ droppedBy: member.id, droppedAt: new Date(), words: [], note: '' })
      .where(eq(redactions.id, redactionId))
    await notify(tx, 'rows_changed', { articleId: asked.articleId })
  })
}

/** What was asked for, under the lock of its article's published words. */
async function openRedaction(tx: Transaction, redactionId: string, { id, deskId }: Member) {
  const isTheirs = and(
    eq(redactions.id, redactionId),
    eq(redactions.deskId, deskId),
    isOpenTo(redactions.articleId, id),
  )
  const [found] = await tx.select({ articleId: redactions.articleId }).from(redactions).where(isTheirs)
  if (!found) throw new Refused({ code: 'redaction-unknown' })
  await takeTurn(tx, wordsTurn(found.articleId))
  const [asked] = await tx.select().from(redactions).where(eq(redactions.id, redactionId))
  if (!asked) throw new Refused({ code: 'redaction-unknown' })
  return asked
}
