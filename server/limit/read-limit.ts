import { desc, eq } from 'drizzle-orm'
import { db } from '../../db/client'
import { articleLimits, articles, members, people } from '../../db/schema'
import { refuseAbsent } from '../deleted/read-removal'
import type { Member } from '../member/member'
import type { Limit } from './limit'

/** Whom an article is limited to; refuses whoever may not know of it as if it were not there. */
export async function readLimit(member: Member, articleId: string): Promise<Limit> {
  await refuseAbsent(member, articleId)
  const [limit] = await db()
    .select({ members: articleLimits.members })
    .from(articleLimits)
    .where(eq(articleLimits.articleId, articleId))
  return limit ?? null
}

/** That there are limited articles on a desk, by whom and since when: not what they are called. For its admins. */
export async function readLimits({ id, deskId }: Member) {
  const rows = await db()
    .select({
      articleId: articleLimits.articleId,
      members: articleLimits.members,
      by: people.name,
      at: articleLimits.limitedAt,
    })
    .from(articleLimits)
    .innerJoin(articles, eq(articles.id, articleLimits.articleId))
    .innerJoin(members, eq(members.id, articleLimits.limitedBy))
    .innerJoin(people, eq(people.id, members.personId))
    .where(eq(articles.deskId, deskId))
    .orderBy(desc(articleLimits.limitedAt))
  return rows.map(({ members: named, ...limit }) => ({
    ...{ ...limit, count: named.length, isNamed: named.includes(id) },
  }))
}
