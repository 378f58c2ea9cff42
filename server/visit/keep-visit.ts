import { and, eq, sql } from 'drizzle-orm'
import { db } from '../../db/client'
import { articles, visits } from '../../db/schema'
import { isThere } from '../deleted/read-removal'
import type { Member } from '../member/member'
import { longestPause } from './visit'

type Look = {
  member: Member
  articleId: string
  /** The visit that was begun goes on, or ends: however long it is, no other begins. */
  isSameVisit: boolean
}

/**
 * Keeps that a member looks at an article now, and says when they looked before this visit; null the first time. Looks
 * that follow each other closely are one visit, so that a reload forgets nothing. What is not on the desk was never
 * looked at.
 */
export async function keepVisit({ member, articleId, isSameVisit }: Look): Promise<{ before: Date | null }> {
  if (!(await isKnown(member, articleId))) return { before: null }
  const goesOn = sql`(${isSameVisit} or ${visits.at} > excluded.at - ${`${longestPause} minutes`}::interval)`
  const [look] = await db()
    .insert(visits)
    .values({ memberId: member.id, kind: 'article', thingId: articleId, at: sql`clock_timestamp()` })
    .onConflictDoUpdate({
      target: [visits.memberId, visits.kind, visits.thingId],
      set: {
        at: sql`excluded.at`,
        before: sql`case when ${goesOn} then ${visits.before} else ${visits.at} end`,
      },
    })
    .returning({ before: visits.before })
  return { before: look?.before ?? null }
}

async function isKnown({ id, deskId }: Member, articleId: string): Promise<boolean> {
  const [found] = await db()
    .select({ id: articles.id })
    .from(articles)
    .where(and(eq(articles.id, articleId), eq(articles.deskId, deskId), isThere(articles.id, id)))
  return found !== undefined
}
