import { and, eq, inArray, max, min, type SQL, sql } from 'drizzle-orm'
import { db } from '../../db/client'
import { claims, publications, reviews, submissions } from '../../db/schema'
import { isOpenTo } from '../deleted/read-removal'
import type { Member } from '../member/member'
import type { StageClock } from './stage-clock'

/** The clocks of all claims of an article on the member's desk, from rows alone; none for an article that is elsewhere. */
export function readClocks(
  articleId: string,
  { id, deskId }: Pick<Member, 'id' | 'deskId'>,
): Promise<StageClock[]> {
  return readClocksWhere(
    and(eq(claims.articleId, articleId), eq(claims.deskId, deskId), isOpenTo(claims.articleId, id)),
  )
}

/** The same for some claims of the desk, wherever they stand. */
export function readClocksOf(
  claimIds: string[],
  { id, deskId }: Pick<Member, 'id' | 'deskId'>,
): Promise<StageClock[]> {
  return readClocksWhere(
    and(inArray(claims.id, claimIds), eq(claims.deskId, deskId), isOpenTo(claims.articleId, id)),
  )
}

async function readClocksWhere(condition: SQL | undefined): Promise<StageClock[]> {
  const [submitted, decided, published] = [submissionTimes(), decisionTimes(), publicationTimes()]
  const rows = await db()
    .select({
      claimId: claims.id,
      marked: claims.begunAt,
      rated: claims.ratedAt,
      submitted: { first: submitted.first, last: submitted.last },
      decided: { first: decided.first, last: decided.last },
      published: { first: published.first, last: published.last },
      corrected: published.corrected,
    })
    .from(claims)
    .leftJoinLateral(submitted, sql`true`)
    .leftJoinLateral(decided, sql`true`)
    .leftJoinLateral(published, sql`true`)
    .where(condition)
  return rows.map((row) => clockOf(row))
}

type Times = { first: Date | null; last: Date | null }
type Row = Record<'marked' | 'rated' | 'corrected', Date | null> &
  Record<'submitted' | 'decided' | 'published', Times | null> & { claimId: string }

function clockOf({ claimId, marked, rated, corrected, ...signed }: Row): StageClock {
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

function decisionTimes() {
  const { decidedAt } = reviews
  return db()
    .select({ first: min(decidedAt).as('first_decided'), last: max(decidedAt).as('last_decided') })
    .from(reviews)
    .innerJoin(submissions, eq(submissions.id, reviews.submissionId))
    .where(eq(submissions.claimId, claims.id))
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
    })
    .from(publications)
    .where(eq(publications.claimId, claims.id))
    .as('published')
}
