import { and, eq } from 'drizzle-orm'
import { db, type Transaction } from '../../db/client'
import { articleLimits, articles } from '../../db/schema'
import { withdrawWork } from '../assignment/withdraw-work'
import { notify } from '../channel/notify'
import { refuseAbsent } from '../deleted/read-removal'
import { lockDesk } from '../member/lock-desk'
import type { Member } from '../member/member'
import { Refused, refuseIf } from '../refusal'
import { withdrawAskings } from '../second-verdict/withdraw-asking'
import { isSameLimit, whyNotLimit } from './limit'

type Asked = {
  member: Member
  articleId: string
  /** Whom it was limited to when whoever asks read it; null for the whole desk. */
  was: string[] | null
  members: string[] | null
}

/**
 * Limits an article to the members named, on every channel at once; null opens it to the whole desk again. Refused
 * where somebody changed who may know of it since it was read.
 */
export async function limitArticle({ member, articleId, was, members: asked }: Asked): Promise<void> {
  await db().transaction(async (tx) => {
    const colleagues = await lockDesk(tx, member.deskId)
    await refuseAbsent(member, articleId, tx)
    const named = asked && [...new Set(asked)]
    const by = { by: member.id, articleId }
    if (named) refuseIf(whyNotLimit(named, { by: member.id, onDesk: colleagues.map(({ id }) => id) }))
    const [now] = await tx
      .select({ members: articleLimits.members })
      .from(articleLimits)
      .where(eq(articleLimits.articleId, articleId))
    // Sent again after a lost answer.
    if (isSameLimit(now?.members ?? null, named)) return
    refuseIf(isSameLimit(now?.members ?? null, was) ? null : { code: 'setting-changed' })
    await tx.delete(articleLimits).where(eq(articleLimits.articleId, articleId))
    if (named) {
      await tx.insert(articleLimits).values({ articleId, members: named, limitedBy: member.id })
      for (const { id } of colleagues.filter(({ id }) => !named.includes(id))) await withdraw(tx, id, by)
    }
    // The rooms ask again who may be in this one: whoever may not any more leaves it.
    await notify(tx, 'article_removed', { articleId })
    await notify(tx, 'rows_changed', { articleId })
  })
}

/** What somebody who may not know of an article any more had there waits for somebody else. */
async function withdraw(tx: Transaction, memberId: string, of: { by: string; articleId: string }) {
  await withdrawWork(tx, { ...of, memberId, because: 'member-shut-out' })
  await withdrawAskings(tx, { ...of, memberId })
}

/** An admin's way to an article that others have limited; the row says since when, the audit who. */
export async function nameSelf({ member, articleId }: Omit<Asked, 'was' | 'members'>): Promise<void> {
  await db().transaction(async (tx) => {
    await lockDesk(tx, member.deskId)
    const [limit] = await tx
      .select({ members: articleLimits.members })
      .from(articleLimits)
      .innerJoin(articles, eq(articles.id, articleLimits.articleId))
      .where(and(eq(articleLimits.articleId, articleId), eq(articles.deskId, member.deskId)))
    if (!limit) throw new Refused({ code: 'article-unknown' })
    if (limit.members.includes(member.id)) return
    const members = [...limit.members, member.id]
    await tx.update(articleLimits).set({ members }).where(eq(articleLimits.articleId, articleId))
    await notify(tx, 'rows_changed', { articleId })
  })
}
