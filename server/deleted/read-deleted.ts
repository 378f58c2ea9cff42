import { type SQL, sql } from 'drizzle-orm'
import { db } from '../../db/client'
import type { Member } from '../member/member'
import { readLines } from '../thread/mention/read-lines'
import type { DeletedThing } from './deleted'
import { isDeleted, isOpenTo } from './read-removal'

/** Some of a desk's deleted things, the newest first, and from where to read on; null at the end. */
export type DeletedPage = { things: DeletedThing[]; next: Cursor | null }
export type Cursor = { at: Date; id: string }

const onPage = 50

/** What was deleted on the member's desk: articles, claims, sources and threads in one list, from after a cursor on. */
export async function readDeleted(member: Member, after: Cursor | null): Promise<DeletedPage> {
  const further = after
    ? sql`and (t.at, t.id) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`
    : sql``
  const { rows } = await db().execute<Row>(sql`
    select t.kind, t.id, t.name, t.article_id as "articleId", title.title as "articleTitle",
      t.claim_id as "claimId", t.by as "byId", p.name as "byName", t.at as "at", t.is_merged as "isMerged",
      ${isDeleted(sql`t.article_id`)} as "isArticleDeleted", t.is_claim_deleted as "isClaimDeleted"
    from (${things(member.deskId)}) t
      join members m on m.id = t.by join people p on p.id = m.person_id
      cross join lateral (
        select r.title from revisions r where r.article_id = t.article_id order by r.number desc limit 1) title
    where ${isOpenTo(sql`t.article_id`, member.id)} ${further} order by t.at desc, t.id desc limit ${onPage + 1}`)
  const shown = rows.slice(0, onPage)
  const lines = await readLines(
    member.deskId,
    shown.map(({ kind, name }) => (kind === 'thread' ? name : '')),
  )
  const page = shown.map((row, n) => asThing(row, lines[n] ?? ''))
  const last = page.at(-1)
  return { things: page, next: last && rows.length > onPage ? { at: last.at, id: last.id } : null }
}

type Row = Omit<DeletedThing, 'at' | 'by'> & {
  byId: string
  byName: string
  at: string | Date
}

function asThing({ byId, byName, at, ...rest }: Row, line: string): DeletedThing {
  const names: Record<DeletedThing['kind'], string> = {
    ...{ article: rest.articleTitle, claim: rest.name, source: rest.name },
    thread: line,
  }
  return { ...rest, name: names[rest.kind], by: { id: byId, name: byName }, at: new Date(at) }
}

/** SQL that gives the things one kind after the other; times in ms, so that a cursor is exact. */
function things(deskId: string): SQL {
  return sql`
    select 'article' as kind, a.id, '' as name, a.id as article_id, null::uuid as claim_id, r.removed_by as by,
      date_trunc('milliseconds', r.removed_at) as at, false as is_merged, false as is_claim_deleted
    from article_removals r join articles a on a.id = r.article_id
    where a.desk_id = ${deskId} and r.restored_at is null
    union all
    select 'claim', c.id, coalesce(nullif(trim(c.statement), ''), c.quote), c.article_id, c.id, c.deleted_by,
      date_trunc('milliseconds', c.deleted_at), c.merged_into is not null, true
    from claims c where c.desk_id = ${deskId} and c.deleted_at is not null
    union all
    select 'source', s.id, s.name, c.article_id, c.id, s.deleted_by,
      date_trunc('milliseconds', s.deleted_at), false, c.is_deleted
    from deleted_sources s join claims c on c.id = s.claim_id where c.desk_id = ${deskId}
    union all
    select 'thread', h.id, first.text, h.article_id, c.id, h.removed_by,
      date_trunc('milliseconds', h.removed_at), false, coalesce(c.is_deleted, false)
    from threads h left join claims c on c.id = h.claim_id cross join lateral (
      select v.text from comments o join comment_versions v on v.comment_id = o.id where o.thread_id = h.id
      order by o.said_at, o.id, v.number desc limit 1) first
    where h.desk_id = ${deskId} and h.removed_at is not null`
}
