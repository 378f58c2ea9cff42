import { and, eq } from 'drizzle-orm'
import { db } from '../../db/client'
import { visits } from '../../db/schema'
import type { Member } from '../member/member'

/** When a member last looked at each article they ever opened. */
export function readArticleVisits({ id }: Member): Promise<{ articleId: string; at: Date }[]> {
  return db()
    .select({ articleId: visits.thingId, at: visits.at })
    .from(visits)
    .where(and(eq(visits.memberId, id), eq(visits.kind, 'article')))
}
