import { and, eq } from 'drizzle-orm'
import type { Transaction } from '../../db/client'
import { claims } from '../../db/schema'
import { holdArticle } from '../deleted/lock-article'
import { type Refusal, Refused } from '../refusal'
import type { Author, Next } from './keep-followed'

/**
 * Why a rule does nothing about a case: its article is not there for whoever made the rule, or its claim is deleted.
 * Null where both are there; the article stays until the transaction ends.
 */
export async function readWhyGone(
  tx: Transaction,
  author: Author,
  { articleId, claimId }: Pick<Next['firing'], 'articleId' | 'claimId'>,
): Promise<Refusal | null> {
  try {
    await holdArticle(tx, author, articleId)
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
  if (claimId === null) return null
  const isItThere = and(eq(claims.id, claimId), eq(claims.articleId, articleId), eq(claims.isDeleted, false))
  const [there] = await tx.select({ id: claims.id }).from(claims).where(isItThere)
  return there ? null : { code: 'claim-unknown' }
}
