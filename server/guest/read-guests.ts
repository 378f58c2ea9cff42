import { and, asc, desc, eq, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '../../db/client'
import {
  clearances,
  guestComments,
  guestLinks,
  guestVisits,
  guestWithdrawals,
  members,
  people,
  submissions,
} from '../../db/schema'
import { isThere } from '../deleted/read-removal'
import type { Member } from '../member/member'
import type { GuestComment, GuestLink } from './guest-link'

/** Whom a claim's submissions were shown to outside, the newest link first, and what they said, in order. */
export async function readGuests(
  claimId: string,
  member: Member,
): Promise<{ links: GuestLink[]; comments: GuestComment[] }> {
  const isHere = and(
    eq(submissions.claimId, claimId),
    eq(submissions.deskId, member.deskId),
    isThere(submissions.articleId, member.id),
  )
  const [links, comments] = await Promise.all([readLinks(isHere), readComments(isHere)])
  return { links, comments }
}

const withdrawing = alias(members, 'withdrawing')
const withdrawer = alias(people, 'withdrawer')

async function readLinks(condition: SQL | undefined): Promise<GuestLink[]> {
  const rows = await db()
    .select({
      id: guestLinks.id,
      submissionId: guestLinks.submissionId,
      name: guestLinks.name,
      purpose: guestLinks.purpose,
      clearance: { id: clearances.id, name: clearances.name },
      by: { id: members.id, name: people.name },
      madeAt: guestLinks.madeAt,
      expiresAt: guestLinks.expiresAt,
      withdrawn: { by: withdrawer.name, at: guestWithdrawals.withdrawnAt },
      visits: guestVisits.visits,
      lastVisitAt: guestVisits.lastAt,
    })
    .from(guestLinks)
    .innerJoin(submissions, eq(submissions.id, guestLinks.submissionId))
    .innerJoin(members, eq(members.id, guestLinks.madeBy))
    .innerJoin(people, eq(people.id, members.personId))
    .leftJoin(clearances, eq(clearances.id, guestLinks.clearanceId))
    .leftJoin(guestWithdrawals, eq(guestWithdrawals.linkId, guestLinks.id))
    .leftJoin(withdrawing, eq(withdrawing.id, guestWithdrawals.withdrawnBy))
    .leftJoin(withdrawer, eq(withdrawer.id, withdrawing.personId))
    .leftJoin(guestVisits, eq(guestVisits.linkId, guestLinks.id))
    .where(condition)
    .orderBy(desc(guestLinks.madeAt), desc(guestLinks.id))
  return rows.map(({ withdrawn, visits, ...link }) => ({
    ...link,
    withdrawn: withdrawn.by && withdrawn.at ? { by: withdrawn.by, at: withdrawn.at } : null,
    visits: visits ?? 0,
  }))
}

function readComments(condition: SQL | undefined): Promise<GuestComment[]> {
  return db()
    .select({
      id: guestComments.id,
      linkId: guestComments.linkId,
      name: guestLinks.name,
      text: guestComments.text,
      at: guestComments.saidAt,
    })
    .from(guestComments)
    .innerJoin(guestLinks, eq(guestLinks.id, guestComments.linkId))
    .innerJoin(submissions, eq(submissions.id, guestLinks.submissionId))
    .where(condition)
    .orderBy(asc(guestComments.saidAt), asc(guestComments.id))
}
