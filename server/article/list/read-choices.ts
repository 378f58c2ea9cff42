import { sql } from 'drizzle-orm'
import { db } from '../../../db/client'
import { articles, claims, revisions } from '../../../db/schema'
import { isThere } from '../../deleted/read-removal'
import type { Member } from '../../member/member'

/** What the desk's articles can be narrowed to, what most of them have first. */
export type Choices = { topics: string[]; languages: string[]; publishers: string[] }

/** The most of one kind: a longer list is no choice any more, and each of them stands in the address. */
const most = 200

/** The topics, languages and publishers there are on the member's desk. */
export async function readChoices({ id, deskId }: Member): Promise<Choices> {
  const there = sql`${articles.deskId} = ${deskId} and ${isThere(articles.id, id)}`
  const { rows } = await db().execute<Record<keyof Choices, string[]>>(sql`
    with heads as materialized (
      select distinct on (r.article_id) r.language, r.publisher
      from ${revisions} r join ${articles} on ${articles.id} = r.article_id where ${there}
      order by r.article_id, r.number desc
    ), named as materialized (
      select topic from ${claims} join ${articles} on ${articles.id} = ${claims.articleId},
        unnest(${claims.topics}) topic
      where ${claims.deskId} = ${deskId} and not ${claims.isDeleted} and ${there}
    )
    select ${commonest(sql`topic`, sql`named`)} as topics, ${commonest(sql`language`, sql`heads`)} as languages,
      ${commonest(sql`publisher`, sql`heads`)} as publishers`)
  return rows[0] ?? { topics: [], languages: [], publishers: [] }
}

const commonest = (value: ReturnType<typeof sql>, table: ReturnType<typeof sql>) => sql`array(
  select ${value} from ${table} where ${value} <> '' and length(${value}) <= 200
  group by ${value} order by count(*) desc, ${value} limit ${most})`
