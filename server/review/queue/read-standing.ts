import { and, eq, isNull, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Placeholder } from 'drizzle-orm/sql'
import { db } from '../../../db/client'
import { prepared } from '../../../db/prepared'
import {
  claims,
  desks,
  reviews,
  roomWriters,
  submissions,
  suggestionDecisions,
  suggestions,
} from '../../../db/schema'
import type { Decision } from '../../../db/vocabulary'
import { isThere } from '../../deleted/read-removal'
import type { Member } from '../../member/member'
import { readReleases } from '../release/read-releases'
import type { DecidableSubmission } from '../submission'

/**
 * Submissions that are not settled and stand alike, with no more than the rules ask when one member wants to decide:
 * hundreds are counted at every look at a desk, and what the rules say of one of these they say of all. Of the authors
 * it names this member alone.
 */
export type Standing = DecidableSubmission & {
  count: number
  /** Their ids, the first submitted first; no more than `mostNamed`. */
  oldest: string[]
  /** The same, the last decided first. */
  lastDecided: string[]
}

/** How many of those that stand alike are named. */
export const mostNamed = 20

/** How each claim's newest submission stands, unless it was withdrawn or published. */
export async function readStanding(member: Pick<Member, 'id' | 'deskId'>): Promise<Standing[]> {
  const { id: memberId, deskId } = member
  const rows = await alike().execute({ memberId, deskId })
  const standing = rows.map(
    ({ isAuthor, said, ...row }): Standing => ({
      ...{ ...row, deskId, authors: isAuthor ? [memberId] : [], reviews: reviewsIn(said) },
      // What is withdrawn or superseded is settled.
      ...{ withdrawnAt: null, isSuperseded: false, release: null },
    }),
  )
  await addReleases(standing)
  return standing
}

const reviewsIn = (said: string | null) =>
  (said?.split(',') ?? []).map((review) => {
    const [editorId = '', decision] = review.split(' ')
    // What the SQL below names.
    return { editorId, decision: decision as Decision }
  })

/** Only what was approved may have a time at which it goes out: none stands with another. */
async function addReleases(standing: Standing[]): Promise<void> {
  const approved = standing.filter(({ reviews }) => reviews.some(({ decision }) => decision === 'approved'))
  if (approved.length === 0) return
  const planned = await readReleases(
    approved.flatMap(({ oldest }) => oldest),
    db(),
  )
  for (const one of approved) one.release = planned.get(one.oldest[0] ?? '') ?? null
}

const alike = prepared((on) => {
  const [memberId, deskId] = [sql.placeholder('memberId'), sql.placeholder('deskId')]
  const said = on
    .select({
      reviews: sql<string | null>`string_agg(${reviews.editorId} || ' ' || ${reviews.decision}, ','
        order by ${reviews.decidedAt})`.as('reviews'),
      decidedAt: sql`max(${reviews.decidedAt})`.as('decided_at'),
    })
    .from(reviews)
    .where(eq(reviews.submissionId, submissions.id))
    .as('said')
  const one = on
    .select({
      ...{ id: submissions.id, submittedAt: submissions.submittedAt },
      approvalsNeeded: submissions.approvalsNeeded,
      returnsNeeded: submissions.returnsNeeded,
      isAuthor: isAuthor(memberId).as('is_author'),
      said: said.reviews,
      decidedAt: said.decidedAt,
      alone: sql`case when ${said.reviews} like '%approved%' then ${submissions.id} end`.as('alone'),
    })
    .from(submissions)
    .crossJoinLateral(said)
    .where(isCurrent({ id: memberId, deskId }))
    .as('one')
  const { id, submittedAt, decidedAt, approvalsNeeded, returnsNeeded } = one
  return on
    .select({
      ...{ approvalsNeeded, returnsNeeded, isAuthor: one.isAuthor, said: one.said },
      count: sql<number>`count(*)`.mapWith(Number),
      oldest: sql<string[]>`(array_agg(${id} order by ${submittedAt}, ${id}))[:${sql.raw(`${mostNamed}`)}]`,
      lastDecided: sql<
        string[]
      >`(array_agg(${id} order by ${decidedAt} desc, ${id}))[:${sql.raw(`${mostNamed}`)}]`,
    })
    .from(one)
    .groupBy(approvalsNeeded, returnsNeeded, one.isAuthor, one.said, one.alone)
    .prepare('how submissions stand with a member')
})

type Asker = { id: string | Placeholder; deskId: string | Placeholder }

/** SQL that picks each claim's newest submission, unless it was withdrawn or published: it waits, or it came back. */
export function isCurrent({ id, deskId }: Asker): SQL | undefined {
  return and(
    eq(submissions.deskId, deskId),
    isNull(submissions.settledAt),
    sql`not exists (select from ${claims} where ${claims.id} = ${submissions.claimId} and ${claims.isDeleted})`,
    isThere(submissions.articleId, id),
  )
}

/** SQL that says what `readAuthors` says of one member, and a test holds both against each other. */
function isAuthor(memberId: SQLWrapper): SQL<boolean> {
  return sql`(${memberId} = any (${submissions.authors})
    or exists (select from ${roomWriters} where ${roomWriters.part} = any (array(
        select ${submissions.claimId} union all
        select jsonb_array_elements_text(${submissions.sources})::uuid))
      and ${roomWriters.document} = 'article:' || ${submissions.articleId} and ${roomWriters.memberId} = ${memberId})
    or exists (select from ${suggestions}
        join ${suggestionDecisions} on ${suggestionDecisions.suggestionId} = ${suggestions.id}
        join ${desks} on ${desks.id} = ${suggestions.deskId}
      where ${suggestions.claimId} = ${submissions.claimId} and ${suggestions.suggestedBy} = ${memberId}
        and ${suggestionDecisions.isTaken} and ${desks.suggestersAreAuthors}))`
}
