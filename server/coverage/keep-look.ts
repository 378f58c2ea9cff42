import { eq, sql } from 'drizzle-orm'
import { db, type Transaction } from '../../db/client'
import { looks } from '../../db/schema'
import { takeTurn } from '../../db/take-turn'
import { notify } from '../channel/notify'
import type { Span } from '../claim/quote'
import { holdArticle } from '../deleted/lock-article'
import type { Member } from '../member/member'
import { Refused, refuseIf } from '../refusal'
import { whyNotPassOver } from './coverage'
import { readCoverage } from './read-coverage'

/** The id is made by whoever looks: sent again after a lost answer, it is kept once. */
type Looked = { member: Member; lookId: string; articleId: string; sentence: Span; hasNoClaim: boolean }

/** Signs that a sentence has no factual claim, or takes that back; one that is so already stays as it is. */
export async function keepLook({ member, lookId, articleId, sentence, hasNoClaim }: Looked): Promise<void> {
  await db().transaction(async (tx) => {
    await holdArticle(tx, member, articleId)
    await takeTurn(tx, `what was looked at in article ${articleId}`)
    const { revisionId, sentences, states } = await readCoverage(articleId, tx)
    const { start, end } = sentence
    const state = states[sentences.findIndex((one) => one.start === start && one.end === end)]
    if (await isKept(tx, lookId, member)) return
    refuseIf(whyNotPassOver(state))
    if (!state || hasNoClaim === (state.is === 'no-claim')) return
    await tx.insert(looks).values({
      ...{ id: lookId, articleId, deskId: member.deskId, revisionId, start, end },
      ...{ hasNoClaim, memberId: member.id },
      // Two may follow each other in one transaction's time.
      at: sql`clock_timestamp()`,
    })
    await notify(tx, 'rows_changed', { articleId })
  })
}

/** An id that is there already is the same look, sent again; or it is somebody else's. */
async function isKept(tx: Transaction, lookId: string, member: Member): Promise<boolean> {
  const [kept] = await tx.select({ by: looks.memberId }).from(looks).where(eq(looks.id, lookId))
  if (kept && kept.by !== member.id) throw new Refused({ code: 'sentence-unknown' })
  return kept !== undefined
}
