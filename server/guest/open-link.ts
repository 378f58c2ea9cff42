import { and, eq, isNull, sql } from 'drizzle-orm'
import { type Database, db, type Transaction } from '../../db/client'
import { guestLinks, guestVisits, guestWithdrawals, members, submissions } from '../../db/schema'
import { isThere } from '../deleted/read-removal'
import { may } from '../member/member'
import { secretHash } from './add-link'
import { isLive, secretShape } from './guest-link'

/** A link that leads somewhere, and what it leads to. */
export type OpenedLink = typeof guestLinks.$inferSelect & {
  deskId: string
  articleId: string
  claimId: string
}

/**
 * What a secret opens; null when it opens nothing: it is unknown, ran out or was withdrawn, its article is deleted or
 * limited to others than who made it, or they are no editor of the desk any more. Nothing tells these apart.
 */
export async function openGuestLink(
  secret: string,
  on: Database | Transaction = db(),
): Promise<OpenedLink | null> {
  if (!secretShape.test(secret)) return null
  const [found] = await on
    .select({
      link: guestLinks,
      at: {
        deskId: submissions.deskId,
        articleId: submissions.articleId,
        claimId: submissions.claimId,
      },
      maker: { role: members.role },
      withdrawnAt: guestWithdrawals.withdrawnAt,
    })
    .from(guestLinks)
    .innerJoin(submissions, eq(submissions.id, guestLinks.submissionId))
    .innerJoin(members, and(eq(members.id, guestLinks.madeBy), isNull(members.removedAt)))
    .leftJoin(guestWithdrawals, eq(guestWithdrawals.linkId, guestLinks.id))
    .where(
      and(eq(guestLinks.secretHash, secretHash(secret)), isThere(submissions.articleId, guestLinks.madeBy)),
    )
  if (!found || !may(found.maker, 'show submissions to guests')) return null
  const { link, at, withdrawnAt } = found
  const withdrawn = withdrawnAt && { by: '', at: withdrawnAt }
  return isLive({ ...link, withdrawn }, new Date()) ? { ...link, ...at } : null
}

/** The desk that a secret's link belongs to, whether or not it leads anywhere now; null where there never was one. */
export async function readDeskOf(secret: string): Promise<string | null> {
  if (!secretShape.test(secret)) return null
  const [link] = await db()
    .select({ deskId: submissions.deskId })
    .from(guestLinks)
    .innerJoin(submissions, eq(submissions.id, guestLinks.submissionId))
    .where(eq(guestLinks.secretHash, secretHash(secret)))
  return link?.deskId ?? null
}

/** Counts that the page of a link was opened. */
export async function countVisit({ id: linkId }: OpenedLink): Promise<void> {
  const visit = { linkId, visits: 1, lastAt: new Date() }
  await db()
    .insert(guestVisits)
    .values(visit)
    .onConflictDoUpdate({
      target: guestVisits.linkId,
      set: { visits: sql`${guestVisits.visits} + 1`, lastAt: visit.lastAt },
    })
}
