import { type SQL, sql } from 'drizzle-orm'
import { reviews, submissions } from '../../db/schema'

/** SQL that gives each claim's newest submission, withdrawn or not. */
export function newestSubmissions(deskId: string): SQL {
  // Not their frozen words: sorting those would take most of the time.
  return sql`(select distinct on (claim_id) id, claim_id, article_id, hash, kind, submitted_by, submitted_at, withdrawn_at
    from ${submissions} where desk_id = ${deskId} order by claim_id, submitted_at desc, id desc)`
}

/** SQL that gives what was said about each submission of the desk, added up. */
export function decisionsOn(deskId: string): SQL {
  return sql`(select r.submission_id, bool_or(r.decision = 'returned') as is_returned,
      count(*) filter (where r.decision = 'approved') as approvals, min(r.decided_at) as first_decided
    from ${reviews} r join ${submissions} rs on rs.id = r.submission_id
    where rs.desk_id = ${deskId} group by r.submission_id)`
}
