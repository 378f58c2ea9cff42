import { and, eq, type SQL, sql } from 'drizzle-orm'
import { db } from '../../../db/client'
import { desks, members, people } from '../../../db/schema'
import { isThere } from '../../deleted/read-removal'
import { Refused } from '../../refusal'
import type { Member } from '../member'
import type { Activity, ActivityPage, Colleague, Cursor } from './activity'

const onPage = 50

/** What somebody on the reader's desk did there, from after a cursor on; refuses who was never on it as unknown. */
export async function readActivity(
  reader: Member,
  memberId: string,
  after: Cursor | null,
): Promise<ActivityPage> {
  const { timeZone, ...member } = await readColleague(reader.deskId, memberId)
  const further = after
    ? sql`and (t.at, t.id) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`
    : sql``
  const { rows } = await db().execute<Omit<Activity, 'at'> & { at: string | Date }>(sql`
    select t.kind, t.id, t.at, t.article_id as "articleId", title.title as "articleTitle", t.claim_id as "claimId",
      coalesce(nullif(trim(c.statement), ''), c.quote) as claim, t.claims
    from (${acts(memberId, timeZone)}) t
      cross join lateral (
        select r.title from revisions r where r.article_id = t.article_id order by r.number desc limit 1) title
      left join claims c on c.id = t.claim_id
    where ${isThere(sql`t.article_id`, reader.id)} ${further} order by t.at desc, t.id desc limit ${onPage + 1}`)
  const done = rows.slice(0, onPage).map((row): Activity => ({ ...row, at: new Date(row.at) }))
  const last = done.at(-1)
  return { member, done, next: last && rows.length > onPage ? { at: last.at, id: last.id } : null }
}

async function readColleague(deskId: string, memberId: string): Promise<Colleague & { timeZone: string }> {
  const { id, role, shownAs, pseudonym, joinedAt, removedAt } = members
  const [colleague] = await db()
    .select({
      ...{ id, role, shownAs, pseudonym, joinedAt, removedAt },
      ...{ name: people.name, timeZone: desks.timeZone },
    })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .innerJoin(desks, eq(desks.id, members.deskId))
    .where(and(eq(members.id, memberId), eq(members.deskId, deskId)))
  if (!colleague) throw new Refused({ code: 'member-unknown' })
  return colleague
}

/** SQL that gives a member's acts one kind after the other; times in ms, so that a cursor is exact. */
function acts(memberId: string, timeZone: string): SQL {
  return sql`
    select 'edited' as kind, r.article_id as id, date_trunc('milliseconds', max(u.at)) as at, r.article_id,
      null::uuid as claim_id, count(distinct touched.id)::int as claims
    from room_updates u join rooms r on r.document = u.document
      left join lateral unnest(u.claims) touched(id) on true
    where u.member_id = ${memberId} and not u.by_rule group by r.article_id, (u.at at time zone ${timeZone})::date
    union all
    select 'imported', a.id, date_trunc('milliseconds', a.imported_at), a.id, null, 0
    from articles a where a.imported_by = ${memberId}
    union all
    select 'commented', o.id, date_trunc('milliseconds', o.said_at), h.article_id, h.claim_id, 1
    from comments o join threads h on h.id = o.thread_id where o.member_id = ${memberId} and h.removed_at is null
    union all
    select case when s.is_resolved then 'resolved' else 'reopened' end, s.id, date_trunc('milliseconds', s.at),
      h.article_id, h.claim_id, 1
    from resolutions s join threads h on h.id = s.thread_id
    where s.member_id = ${memberId} and h.removed_at is null
    union all
    select 'suggested', s.id, date_trunc('milliseconds', s.suggested_at), s.article_id, s.claim_id, 1
    from suggestions s where s.suggested_by = ${memberId}
    union all
    select 'submitted', s.id, date_trunc('milliseconds', s.submitted_at), s.article_id, s.claim_id, 1
    from submissions s where s.submitted_by = ${memberId}
    union all
    select v.decision, v.id, date_trunc('milliseconds', v.decided_at), s.article_id, s.claim_id, 1
    from reviews v join submissions s on s.id = v.submission_id where v.editor_id = ${memberId}`
}
