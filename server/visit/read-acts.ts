import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import {
  assignments,
  claims,
  clearanceSignatures,
  clearances,
  comments,
  guestComments,
  guestLinks,
  ownVerdicts,
  publications,
  releaseOutcomes,
  releases,
  resolutions,
  reviews,
  roomUpdates,
  secondVerdicts,
  submissions,
  suggestionDecisions,
  suggestions,
  threads,
  underReview,
} from '../../db/schema'
import type { NewsKind } from '../../db/vocabulary'
import type { Member } from '../member/member'
import { documentOf } from '../room/doc/room-doc'

/** What is new in an article: since when. */
export type Asked = { articleId: string; since: Date }

type Acts = { what: NewsKind; claimId: SQLWrapper; by: SQLWrapper; at: SQLWrapper; from: SQL; where: SQL }

/** SQL of every act on the claims of an article since a moment, by anybody but a member: `claim_id`, `what` and `at`. */
export function selectActs(asked: Asked, member: Member): SQL {
  const kinds = [inTheRoom, inReview, published, inWork, besideIt, inTalk]
  const each = kinds
    .flatMap((acts) => acts(asked))
    .map(
      ({ what, claimId, by, at, from, where }) => sql`
      select ${claimId} as claim_id, ${what}::text as what, ${at} as at from ${from}
      where ${where} and ${byOthers(by, at, asked, member)}`,
    )
  return sql.join(each, sql` union all `)
}

/** SQL that says whether somebody but a member did something since; guests and the clock are nobody on the desk. */
export function byOthers(by: SQLWrapper, at: SQLWrapper, { since }: Asked, { id }: Member): SQL {
  return sql`(${at} > ${since.toISOString()}::timestamptz and ${by} is distinct from ${id}::uuid)`
}

/** SQL that says whether nothing settled a thread after a resolution. */
export const isNewestResolution = sql`not exists (select from ${resolutions} newer
  where newer.thread_id = ${resolutions.threadId}
    and (newer.at, newer.id) > (${resolutions.at}, ${resolutions.id}))`

function inTheRoom({ articleId }: Asked): Acts[] {
  const { document, claims: touched, memberId: by, at } = roomUpdates
  return [
    {
      what: 'written',
      ...{ claimId: sql`touched.claim_id`, by, at },
      from: sql`${roomUpdates}, unnest(${touched}) touched (claim_id)`,
      where: sql`${document} = ${documentOf(articleId)}`,
    },
  ]
}

function inReview({ articleId }: Asked): Acts[] {
  const { claimId } = submissions
  const where = sql`${submissions.articleId} = ${articleId}`
  const submitted = { what: 'signed', claimId, by: submissions.submittedBy, where } as const
  return [
    { ...submitted, at: submissions.submittedAt, from: sql`${submissions}` },
    { ...submitted, at: submissions.withdrawnAt, from: sql`${submissions}` },
    {
      what: 'signed',
      ...{ claimId, by: reviews.editorId, at: reviews.decidedAt, where },
      from: sql`${reviews} join ${submissions} on ${submissions.id} = ${reviews.submissionId}`,
    },
    {
      what: 'release',
      ...{ claimId, by: releaseOutcomes.memberId, at: releaseOutcomes.endedAt, where },
      from: sql`${releaseOutcomes} join ${releases} on ${releases.id} = ${releaseOutcomes.releaseId}
        join ${submissions} on ${submissions.id} = ${releases.submissionId}`,
    },
    {
      what: 'guest',
      ...{ claimId, by: sql`null::uuid`, at: guestComments.saidAt, where },
      from: sql`${guestComments} join ${guestLinks} on ${guestLinks.id} = ${guestComments.linkId}
        join ${submissions} on ${submissions.id} = ${guestLinks.submissionId}`,
    },
  ]
}

function published({ articleId }: Asked): Acts[] {
  const { claimId, approvedBy, publishedAt } = publications
  const where = sql`${publications.articleId} = ${articleId}`
  return [
    { what: 'signed', claimId, by: approvedBy, at: publishedAt, from: sql`${publications}`, where },
    {
      what: 'under-review',
      ...{ claimId, by: underReview.editorId, at: underReview.putAt, where },
      from: sql`${underReview} join ${publications} on ${publications.id} = ${underReview.publicationId}`,
    },
  ]
}

function inWork({ articleId }: Asked): Acts[] {
  const { claimId, assignedBy: by, assignedAt: at } = assignments
  const where = sql`${assignments.articleId} = ${articleId}`
  return [{ what: 'work', claimId, by, at, from: sql`${assignments}`, where }]
}

/** What stands beside a claim's words, signed; most of it is found by its claim alone. */
function besideIt({ articleId }: Asked): Acts[] {
  const of = (what: NewsKind, claimId: SQLWrapper) => ({
    ...{ what, claimId },
    where: sql`${claimId} in (select ${claims.id} from ${claims} where ${claims.articleId} = ${articleId})`,
  })
  const suggested = of('suggestion', suggestions.claimId)
  const seconded = { ...of('second-verdict', secondVerdicts.claimId), from: sql`${secondVerdicts}` }
  const cleared = of('clearance', clearances.claimId)
  const { memberId: signer, signedAt } = ownVerdicts
  return [
    { ...suggested, by: suggestions.suggestedBy, at: suggestions.suggestedAt, from: sql`${suggestions}` },
    {
      ...suggested,
      ...{ by: suggestionDecisions.memberId, at: suggestionDecisions.decidedAt },
      from: sql`${suggestionDecisions} join ${suggestions} on ${suggestions.id} = ${suggestionDecisions.suggestionId}`,
    },
    { ...of('own-verdict', ownVerdicts.claimId), by: signer, at: signedAt, from: sql`${ownVerdicts}` },
    { ...seconded, by: secondVerdicts.askedBy, at: secondVerdicts.askedAt },
    { ...seconded, by: secondVerdicts.endedBy, at: secondVerdicts.endedAt },
    { ...cleared, by: clearances.requiredBy, at: clearances.requiredAt, from: sql`${clearances}` },
    {
      ...cleared,
      ...{ by: clearanceSignatures.memberId, at: clearanceSignatures.signedAt },
      from: sql`${clearanceSignatures} join ${clearances} on ${clearances.id} = ${clearanceSignatures.clearanceId}`,
    },
  ]
}

function inTalk({ articleId }: Asked): Acts[] {
  const { claimId, removedAt } = threads
  const where = sql`${threads.articleId} = ${articleId} and ${removedAt} is null`
  return [
    {
      what: 'said',
      ...{ claimId, by: comments.memberId, at: comments.saidAt, where },
      from: sql`${comments} join ${threads} on ${threads.id} = ${comments.threadId}`,
    },
    {
      what: 'settled',
      ...{ claimId, by: resolutions.memberId, at: resolutions.at },
      from: sql`${resolutions} join ${threads} on ${threads.id} = ${resolutions.threadId}`,
      where: sql`${where} and ${isNewestResolution}`,
    },
  ]
}
