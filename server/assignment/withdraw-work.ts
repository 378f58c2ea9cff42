import { and, eq } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import type { Transaction } from '../../db/client'
import { assignments } from '../../db/schema'
import type { PoolReason } from '../../db/vocabulary'
import { notify } from '../channel/notify'
import { holds } from './read-assignments'
import { tellPooled } from './tell-work'

type Withdrawn = {
  memberId: string
  by: string
  because: Exclude<PoolReason, 'given-back'>
  /** The one article it is about; all of them where none is named. */
  articleId?: string
}

/**
 * Puts all that a member has, or has in an article, back into the pool, with due times, priorities and notes as they
 * were, and tells them and the editors, within the transaction that is the reason; it holds the desk's row (`lockDesk`,
 * `lockWork`). Answers how much it was.
 */
export async function withdrawWork(tx: Transaction, withdrawn: Withdrawn): Promise<number> {
  const { memberId, by, because, articleId } = withdrawn
  const inArticle = articleId ? eq(assignments.articleId, articleId) : undefined
  const held = await tx
    .select()
    .from(assignments)
    .where(and(eq(assignments.assignedTo, memberId), inArticle, holds))
  const rows = held.map(({ id, assignedAt, ...row }) => ({
    ...row,
    ...{ id: newId(), replaces: id, assignedTo: null, poolReason: because, assignedBy: by },
  }))
  // Postgres takes no statement with more than 65,535 values.
  for (let from = 0; from < rows.length; from += 1_000)
    await tx.insert(assignments).values(rows.slice(from, from + 1_000))
  const [first] = rows
  if (first) await tellPooled(tx, { by: { id: by, deskId: first.deskId }, former: [memberId], pooled: rows })
  for (const articleId of new Set(held.map((row) => row.articleId)))
    await notify(tx, 'rows_changed', { articleId })
  return rows.length
}
