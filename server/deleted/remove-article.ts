import { and, countDistinct, eq, inArray, isNull, sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { db, type Transaction } from '../../db/client'
import { articleRemovals, claims, publications, submissions } from '../../db/schema'
import { notify } from '../channel/notify'
import { type Member, whyMayNot } from '../member/member'
import { refuseIf } from '../refusal'
import { readFacts } from '../review/read-facts'
import { isOpen } from '../review/submission'
import { whyNotRemoveArticle } from './deleted'
import { lockArticle } from './lock-article'
import { readRemoval, refuseAbsent } from './read-removal'

type Named = { member: Member; articleId: string }

/** Deletes an article of the desk, with its room, until somebody brings it back; nothing of it is removed. */
export async function removeArticle({ member, articleId }: Named): Promise<void> {
  refuseIf(whyMayNot(member, 'delete articles'))
  await db().transaction(async (tx) => {
    await lockArticle(tx, articleId)
    await refuseAbsent(member, articleId, tx)
    refuseIf(whyNotRemoveArticle(await readWork(tx, articleId)))
    await tx
      .insert(articleRemovals)
      .values({ id: newId(), articleId, removedBy: member.id, removedAt: sql`clock_timestamp()` })
    await notify(tx, 'article_removed', { articleId })
  })
}

/** Brings a deleted article back with everything in it; one that is there already stays as it is. */
export async function bringBackArticle({ member, articleId }: Named): Promise<void> {
  refuseIf(whyMayNot(member, 'delete articles'))
  await db().transaction(async (tx) => {
    await lockArticle(tx, articleId)
    if (!(await readRemoval(member, articleId, tx))) return
    await tx
      .update(articleRemovals)
      .set({ restoredBy: member.id, restoredAt: sql`clock_timestamp()` })
      .where(and(eq(articleRemovals.articleId, articleId), isNull(articleRemovals.restoredAt)))
  })
}

/** What of an article readers have, and what waits for an editor; a claim that is deleted waits for nobody. */
async function readWork(tx: Transaction, articleId: string) {
  const ofArticle = eq(publications.articleId, articleId)
  const [published] = await tx
    .select({ claims: countDistinct(publications.claimId) })
    .from(publications)
    .where(ofArticle)
  const live = tx
    .select({ id: claims.id })
    .from(claims)
    .where(and(eq(claims.articleId, articleId), eq(claims.isDeleted, false)))
  const submitted = await readFacts(
    and(eq(submissions.articleId, articleId), inArray(submissions.claimId, live)),
    tx,
  )
  return { publishedClaims: published?.claims ?? 0, inReview: submitted.filter(isOpen).length }
}
