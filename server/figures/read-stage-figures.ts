import { sql } from 'drizzle-orm'
import { db } from '../../db/client'
import { claims, desks, publications, underReview } from '../../db/schema'
import { type Stage, type SubmissionKind, stages } from '../../db/vocabulary'
import { isDeleted } from '../deleted/read-removal'
import { stageOf } from '../review/stage'
import type { StageFigure } from './figures'
import { decisionsOn, newestSubmissions } from './read-submitted'

/** What decides a stage, the same for many claims. */
type Group = {
  isReady: boolean
  submission: 'open' | 'returned' | 'approved' | null
  isAsSubmitted: boolean
  kind: SubmissionKind | null
  isPublished: boolean
  isAsPublished: boolean
  isRetracted: boolean
  isUnderReview: boolean
  claims: number
  oldest: string | null
}

/**
 * How many claims of a desk stand at each stage. The database counts those with the same facts together, and the one
 * rule of stages says of each such group where it stands.
 */
export async function readStageFigures(deskId: string): Promise<StageFigure[]> {
  const { rows } = await db().execute<Group>(sql`
    select ${claims.notReady} is null as "isReady",
      case when s.id is null or s.withdrawn_at is not null then null when d.is_returned then 'returned'
        when coalesce(d.approvals, 0) >= (select approvals_needed from ${desks} where id = ${deskId}) then 'approved'
        else 'open' end as submission,
      coalesce(s.hash = ${claims.hash}, false) as "isAsSubmitted", s.kind as kind,
      p.id is not null as "isPublished", coalesce(p.hash = ${claims.hash}, false) as "isAsPublished",
      coalesce(p.kind = 'retraction', false) as "isRetracted", u.id is not null as "isUnderReview",
      count(*)::int as claims, min(${claims.begunAt}) as oldest
    from ${claims}
    left join ${newestSubmissions(deskId)} s on s.claim_id = ${claims.id}
    left join ${decisionsOn(deskId)} d on d.submission_id = s.id
    left join (select distinct on (claim_id) id, claim_id, hash, kind from ${publications}
      where desk_id = ${deskId} order by claim_id, version desc) p on p.claim_id = ${claims.id}
    left join ${underReview} u on u.publication_id = p.id
    where ${claims.deskId} = ${deskId} and not ${claims.isDeleted} and not ${isDeleted(claims.articleId)}
    group by 1, 2, 3, 4, 5, 6, 7, 8`)
  return stages.map((stage) =>
    addedUp(
      stage,
      rows.filter((group) => stageOfGroup(group) === stage),
    ),
  )
}

function addedUp(stage: Stage, groups: Group[]): StageFigure {
  const [oldest] = groups.flatMap((group) => (group.oldest ? [new Date(group.oldest)] : [])).sort(earliest)
  return { stage, claims: groups.reduce((sum, group) => sum + group.claims, 0), oldest: oldest ?? null }
}

const earliest = (one: Date, other: Date) => one.getTime() - other.getTime()

function stageOfGroup(group: Group): Stage {
  const published = group.isPublished ? hashThat(group.isAsPublished) : null
  const decision = group.submission === 'open' ? null : group.submission
  const doubt = group.isUnderReview ? 'under-review' : group.isRetracted ? 'retracted' : null
  const { isReady } = group
  return stageOf({
    ...{ isReady, hash: hashThat(true), publishedHash: published, doubt },
    submission: group.submission && {
      hash: hashThat(group.isAsSubmitted),
      kind: group.kind ?? 'first',
      decision,
    },
  })
}

/** Stands for the hash of a claim as it is now, or for any other. */
const hashThat = (isSame: boolean) => (isSame ? 'as it is' : 'as it was')
