import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { type Database, db, type Transaction } from '../../db/client'
import { prepared } from '../../db/prepared'
import { claims, closings, looks, members, people, revisions, waivers } from '../../db/schema'
import { isThere, refuseAbsent } from '../deleted/read-removal'
import type { Member } from '../member/member'
import { type Closing, isChangedSince } from './closing'
import { readCoverage } from './read-coverage'

type Reader = Pick<Database | Transaction, 'select' | 'selectDistinctOn'>

/** Who closed an article of the member's desk, when, and what they waived; null while it is open. */
export async function readClosing(member: Member, articleId: string): Promise<Closing | null> {
  await refuseAbsent(member, articleId)
  return closingOf(articleId, db())
}

/** The closing that holds; null while the article is open. */
export async function closingOf(articleId: string, at: Reader): Promise<Closing | null> {
  const [row] = await at
    .select({
      id: closings.id,
      isClosed: closings.isClosed,
      by: { id: members.id, name: people.name },
      at: closings.at,
      revisionId: closings.revisionId,
      sentences: closings.sentences,
    })
    .from(closings)
    .innerJoin(members, eq(members.id, closings.memberId))
    .innerJoin(people, eq(people.id, members.personId))
    .where(eq(closings.articleId, articleId))
    .orderBy(desc(closings.at), desc(closings.id))
    .limit(1)
  if (!row?.isClosed) return null
  const { id, isClosed: _, ...closing } = row
  return { ...closing, waivers: await waiversOf(id, at) }
}

function waiversOf(closingId: string, at: Reader) {
  return at
    .select({ reason: waivers.reason, note: waivers.note, sentences: waivers.sentences })
    .from(waivers)
    .where(eq(waivers.closingId, closingId))
    .orderBy(asc(waivers.reason))
}

/** A closed article, as the list of a desk's articles names it. */
export type ClosedArticle = { articleId: string; by: string; at: Date; isChanged: boolean }

/** Which of these articles of the member's desk are closed, and whether there is more to look at since. */
export async function readClosings({ id, deskId }: Member, articleIds: string[]): Promise<ClosedArticle[]> {
  const rows = await newestClosings().execute({ id, deskId, ids: `{${articleIds.join(',')}}` })
  return Promise.all(
    rows.map(async ({ mayBeChanged, ...row }) => ({
      ...row,
      isChanged: mayBeChanged && (await isChanged(row.articleId)),
    })),
  )
}

const newestClosings = prepared((on) => {
  const isListed = sql`${closings.articleId} = any (${sql.placeholder('ids')}::uuid[])`
  const newest = on
    .selectDistinctOn([closings.articleId])
    .from(closings)
    .where(and(eq(closings.deskId, sql.placeholder('deskId')), isListed))
    .orderBy(closings.articleId, desc(closings.at), desc(closings.id))
    .as('newest')
  return on
    .select({
      articleId: newest.articleId,
      by: people.name,
      at: newest.at,
      // Only where something was done since can a sentence have lost what was signed of it, or its claim.
      mayBeChanged: sql<boolean>`(
        exists (select from ${revisions} r where r.article_id = ${newest.articleId}
          and r.number > (select number from ${revisions} c where c.id = ${newest.revisionId}))
        or exists (select from ${looks} l where l.article_id = ${newest.articleId} and l.at > ${newest.at})
        or exists (select from ${claims} c where c.article_id = ${newest.articleId} and c.sequence > ${newest.sequence}))`,
    })
    .from(newest)
    .innerJoin(members, eq(members.id, newest.memberId))
    .innerJoin(people, eq(people.id, members.personId))
    .where(and(eq(newest.isClosed, true), isThere(newest.articleId, sql.placeholder('id'))))
    .prepare('newest closings of articles')
})

async function isChanged(articleId: string): Promise<boolean> {
  const closing = await closingOf(articleId, db())
  return closing !== null && isChangedSince(closing, await readCoverage(articleId))
}
