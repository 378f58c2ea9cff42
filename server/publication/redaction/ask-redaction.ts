import { and, eq, isNull } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { db } from '../../../db/client'
import { redactions } from '../../../db/schema'
import { takeTurn } from '../../../db/take-turn'
import { notify } from '../../channel/notify'
import { type Member, whyMayNot } from '../../member/member'
import { refuseIf } from '../../refusal'
import { readRedactionChanges } from './read-redaction-changes'
import { articleOf } from './read-redactions'
import { type AskedRedaction, whyNotAskRedaction, wordsIn } from './redaction'

type Asked = AskedRedaction & { member: Member; claimId: string }

/** Asks that words be removed, under law, from all that is published of a claim's article; a second editor confirms it. */
export async function askRedaction({ member, claimId, ...asked }: Asked): Promise<{ redactionId: string }> {
  refuseIf(whyMayNot(member, 'remove words under law'))
  return db().transaction(async (tx) => {
    const articleId = await articleOf(claimId, member, tx)
    await takeTurn(tx, wordsTurn(articleId))
    const isOpen = and(isNull(redactions.confirmedAt), isNull(redactions.droppedAt))
    const [open] = await tx
      .select({ id: redactions.id })
      .from(redactions)
      .where(and(eq(redactions.articleId, articleId), isOpen))
    const words = wordsIn(asked.words)
    const found = (await readRedactionChanges(tx, articleId, words)).length > 0
    refuseIf(whyNotAskRedaction(asked, { found, isAsked: open !== undefined }))
    const { deskId, id: askedBy } = member
    const ground = { law: asked.law.trim(), court: asked.court.trim(), number: asked.number.trim() }
    const id = uuid()
    const row = { id, deskId, articleId, words, ...ground, note: asked.note.trim(), askedBy }
    await tx.insert(redactions).values(row)
    await notify(tx, 'rows_changed', { articleId })
    return { redactionId: id }
  })
}

/** Whose turn it is with what is published of an article: words that are removed may not come back by a version made meanwhile. */
export const wordsTurn = (articleId: string) => `published words of ${articleId}`
