import { and, asc, eq, sql } from 'drizzle-orm'
import { db } from '../../db/client'
import { claims, members, outsideFeeds, people } from '../../db/schema'
import { isThere } from '../deleted/read-removal'
import type { Member } from '../member/member'
import { isLike, likeness, stemsOf } from './likeness'
import type { OutsideCheck } from './outside-check'

/** A desk's addresses of others' checks in the order they were added, each with what became of the last try. */
export function readFeeds(deskId: string) {
  return db()
    .select({
      id: outsideFeeds.id,
      address: outsideFeeds.address,
      triedAt: outsideFeeds.triedAt,
      fetchedAt: outsideFeeds.fetchedAt,
      fault: outsideFeeds.fault,
      taken: outsideFeeds.taken,
      skipped: outsideFeeds.skipped,
      addedBy: people.name,
      addedAt: outsideFeeds.addedAt,
    })
    .from(outsideFeeds)
    .innerJoin(members, eq(members.id, outsideFeeds.addedBy))
    .innerJoin(people, eq(people.id, members.personId))
    .where(eq(outsideFeeds.deskId, deskId))
    .orderBy(asc(outsideFeeds.addedAt), asc(outsideFeeds.id))
}

/** How many are shown beside a claim, and among how many they are chosen. */
const [shown, lookedAt] = [5, 300]
const mostStems = 12

/** Checks of others about the like of what a claim says, the most alike first; none for a claim that is not there. */
export async function readAlike(member: Member, claimId: string): Promise<OutsideCheck[]> {
  const [claim] = await db()
    .select({ statement: claims.statement, quote: claims.quote })
    .from(claims)
    .where(
      and(
        ...[eq(claims.id, claimId), eq(claims.deskId, member.deskId), eq(claims.isDeleted, false)],
        isThere(claims.articleId, member.id),
      ),
    )
  return claim ? readAbout(member.deskId, claim.statement.trim() || claim.quote) : []
}

async function readAbout(deskId: string, sentence: string): Promise<OutsideCheck[]> {
  const stems = stemsOf(sentence)
  const sought = [...stems].toSorted((one, other) => other.length - one.length).slice(0, mostStems)
  if (sought.length === 0) return []
  // Stems are letters and numbers alone: no sign in them is one of tsquery's own.
  const query = sql`to_tsquery('simple', ${sought.map((stem) => `${stem}:*`).join(' | ')})`
  const words = sql`to_tsvector('simple', search_fold(statement))`
  const { rows } = await db().execute<OutsideCheck>(sql`
    select publisher, statement, rating, address, published_on as "publishedOn", language
    from outside_checks where desk_id = ${deskId} and ${words} @@ ${query}
    order by ts_rank(${words}, ${query}) desc, id desc limit ${lookedAt}`)
  const alike = rows
    .map((check) => ({ check, theirs: stemsOf(check.statement) }))
    .filter(({ theirs }) => isLike(stems, theirs))
    .toSorted((one, other) => likeness(stems, other.theirs) - likeness(stems, one.theirs))
  // Two feeds may have the same check.
  const once = new Map(alike.map(({ check }) => [`${check.address} ${check.statement}`, check]))
  return [...once.values()].slice(0, shown)
}
