import { and, eq, max, min, ne, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import { db } from '../../db/client'
import {
  claims,
  publications,
  releaseOutcomes,
  releases,
  reviews,
  submissions,
  underReview,
} from '../../db/schema'
import { isThere } from '../deleted/read-removal'
import type { Member } from '../member/member'
import type { StageClock } from './stage-clock'

/** The clock of a claim, from rows alone; null where there is none for this member. */
export async function readClock(
  claimId: string,
  { id, deskId }: Pick<Member, 'id' | 'deskId'>,
): Promise<StageClock | null> {
  const [submitted, decided, published] = [submissionTimes(), decisionTimes(), publicationTimes()]
  const [row] = await db()
    .select({
      claimId: claims.id,
      marked: claims.begunAt,
      rated: claims.ratedAt,
      submitted: { first: submitted.first, last: submitted.last },
      decided: { first: decided.first, last: decided.last },
      published: { first: published.first, last: published.last },
      corrected: published.corrected,
      doubted: published.doubted,
    })
    .from(claims)
    .leftJoinLateral(submitted, sql`true`)
    .leftJoinLateral(decided, sql`true`)
    .leftJoinLateral(published, sql`true`)
    .where(and(eq(claims.id, claimId), eq(claims.deskId, deskId), isThere(claims.articleId, id)))
  return row ? clockOf(row) : null
}

type Times = { first: Date | null; last: Date | null }
type Row = Record<'marked' | 'rated' | 'corrected' | 'doubted', Date | null> &
  Record<'submitted' | 'decided' | 'published', Times | null> & { claimId: string }

function clockOf({ claimId, marked, rated, corrected, doubted, ...signed }: Row): StageClock {
  const [submitted, decided, published] = [signed.submitted, signed.decided, signed.published]
  return {
    claimId,
    first: {
      ...{ marked, rated, submitted: submitted?.first ?? null },
      ...{ decided: decided?.first ?? null, published: published?.first ?? null },
    },
    last: {
      ...{ submitted: submitted?.last ?? null, decided: decided?.last ?? null },
      published: published?.last ?? null,
    },
    corrected,
    doubted,
  }
}

/** A withdrawn submission has been made all the same. */
function submissionTimes() {
  const { submittedAt } = submissions
  return db()
    .select({ first: min(submittedAt).as('first_submitted'), last: max(submittedAt).as('last_submitted') })
    .from(submissions)
    .where(eq(submissions.claimId, claims.id))
    .as('submitted')
}

/** A release that was called off is a decision, too: the submission came back by it. */
function decisionTimes() {
  const said = db()
    .select({ at: reviews.decidedAt })
    .from(reviews)
    .innerJoin(submissions, eq(submissions.id, reviews.submissionId))
    .where(eq(submissions.claimId, claims.id))
  const calledOff = db()
    .select({ at: releaseOutcomes.endedAt })
    .from(releaseOutcomes)
    .innerJoin(releases, eq(releases.id, releaseOutcomes.releaseId))
    .innerJoin(submissions, eq(submissions.id, releases.submissionId))
    .where(and(eq(submissions.claimId, claims.id), ne(releaseOutcomes.end, 'published')))
  const all = unionAll(said, calledOff).as('all_decided')
  return db()
    .select({ first: min(all.at).as('first_decided'), last: max(all.at).as('last_decided') })
    .from(all)
    .as('decided')
}

function publicationTimes() {
  const { publishedAt, version } = publications
  return db()
    .select({
      first: min(publishedAt).as('first_published'),
      last: max(publishedAt).as('last_published'),
      corrected: sql<Date | null>`max(${publishedAt}) filter (where ${version} > 1)`
        .mapWith(publishedAt)
        .as('corrected'),
      doubted: max(underReview.putAt).as('doubted'),
    })
    .from(publications)
    .leftJoin(underReview, eq(underReview.publicationId, publications.id))
    .where(eq(publications.claimId, claims.id))
    .as('published')
}
