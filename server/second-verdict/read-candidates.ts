import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { type Database, db, type Transaction } from '../../db/client'
import {
  claims,
  desks,
  members,
  openings,
  ownVerdicts,
  people,
  publications,
  releaseOutcomes,
  releases,
  reviews,
  roomPeople,
  roomStays,
  rooms,
  secondVerdicts,
  sights,
  submissions,
  visits,
} from '../../db/schema'
import { isForMember, isThere } from '../deleted/read-removal'
import { type Member, may } from '../member/member'
import { Refused } from '../refusal'
import { writersIn } from '../room/kept/who-wrote'
import { type Candidate, type JudgedClaim, whyNoSecond, whyNotCandidate } from './second-verdict'

type Reader = Pick<Database | Transaction, 'select'>
export type Judged = JudgedClaim & { id: string; articleId: string; statement: string; begunAt: Date | null }

/** A claim as a member finds it who wants a second verdict on it; refused as unknown where it is not there for them. */
export async function readJudged(claimId: string, member: Member, at: Reader = db()): Promise<Judged> {
  const [claim] = await at
    .select({
      id: claims.id,
      articleId: claims.articleId,
      statement: claims.statement,
      begunAt: claims.begunAt,
      isDeleted: claims.isDeleted,
      rule: desks.secondVerdicts,
      isPublished: sql<boolean>`exists (select from ${publications} where ${publications.claimId} = ${claims.id})`,
      isPlanned: sql<boolean>`exists (select from ${releases}
        join ${submissions} on ${submissions.id} = ${releases.submissionId}
        where ${submissions.claimId} = ${claims.id} and not exists (
          select from ${releaseOutcomes} where ${releaseOutcomes.releaseId} = ${releases.id}))`,
    })
    .from(claims)
    .innerJoin(desks, eq(desks.id, claims.deskId))
    .where(
      and(eq(claims.id, claimId), eq(claims.deskId, member.deskId), isThere(claims.articleId, member.id)),
    )
  if (!claim) throw new Refused({ code: 'claim-unknown' })
  return claim
}

/** Whether a second verdict on a claim can be asked for, and who could give it, each with why not; by their names. */
export async function readWhoCanJudge(claimId: string, member: Member) {
  const claim = await readJudged(claimId, member)
  const candidates = (await readCandidates(claim, member)).filter((one) => may(one, 'sign own verdicts'))
  return {
    whyNot: whyNoSecond(claim),
    candidates: candidates.map((one) => ({ id: one.id, name: one.name, whyNot: whyNotCandidate(one) })),
  }
}

/** Everybody on the desk, and what speaks against each judging the claim blind; by their names. */
export function readCandidates(claim: Judged, { deskId }: Member, at: Reader = db()): Promise<Candidate[]> {
  return at
    .select({
      id: members.id,
      name: people.name,
      role: members.role,
      isShutOut: sql<boolean>`not ${isForMember(sql`${claim.articleId}::uuid`, members.id)}`,
      hasSeen: sql<boolean>`(${sql.join(seenBy(claim), sql` or `)})`,
      isAsked: sql<boolean>`exists (select from ${secondVerdicts} where ${secondVerdicts.claimId} = ${claim.id}
        and ${secondVerdicts.askedOf} = ${members.id} and ${secondVerdicts.endedAt} is null)`,
    })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(and(eq(members.deskId, deskId), isNull(members.removedAt)))
    .orderBy(asc(people.name), asc(members.id))
}

/**
 * Every way in which a member may know how a claim is rated. The rooms keep who is inside and until when somebody was;
 * visits tell of times from before that was kept. Who has decided on a claim of the article is bound to it: what they
 * approved for later would not go out while it is closed to them.
 */
function seenBy({ id, articleId, begunAt }: Judged): SQL[] {
  const since = sql`coalesce(${begunAt?.toISOString() ?? null}::timestamptz, '-infinity')`
  return [
    sql`exists (select from ${roomStays} where ${roomStays.articleId} = ${articleId}
      and ${roomStays.memberId} = ${members.id} and (${roomStays.until} is null or ${roomStays.until} >= ${since}))`,
    sql`exists (select from ${roomPeople} join ${rooms} on ${rooms.document} = ${roomPeople.document}
      where ${rooms.articleId} = ${articleId} and ${roomPeople.memberId} = ${members.id})`,
    sql`exists (select from ${visits} where ${visits.memberId} = ${members.id}
      and ${visits.thingId} in (${id}, ${articleId}) and ${visits.at} >= ${since})`,
    sql`exists (select from ${openings} join ${submissions} on ${submissions.id} = ${openings.submissionId}
      where ${submissions.claimId} = ${id} and ${openings.memberId} = ${members.id})`,
    sql`exists (select from ${sights} join ${submissions} on ${submissions.id} = ${sights.submissionId}
      where ${submissions.claimId} = ${id} and ${sights.memberId} = ${members.id})`,
    sql`exists (select from ${reviews} join ${submissions} on ${submissions.id} = ${reviews.submissionId}
      where ${submissions.articleId} = ${articleId} and ${reviews.editorId} = ${members.id})`,
    sql`exists (select from ${ownVerdicts} where ${ownVerdicts.claimId} = ${id}
      and ${ownVerdicts.memberId} = ${members.id})`,
    sql`${members.id} in (select w."memberId" from (${writersIn(sql`'article:' || ${articleId}`, id)}) w)`,
  ]
}
