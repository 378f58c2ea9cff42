import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import {
  claims,
  publications,
  releaseOutcomes,
  releases,
  reviews,
  submissions,
  underReview,
} from '../../../db/schema'
import { reopenedClaims } from '../../revision/passage/read-passages'

/** Which claims are asked about, said of a table that has their desk and article, as all of theirs do. */
export type Scope = (table: { deskId: SQLWrapper; articleId: SQLWrapper }) => SQL

/**
 * SQL: the claims in a scope that are not deleted, as (claim_id, article_id, begun_at, verdict, is_published,
 * submission_id, stage), with the newest submission unless it was withdrawn. It says what `stageOf` says, where tens of
 * thousands of claims are asked at once; a test holds both against each other.
 */
export function claimStages(scope: Scope): SQL {
  return sql`
    select ${claims.id} as claim_id, ${claims.articleId} as article_id, ${claims.begunAt} as begun_at,
      ${claims.verdict} as verdict, version.hash is not null as is_published, newest.id as submission_id, case
      when newest.id is not null and outcome.decision is null then 'in-review'
      when outcome.decision = 'returned' and newest.hash = ${claims.hash}
        and version.hash is distinct from ${claims.hash} then 'returned'
      when version.doubt = 'under-review' then 'under-review'
      when version.hash <> ${claims.hash} then 'changed-since'
      when version.hash is not null
        then coalesce(version.doubt, case when reopened.claim_id is null then 'published' else 'changed-since' end)
      when outcome.decision = 'returned' and (${claims.notReady} is not null or reopened.claim_id is not null)
        then 'returned'
      when ${claims.notReady} is null and reopened.claim_id is null then 'ready' else 'to-check' end as stage
    from ${claims}
      left join (${newestVersions(scope)}) version on version.claim_id = ${claims.id}
      left join (${newestSubmissions(scope)}) newest
        on newest.claim_id = ${claims.id} and newest.withdrawn_at is null
      left join (${reopenedClaims(scope)}) reopened on reopened.claim_id = ${claims.id}
      cross join lateral (select case
        when newest.id is null then null
        -- Most are: only what is not published yet is asked what was decided.
        when newest.id = version.submission_id then 'approved'
        else (${decisionOnNewest}) end as decision) outcome
    where not ${claims.isDeleted} and ${scope(claims)}`
}

const newestSubmissions = (scope: Scope) => sql`
  select distinct on (${submissions.claimId}) ${submissions.claimId} as claim_id, ${submissions.id} as id,
    ${submissions.hash} as hash, ${submissions.withdrawnAt} as withdrawn_at,
    ${submissions.approvalsNeeded} as approvals_needed, ${submissions.returnsNeeded} as returns_needed
  from ${submissions} where ${scope(submissions)}
  order by ${submissions.claimId}, ${submissions.submittedAt} desc, ${submissions.id} desc`

const newestVersions = (scope: Scope) => sql`
  select distinct on (${publications.claimId}) ${publications.claimId} as claim_id, ${publications.hash} as hash,
    ${publications.submissionId} as submission_id, case
      when ${underReview.id} is not null then 'under-review'
      when ${publications.kind} = 'retraction' then 'retracted' end as doubt
  from ${publications} left join ${underReview} on ${underReview.publicationId} = ${publications.id}
  where ${scope(publications)} order by ${publications.claimId}, ${publications.version} desc`

/** Whether a planned release was called off; no row where none is planned, or it went out. */
const plannedRelease = sql`
  select ${releaseOutcomes.end} is not null as is_off
  from ${releases} left join ${releaseOutcomes} on ${releaseOutcomes.releaseId} = ${releases.id}
  where ${releases.submissionId} = newest.id and ${releaseOutcomes.end} is distinct from 'published'`

const said = sql`
  select count(*) filter (where ${reviews.decision} = 'returned') as returns,
    count(*) filter (where ${reviews.decision} = 'approved') as approvals
  from ${reviews} where ${reviews.submissionId} = newest.id`

const decisionOnNewest = sql`
  select case
    when release.is_off then 'returned'
    when said.returns >= newest.returns_needed then 'returned'
    when not release.is_off then null
    when said.approvals >= newest.approvals_needed then 'approved' end
  from (${said}) said left join (${plannedRelease}) release on true`
