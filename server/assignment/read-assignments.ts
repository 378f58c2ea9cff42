import { and, eq, isNull, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type Database, db, type Transaction } from '../../db/client'
import {
  assignments,
  claims,
  comments,
  members,
  people,
  roomUpdates,
  submissions,
  suggestionDecisions,
  suggestions,
  threads,
} from '../../db/schema'
import { refuseAbsent } from '../deleted/read-removal'
import type { Member } from '../member/member'
import type { Someone } from '../thread/thread'
import type { Assignment } from './assignment'

const newer = alias(assignments, 'newer')

/** SQL that says whether an assignment holds: nothing has replaced it. */
export const holds = sql`not exists (select from ${assignments} newer where ${newer.replaces} = ${assignments.id})`

/** Who has the article as a whole, and each of its claims that was ever assigned and is not deleted. */
export async function readAssignments(articleId: string, member: Member): Promise<Assignment[]> {
  await refuseAbsent(member, articleId)
  const isClaimThere = or(
    isNull(assignments.claimId),
    sql`exists (select from ${claims} c where c.id = ${assignments.claimId} and not c.is_deleted)`,
  )
  return readHolding(
    and(eq(assignments.articleId, articleId), eq(assignments.deskId, member.deskId), isClaimThere),
  )
}

/** The assignments that hold and fit a condition. */
export async function readHolding(
  condition: SQL | undefined,
  at: Database | Transaction = db(),
): Promise<Assignment[]> {
  const [assigner, assignerName] = [alias(members, 'assigner'), alias(people, 'assigner_name')]
  const [replaced, holder, holderName] = [
    alias(assignments, 'replaced'),
    alias(members, 'holder'),
    alias(people, 'holder_name'),
  ]
  const rows = await at
    .select({
      id: assignments.id,
      articleId: assignments.articleId,
      claimId: assignments.claimId,
      toId: members.id,
      toName: people.name,
      poolReason: assignments.poolReason,
      beforeId: holder.id,
      beforeName: holderName.name,
      by: { id: assigner.id, name: assignerName.name },
      at: assignments.assignedAt,
      dueAt: assignments.dueAt,
      isDueNamed: assignments.isDueNamed,
      priority: assignments.priority,
      left: lastNote,
      lastActAt,
    })
    .from(assignments)
    .leftJoin(members, eq(members.id, assignments.assignedTo))
    .leftJoin(people, eq(people.id, members.personId))
    .leftJoin(replaced, eq(replaced.id, assignments.replaces))
    .leftJoin(holder, eq(holder.id, replaced.assignedTo))
    .leftJoin(holderName, eq(holderName.id, holder.personId))
    .innerJoin(assigner, eq(assigner.id, assignments.assignedBy))
    .innerJoin(assignerName, eq(assignerName.id, assigner.personId))
    .where(and(condition, holds))
  return rows.map(({ toId, toName, beforeId, beforeName, left, ...row }) => ({
    ...row,
    ...{ note: left?.text ?? '', noteBy: left?.by ?? null, noteAt: left ? new Date(left.at) : null },
    to: someone(toId, toName),
    before: someone(beforeId, beforeName),
  }))
}

const someone = (id: string | null, name: string | null): Someone | null =>
  id !== null && name !== null ? { id, name } : null

// What is put into the pool for somebody carries their note along, and is no note of whoever put it there.
const isOwnNote = sql`a.note <> '' and coalesce(a.pool_reason, 'given-back') = 'given-back'`

/** The newest note among an assignment and those it replaced, `at` in ms; null where nobody left one. */
const lastNote = sql<{ text: string; by: Someone; at: number } | null>`(
  with recursive passed as (
    select a.id, a.replaces, a.assigned_by, a.assigned_at, a.note, ${isOwnNote} as is_note
    from ${assignments} a where a.id = ${assignments.id}
    union all
    select a.id, a.replaces, a.assigned_by, a.assigned_at, a.note, ${isOwnNote}
    from ${assignments} a join passed on a.id = passed.replaces where not passed.is_note
  )
  select jsonb_build_object('text', passed.note, 'at', extract(epoch from passed.assigned_at) * 1000,
    'by', jsonb_build_object('id', m.id, 'name', p.name))
  from passed join members m on m.id = passed.assigned_by join people p on p.id = m.person_id
  where passed.is_note)`

const isAbout = (table: 'threads' | 'submissions' | 'suggestions') => {
  const { claimId, articleId } = { threads, submissions, suggestions }[table]
  return sql`${articleId} = ${assignments.articleId}
    and (${assignments.claimId} is null or ${claimId} = ${assignments.claimId})`
}
const newestEdit = (where: SQL) => sql`(
  select max(${roomUpdates.at}) from ${roomUpdates}
  where ${roomUpdates.document} = 'article:' || ${assignments.articleId}
  and ${roomUpdates.memberId} = ${assignments.assignedTo} and not ${roomUpdates.byRule} and ${where})`
const newestAct = (at: SQL, from: SQL, by: SQL, about: SQL) =>
  sql`(select max(${at}) from ${from} where ${by} = ${assignments.assignedTo} and ${about})`

// Who was given it within the day cannot be idle, so nothing is searched for them.
const lastActAt = sql`case
  when ${assignments.assignedTo} is null or ${assignments.assignedAt} > now() - interval '1 day'
  then ${assignments.assignedAt}
  else greatest(${assignments.assignedAt},
    case when ${assignments.claimId} is null then ${newestEdit(sql`true`)}
    else ${newestEdit(sql`${roomUpdates.claims} @> array[${assignments.claimId}]`)} end,
    ${newestAct(
      sql`${comments.saidAt}`,
      sql`${comments} join ${threads} on ${threads.id} = ${comments.threadId}`,
      sql`${comments.memberId}`,
      isAbout('threads'),
    )},
    ${newestAct(sql`${submissions.submittedAt}`, sql`${submissions}`, sql`${submissions.submittedBy}`, isAbout('submissions'))},
    ${newestAct(sql`${suggestions.suggestedAt}`, sql`${suggestions}`, sql`${suggestions.suggestedBy}`, isAbout('suggestions'))},
    ${newestAct(
      sql`${suggestionDecisions.decidedAt}`,
      sql`${suggestionDecisions} join ${suggestions} on ${suggestions.id} = ${suggestionDecisions.suggestionId}`,
      sql`${suggestionDecisions.memberId}`,
      isAbout('suggestions'),
    )})
  end`.mapWith(assignments.assignedAt)
