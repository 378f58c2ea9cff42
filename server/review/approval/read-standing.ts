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

type Row = {
  id: string
  approvalsNeeded: number
  returnsNeeded: number
  isAuthor: boolean
  reviews: { editorId: string; decision: Decision; decidedAt: string }[]
}

/** How each claim's newest submission stands, unless it was withdrawn or published; the newest first. */
export async function readStanding(member: Pick<Member, 'id' | 'deskId'>): Promise<Standing[]> {
  const { rows } = await db().execute<Row>(sql`
    select ${submissions.id}, ${submissions.approvalsNeeded} as "approvalsNeeded",
      ${submissions.returnsNeeded} as "returnsNeeded", ${isAuthor(member.id)} as "isAuthor",
      coalesce((select json_agg(json_build_object('editorId', ${reviews.editorId}, 'decision', ${reviews.decision},
        'decidedAt', ${reviews.decidedAt}) order by ${reviews.decidedAt})
        from ${reviews} where ${reviews.submissionId} = ${submissions.id}), '[]') as reviews
    from ${submissions} where ${isCurrent(member)}
    order by ${submissions.submittedAt} desc, ${submissions.id} desc`)
  // Only what was approved may have a time at which it goes out.
  const approved = rows.filter(({ reviews }) => reviews.some(({ decision }) => decision === 'approved'))
  const ids = approved.map(({ id }) => id)
  const planned = ids.length > 0 ? await readReleases(ids, db()) : null
  return rows.map(({ isAuthor, ...row }) => {
    const release = planned?.get(row.id) ?? null
    const at = isCalledOff(release) ? release?.outcome?.at : row.reviews.at(-1)?.decidedAt
    return {
      ...{ ...row, release, deskId: member.deskId, decidedAt: at ? new Date(at) : null },
      // What is withdrawn or superseded is settled.
      ...{ authors: isAuthor ? [member.id] : [], withdrawnAt: null, isSuperseded: false },
    }
  })
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
  const document = sql`'article:' || ${submissions.articleId}`
  return sql`(${memberId} = any (${submissions.authors})
    or exists (select from ${roomWriters} where ${roomWriters.part} = ${submissions.claimId}
      and ${roomWriters.document} = ${document} and ${roomWriters.memberId} = ${memberId})
    or exists (select from jsonb_array_elements_text(${submissions.sources}) source
      join ${roomWriters} on ${roomWriters.part} = source::uuid
        and ${roomWriters.document} = ${document} and ${roomWriters.memberId} = ${memberId})
    or exists (select from ${suggestions}
        join ${suggestionDecisions} on ${suggestionDecisions.suggestionId} = ${suggestions.id}
        join ${desks} on ${desks.id} = ${suggestions.deskId}
      where ${suggestions.claimId} = ${submissions.claimId} and ${suggestions.suggestedBy} = ${memberId}
        and ${suggestionDecisions.isTaken} and ${desks.suggestersAreAuthors}))`
}
