import { and, eq, sql } from 'drizzle-orm'
import { db } from '../../db/client'
import { articles, claims, visits } from '../../db/schema'
import type { Visited } from '../../db/vocabulary'
import { isThere } from '../deleted/read-removal'
import type { Member } from '../member/member'
import { longestVisit } from './visit'

type Look = { member: Member; kind: Visited; thingId: string }

/**
 * Keeps that a member visits at a claim or an article now, and says when they looked before this visit; null the first
 * time. Looks that follow each other closely are one visit, so that a reload forgets nothing. What is not on the desk, or
 * not in its tables yet, was never looked at.
 */
export async function keepVisit({ member, kind, thingId }: Look): Promise<{ before: Date | null }> {
  if (!(await isKnown(member, kind, thingId))) return { before: null }
  const isSameVisit = sql`${visits.at} > excluded.at - ${`${longestVisit} minutes`}::interval`
  const [look] = await db()
    .insert(visits)
    .values({ memberId: member.id, kind, thingId, at: sql`clock_timestamp()` })
    .onConflictDoUpdate({
      target: [visits.memberId, visits.kind, visits.thingId],
      set: {
        at: sql`excluded.at`,
        before: sql`case when ${isSameVisit} then ${visits.before} else ${visits.at} end`,
      },
    })
    .returning({ before: visits.before })
  return { before: look?.before ?? null }
}

async function isKnown({ id, deskId }: Member, kind: Visited, thingId: string): Promise<boolean> {
  const [found] =
    kind === 'claim'
      ? await db()
          .select({ id: claims.id })
          .from(claims)
          .where(and(eq(claims.id, thingId), eq(claims.deskId, deskId), isThere(claims.articleId, id)))
      : await db()
          .select({ id: articles.id })
          .from(articles)
          .where(and(eq(articles.id, thingId), eq(articles.deskId, deskId), isThere(articles.id, id)))
  return found !== undefined
}
