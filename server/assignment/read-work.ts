import { and, asc, count, desc, eq, gte, isNull, lt, type SQL, sql } from 'drizzle-orm'
import type { Placeholder } from 'drizzle-orm/sql'
import { db } from '../../db/client'
import { isAmong } from '../../db/ids'
import { articles, assignments, claims, desks, reportSteps, reports, revisions } from '../../db/schema'
import { priorities, type Stage, type Verdict } from '../../db/vocabulary'
import { claimStages } from '../article/list/read-claim-stages'
import { isThere } from '../deleted/read-removal'
import type { Member } from '../member/member'
import type { Assignment } from './assignment'
import { holds, readHolding } from './read-assignments'

/** Work in a list of the desk: an assignment with what it is about. */
export type WorkItem = Assignment & {
  title: string
  publisher: string | null
  /** What the claim says, its quote until it has a statement; null for a whole article. */
  statement: string | null
  verdict: Verdict | null
}
export type DueFilter = 'overdue' | 'today'
/** A page of a list, with how much there is in all. */
export type WorkPage = { items: WorkItem[]; counts: { all: number; overdue: number; today: number } }
type Asked = { offset: number; due: DueFilter | null }

const pageSize = 20

/** What a member has and has not finished: what is due first, then what presses most. */
export function readMyWork(member: Member, asked: Asked): Promise<WorkPage> {
  return readPage(member, eq(assignments.assignedTo, member.id), asked, [
    sql`${assignments.dueAt} asc nulls last`,
    pressing,
    asc(assignments.assignedAt),
  ])
}

/** What came back and nobody has taken since, the newest first. */
export function readPool(member: Member, asked: Asked): Promise<WorkPage> {
  return readPage(member, isNull(assignments.assignedTo), asked, [desc(assignments.assignedAt)])
}

/** SQL that gives the articles in which work is not finished: of this member alone or of anybody, by when it is due. */
export function articlesOfWork(
  { id, deskId }: { id: string | Placeholder; deskId: string | Placeholder },
  { isMine, due }: { isMine: boolean; due: DueFilter | undefined },
): SQL {
  const whose = and(
    eq(assignments.deskId, deskId),
    isMine ? eq(assignments.assignedTo, id) : undefined,
    due && duesOf(deskId)[due],
  )
  if (!whose) throw new Error('work of no desk')
  return sql`
    with work as materialized (
      select ${assignments.articleId} as article_id, ${assignments.claimId} as claim_id from ${assignments}
      where ${and(whose, holds)}
    ), unfinished as materialized (
      select s.claim_id, s.article_id from (${claimStages(
        ({ articleId }) => sql`${articleId} in (select w.article_id from work w)`,
      )}) s where s.stage <> all (${finishedStages}::text[])
    )
    select w.article_id from work w join unfinished u on u.claim_id = w.claim_id
    union select w.article_id from work w where w.claim_id in (${reported})
    union select w.article_id from work w where w.claim_id is null and (
      w.article_id in (select u.article_id from unfinished u)
      or not exists (select from claims c where c.article_id = w.article_id and not c.is_deleted))`
}

async function readPage(member: Member, whose: SQL, { offset, due }: Asked, order: SQL[]): Promise<WorkPage> {
  const mine = and(
    whose,
    eq(assignments.deskId, member.deskId),
    holds,
    isThere(assignments.articleId, member.id),
  )
  const empty = { items: [], counts: { all: 0, overdue: 0, today: 0 } }
  // Most have nothing most of the time, and whether anything is unfinished is the longer question.
  const [any] = await db().select({ id: assignments.id }).from(assignments).where(mine).limit(1)
  if (!any) return empty
  const all = and(mine, isUnfinished(whose))
  const dues = duesOf(member.deskId)
  const [counted, rows] = await Promise.all([
    db()
      .select({ all: count(), overdue: countIf(dues.overdue), today: countIf(dues.today) })
      .from(assignments)
      .where(all),
    db()
      .select({ id: assignments.id, ...about })
      .from(assignments)
      .innerJoin(articles, eq(articles.id, assignments.articleId))
      .leftJoin(claims, eq(claims.id, assignments.claimId))
      .where(and(all, due ? dues[due] : undefined))
      .orderBy(...order, asc(assignments.id))
      .limit(pageSize)
      .offset(offset),
  ])
  const ids = rows.map(({ id }) => id)
  const held = new Map((await readHolding(isAmong(assignments.id, ids))).map((one) => [one.id, one]))
  const items = rows.flatMap(({ id, ...what }) => {
    const assignment = held.get(id)
    return assignment ? [{ ...assignment, ...what }] : []
  })
  return { items, counts: counted[0] ?? empty.counts }
}

const countIf = (condition: SQL | undefined) =>
  sql<number>`count(*) filter (where ${condition})`.mapWith(Number)

const newestRevision = (column: SQL) =>
  sql`(select ${column} from ${revisions} where ${revisions.articleId} = ${assignments.articleId}
    order by ${revisions.number} desc limit 1)`
const about = {
  title: sql<string>`coalesce(${newestRevision(sql`${revisions.title}`)}, '')`,
  publisher: sql<string | null>`${newestRevision(sql`${revisions.publisher}`)}`,
  statement: sql<string | null>`coalesce(nullif(trim(${claims.statement}), ''), ${claims.quote})`,
  verdict: claims.verdict,
}

const pressing = sql`array_position(${`{${priorities.join(',')}}`}::text[], ${assignments.priority}) desc`

const duesOf = (deskId: string | Placeholder) => ({ overdue: isOverdue, today: isDueToday(deskId) })
const isOverdue = lt(assignments.dueAt, sql`now()`)
const isDueToday = (deskId: string | Placeholder) =>
  and(
    gte(assignments.dueAt, sql`now()`),
    lt(
      assignments.dueAt,
      sql`(select (date_trunc('day', now() at time zone time_zone) + interval '1 day') at time zone time_zone
        from ${desks} where id = ${deskId})`,
    ),
  )

// What waits for an editor, or is published as it stands, is worked on by nobody.
const finished = ['in-review', 'published', 'retracted'] satisfies Stage[]
const finishedStages = `{${finished.join(',')}}`

/** SQL: the claims of which somebody looks at what a reader reported, whatever their stage. */
const reported = sql`
  select ${reports.claimId} from ${reports} join ${reportSteps} on ${reportSteps.reportId} = ${reports.id}
  where ${reports.claimId} is not null and ${reportSteps.kind} = 'taken-up'
    and not exists (select from ${reportSteps} newer where newer.replaces = ${reportSteps.id})`

/** SQL: the claims that somebody may still have to work on, in the articles of which somebody's work is a part. */
const unfinishedIn = (whose: SQL) => sql`
  select s.claim_id, s.article_id from (${claimStages(
    ({ articleId }) =>
      sql`${articleId} in (select ${assignments.articleId} from ${assignments} where ${whose})`,
  )}) s where s.stage <> all (${finishedStages}::text[])`

/** SQL that says whether somebody may still have to work on what is assigned; `whose` narrows what is looked at. */
export const isUnfinished = (whose: SQL) => sql`case
  when ${assignments.claimId} is not null
    then ${assignments.claimId} in (select u.claim_id from (${unfinishedIn(whose)}) u)
      or ${assignments.claimId} in (${reported})
  else ${assignments.articleId} in (select u.article_id from (${unfinishedIn(whose)}) u)
    or not exists (select from claims c where c.article_id = ${assignments.articleId} and not c.is_deleted)
  end`
