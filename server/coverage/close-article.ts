import { eq, max, sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { db, type Transaction } from '../../db/client'
import { claims, closings, waivers } from '../../db/schema'
import { takeTurn } from '../../db/take-turn'
import { notify } from '../channel/notify'
import { holdArticle } from '../deleted/lock-article'
import type { Member } from '../member/member'
import { Refused, refuseIf } from '../refusal'
import { isChangedSince, usedWaivers, type Waiver, whyNotClose } from './closing'
import { closingOf } from './read-closing'
import { readCoverage } from './read-coverage'

type Named = { member: Member; articleId: string }

/**
 * Closes an article whose sentences were all looked at, or are waived by name. One that is closed stays so, unless there
 * was more to look at since; closing locks nothing.
 */
export async function closeArticle(closed: Named & { waivers: Waiver[] }): Promise<void> {
  const { member, articleId } = closed
  await db().transaction(async (tx) => {
    await holdTurn(tx, closed)
    const coverage = await readCoverage(articleId, tx)
    const before = await closingOf(articleId, tx)
    if (before && !isChangedSince(before, coverage)) throw new Refused({ code: 'article-closed' })
    refuseIf(whyNotClose(coverage, closed.waivers))
    const used = usedWaivers(coverage, closed.waivers)
    const id = newId()
    await addRow(tx, { id, member, articleId, isClosed: true, ...coverage })
    if (used.length > 0) await tx.insert(waivers).values(used.map((waiver) => ({ closingId: id, ...waiver })))
    await notify(tx, 'rows_changed', { articleId })
  })
}

/** Opens a closed article again. */
export async function reopenArticle({ member, articleId }: Named): Promise<void> {
  await db().transaction(async (tx) => {
    await holdTurn(tx, { member, articleId })
    const coverage = await readCoverage(articleId, tx)
    if (!(await closingOf(articleId, tx))) throw new Refused({ code: 'article-not-closed' })
    await addRow(tx, { id: newId(), member, articleId, isClosed: false, ...coverage })
    await notify(tx, 'rows_changed', { articleId })
  })
}

/** Nobody deletes the article meanwhile, and nobody signs anything about its sentences. */
async function holdTurn(tx: Transaction, { member, articleId }: Named): Promise<void> {
  await holdArticle(tx, member, articleId)
  await takeTurn(tx, `what was looked at in article ${articleId}`)
}

type Row = Named & { id: string; isClosed: boolean; revisionId: string; sentences: readonly unknown[] }

async function addRow(tx: Transaction, { member, articleId, sentences, ...row }: Row): Promise<void> {
  const [seen] = await tx
    .select({ sequence: max(claims.sequence) })
    .from(claims)
    .where(eq(claims.articleId, articleId))
  await tx.insert(closings).values({
    ...{ id: row.id, articleId, deskId: member.deskId, revisionId: row.revisionId },
    ...{ isClosed: row.isClosed, sentences: sentences.length, memberId: member.id },
    sequence: seen?.sequence ?? 0,
    // Two may follow each other in one transaction's time.
    at: sql`clock_timestamp()`,
  })
}
