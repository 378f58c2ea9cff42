import { dateFormat } from '../date/date-format'
import { type Member, may } from '../member/member'
import type { Refusal } from '../refusal'
import { screenLocale } from '../words'

/** What can lie among the deleted things of a desk. */
export type DeletedKind = 'article' | 'claim' | 'source' | 'thread'

/** Something that was deleted and can come back, with the article and claim it belongs to. */
export type DeletedThing = {
  kind: DeletedKind
  id: string
  /** Its title, statement, quote, address or first words; empty where it never had any. */
  name: string
  articleId: string
  articleTitle: string
  /** The claim that it is or belongs to; null for an article and for a thread about a passage. */
  claimId: string | null
  by: { id: string; name: string }
  at: Date
  /** Whether its words went into another claim when it went. */
  isMerged: boolean
  /** Whether what it belongs to is deleted, too. */
  isArticleDeleted: boolean
  isClaimDeleted: boolean
}

/** Who deleted an article, and when. */
export type Removal = { articleId: string; by: string; at: Date; timeZone: string }

/** Why a deleted article cannot be opened, said with the desk's own day. */
export function deletedArticle({ articleId, by, at, timeZone }: Removal): Refusal {
  const day = dateFormat(screenLocale(), { dateStyle: 'long', timeZone }).format(at)
  return { code: 'article-deleted', values: { articleId, name: by, day } }
}

/** Why an article cannot be opened by whoever is to judge one of its claims first. */
export const secondVerdictFirst = (claimId: string): Refusal => ({
  code: 'second-verdict-first',
  values: { claimId },
})

/** Why an article may not be deleted: what readers have must stay open to correction, and what waits must be decided. */
export function whyNotRemoveArticle(article: { publishedClaims: number; inReview: number }): Refusal | null {
  if (article.publishedClaims > 0) return { code: 'article-published' }
  return article.inReview > 0 ? { code: 'article-in-review', values: { count: article.inReview } } : null
}

/** Why a member cannot bring something back; null when they can. A part comes back into a whole that is there. */
export function whyNotBringBack(
  thing: Pick<DeletedThing, 'kind' | 'isArticleDeleted' | 'isClaimDeleted'>,
  member: Pick<Member, 'role'>,
): Refusal | null {
  if (thing.kind === 'article')
    return may(member, 'delete articles') ? null : { code: 'editors-delete-articles' }
  if (!may(member, thing.kind === 'thread' ? 'discuss' : 'edit rooms')) return { code: 'role-too-low' }
  if (thing.isArticleDeleted) return { code: 'bring-back-article-first' }
  return thing.kind !== 'claim' && thing.isClaimDeleted ? { code: 'bring-back-claim-first' } : null
}
