import { type SQL, sql } from 'drizzle-orm'
import { db } from '../../db/client'
import { members, people, releases, submissions } from '../../db/schema'
import { type Stage, stages } from '../../db/vocabulary'
import { claimStages } from '../article/list/read-claim-stages'
import { isThere } from '../deleted/read-removal'
import type { Member } from '../member/member'
import type { StageCount, Waiting } from './statistics'

const longestShown = 10

/** SQL: the claims of a desk that its lists count, each at the stage that they show. */
const claimsOf = (deskId: string) => sql`(${claimStages((table) => sql`${table.deskId} = ${deskId}`)})`

/** SQL that says whether a claim at its stage waits for editors: what they approved for later waits for its time alone. */
const waits: SQL = sql`(s.stage = 'in-review'
  and not exists (select from ${releases} where ${releases.submissionId} = s.submission_id))`

/** How many claims that a member may know of stand at each stage, and how many of them wait for a decision. */
export async function readStageCounts({
  id,
  deskId,
}: Pick<Member, 'id' | 'deskId'>): Promise<{ stages: StageCount[]; waiting: number }> {
  const { rows } = await db().execute<{ stage: Stage; claims: number; oldest: string; waiting: number }>(sql`
    select s.stage, count(*)::int as claims, min(s.begun_at) as oldest, count(*) filter (where ${waits})::int as waiting
    from ${claimsOf(deskId)} s where ${isThere(sql`s.article_id`, id)} group by s.stage`)
  const figureOf = (stage: Stage): StageCount => {
    const { claims = 0, oldest = null } = rows.find((row) => row.stage === stage) ?? {}
    return { stage, claims, oldest: oldest ? new Date(oldest) : null }
  }
  return { stages: stages.map(figureOf), waiting: rows.reduce((sum, { waiting }) => sum + waiting, 0) }
}

/** The submissions that a member may know of and that wait for a decision, the longest wait first. */
export async function readLongest({ id, deskId }: Pick<Member, 'id' | 'deskId'>): Promise<Waiting[]> {
  const { rows } = await db().execute<Omit<Waiting, 'since'> & { since: string }>(sql`
    select s.claim_id as "claimId", s.article_id as "articleId", ${submissions.statement},
      ${people.name} as submitter, ${submissions.submittedAt} as since
    from ${claimsOf(deskId)} s join ${submissions} on ${submissions.id} = s.submission_id
      join ${members} on ${members.id} = ${submissions.submittedBy} join ${people} on ${people.id} = ${members.personId}
    where ${waits} and ${isThere(sql`s.article_id`, id)}
    order by ${submissions.submittedAt} limit ${longestShown}`)
  return rows.map((row) => ({ ...row, since: new Date(row.since) }))
}
