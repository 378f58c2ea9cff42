import { eq, or } from 'drizzle-orm'
import { db } from '../../../db/client'
import {
  claims,
  comments,
  reports,
  secondVerdicts,
  submissions,
  suggestions,
  threads,
} from '../../../db/schema'
import { missingId } from './things'

/** The article that a thing belongs to; null when it belongs to none. */
export async function articleOf(parts: Record<string, unknown>): Promise<string | null> {
  const named = (key: string) => (typeof parts[key] === 'string' ? String(parts[key]) : null)
  if (named('articleId')) return named('articleId')
  const [claimId, submissionId] = [named('claimId'), named('submissionId')]
  const [threadId, commentId, suggestionId] = [named('threadId'), named('commentId'), named('suggestionId')]
  const reportId = named('reportId')
  if (reportId) {
    const [row] = await db().select({ id: reports.articleId }).from(reports).where(eq(reports.id, reportId))
    return row?.id ?? null
  }
  if (claimId || submissionId) {
    const ids = claimId ? eq(submissions.claimId, claimId) : eq(submissions.id, submissionId ?? '')
    const [row] = await db().select({ id: submissions.articleId }).from(submissions).where(ids)
    const [claim] = claimId
      ? await db().select({ id: claims.articleId }).from(claims).where(eq(claims.id, claimId))
      : []
    return claim?.id ?? row?.id ?? null
  }
  if (threadId || commentId) {
    const [row] = await db()
      .select({ id: threads.articleId })
      .from(threads)
      .leftJoin(comments, eq(comments.threadId, threads.id))
      .where(
        or(
          threadId ? eq(threads.id, threadId) : undefined,
          commentId ? eq(comments.id, commentId) : undefined,
        ),
      )
    return row?.id ?? null
  }
  if (named('id')) {
    const [row] = await db()
      .select({ id: secondVerdicts.articleId })
      .from(secondVerdicts)
      .where(eq(secondVerdicts.id, named('id') ?? ''))
    return row?.id ?? null
  }
  if (suggestionId) {
    const [row] = await db()
      .select({ id: suggestions.articleId })
      .from(suggestions)
      .where(eq(suggestions.id, suggestionId))
    return row?.id ?? null
  }
  return null
}

/** The parts of a question that names what is not there; a dossier is, only without the articles that are not there for somebody. */
export const nowhere = (path: string, missing: Record<string, unknown> = {}) =>
  path.startsWith('dossier.') ? { articleId: missingId } : missing
