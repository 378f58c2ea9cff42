import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { db } from '../../../db/client'
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
import { isCalledOff } from '../release/release'
import type { DecidableSubmission } from '../submission'

/**
 * A submission that is not settled, with no more than the rules ask when one member wants to decide: hundreds are
 * counted at every look at a desk. Of its authors it names this member alone.
 */
export type Standing = DecidableSubmission & {
  id: string
  /** When it was last decided on, or came back; null where nobody has. */
  decidedAt: Date | null
}

type Row = Pick<Standing, 'id' | 'approvalsNeeded' | 'returnsNeeded'> & { isAuthor: boolean } & Review
/** One decision on it; a submission has a row for each, or one without. */
type Review = { editorId: string; decision: Decision; decidedAt: string } | { editorId: null }

/** How each claim's newest submission stands, unless it was withdrawn or published; the newest first. */
export async function readStanding(member: Pick<Member, 'id' | 'deskId'>): Promise<Standing[]> {
  const { rows } = await db().execute<Row>(sql`
    select ${submissions.id}, ${submissions.approvalsNeeded} as "approvalsNeeded",
      ${submissions.returnsNeeded} as "returnsNeeded", ${isAuthor(member.id)} as "isAuthor",
      review.editor_id as "editorId", review.decision, review.decided_at as "decidedAt"
    from ${submissions} left join lateral (
      select * from ${reviews} where ${reviews.submissionId} = ${submissions.id} offset 0) review on true
    where ${isCurrent(member)}
    order by ${submissions.submittedAt} desc, ${submissions.id} desc, review.decided_at`)
  const standing = new Map<string, Standing>()
  for (const row of rows) {
    const one = standing.get(row.id) ?? undecided(row, member)
    standing.set(row.id, one)
    if (row.editorId === null) continue
    one.reviews.push({ editorId: row.editorId, decision: row.decision })
    one.decidedAt = new Date(row.decidedAt)
  }
  const all = [...standing.values()]
  await addReleases(all)
  return all
}

function undecided(
  { id, approvalsNeeded, returnsNeeded, isAuthor }: Row,
  member: Pick<Member, 'id' | 'deskId'>,
) {
  return {
    ...{ id, approvalsNeeded, returnsNeeded, deskId: member.deskId, authors: isAuthor ? [member.id] : [] },
    // What is withdrawn or superseded is settled.
    ...{ withdrawnAt: null, isSuperseded: false },
    ...{ reviews: [], decidedAt: null, release: null },
  }
}

/** Only what was approved may have a time at which it goes out. */
async function addReleases(standing: Standing[]): Promise<void> {
  const approved = standing.filter(({ reviews }) => reviews.some(({ decision }) => decision === 'approved'))
  if (approved.length === 0) return
  const ids = approved.map(({ id }) => id)
  const planned = await readReleases(ids, db())
  for (const one of approved) {
    one.release = planned.get(one.id) ?? null
    if (one.release?.outcome && isCalledOff(one.release)) one.decidedAt = new Date(one.release.outcome.at)
  }
}

/** SQL that picks each claim's newest submission, unless it was withdrawn or published: it waits, or it came back. */
export function isCurrent({ id, deskId }: Pick<Member, 'id' | 'deskId'>): SQL | undefined {
  return and(
    eq(submissions.deskId, deskId),
    isNull(submissions.settledAt),
    sql`exists (select from ${claims} where ${claims.id} = ${submissions.claimId} and not ${claims.isDeleted})`,
    isThere(submissions.articleId, id),
  )
}

/** SQL that says what `readAuthors` says of one member, and a test holds both against each other. */
function isAuthor(memberId: string): SQL {
  return sql`(${memberId} = any (${submissions.authors})
    or exists (select from (
        select ${submissions.claimId} as part union all
        select source::uuid from jsonb_array_elements_text(${submissions.sources}) source) own
      join ${roomWriters} on ${roomWriters.part} = own.part
        and ${roomWriters.document} = 'article:' || ${submissions.articleId} and ${roomWriters.memberId} = ${memberId})
    or exists (select from ${suggestions}
        join ${suggestionDecisions} on ${suggestionDecisions.suggestionId} = ${suggestions.id}
        join ${desks} on ${desks.id} = ${suggestions.deskId}
      where ${suggestions.claimId} = ${submissions.claimId} and ${suggestions.suggestedBy} = ${memberId}
        and ${suggestionDecisions.isTaken} and ${desks.suggestersAreAuthors}))`
}
