import { and, desc, eq, inArray, not, type SQL, sql } from 'drizzle-orm'
import { db } from '../../../db/client'
import {
  articles,
  claims,
  desks,
  newestVersions,
  publications,
  sourceLooks,
  sources,
} from '../../../db/schema'
import { isDeleted } from '../../deleted/read-removal'
import { lookAt } from '../snapshot/archive-source'
import type { OpenSource } from '../snapshot/read-source'
import { isDueToLook, type Look, onePerHost, shortestWait, week } from './link-state'

/** Addresses looked at in one round at most: others wait for the next. */
const mostInRound = 20

/** Links that are looked through in one round at most, those never looked at and those of the longest ago first. */
const mostLookedThrough = 1000

/** What stood where when the last round looked: an address that is still being typed is not gone to. */
export type Seen = Map<string, string>

/**
 * Looks at the links of all claims that are due: one that was never archived, or not for a week; of each host one, one after
 * the other. Only what already stood there in the round before. The demo's addresses lead nowhere and are left alone.
 */
export async function watchLinks(seen: Seen, now: Date, isStopped = () => false): Promise<number> {
  const linked = await readLinked(now)
  const settled = linked.filter(({ id, address, wasSeen }) => wasSeen || seen.get(id) === address)
  seen.clear()
  for (const { id, address } of linked) seen.set(id, address)
  return lookAtDue(settled, now, isStopped)
}

/**
 * Looks at the links that readers have of a claim's newest version and its room has no more: they were removed there, or
 * another address was put in their place.
 */
export async function watchPublishedLinks(now: Date, isStopped = () => false): Promise<number> {
  return lookAtDue(await readPublishedOnly(now), now, isStopped)
}

async function lookAtDue(linked: OpenSource[], now: Date, isStopped: () => boolean): Promise<number> {
  const due = onePerHost(await dueAmong(linked, now)).slice(0, mostInRound)
  let looked = 0
  for (const source of due) {
    if (isStopped()) break
    if (await lookAt(source, null)) looked += 1
  }
  return looked
}

/**
 * The sources with a web address that may be due, of claims and articles that are not deleted, on desks that are no demo:
 * not those that brought something within the week, or were tried within the hour.
 */
function readLinked(now: Date): Promise<(OpenSource & { wasSeen: boolean })[]> {
  const address = sql<string>`trim(${sources.address})`
  const { isTooSoon, lastLook } = looksAt(sql`${sources.id}`, address, now)
  return (
    db()
      .select({
        ...{ id: sources.id, claimId: claims.id, articleId: claims.articleId, deskId: claims.deskId },
        ...{ address, quote: sources.quote, wasSeen: sql<boolean>`${lastLook} is not null` },
      })
      .from(sources)
      .innerJoin(claims, eq(claims.id, sources.claimId))
      .innerJoin(articles, eq(articles.id, claims.articleId))
      .innerJoin(desks, eq(desks.id, claims.deskId))
      .where(
        and(
          ...[eq(claims.isDeleted, false), eq(desks.isDemo, false), not(isDeleted(articles.id))],
          sql`${address} ~* '^https?://[^[:space:]]+$'`,
          not(isTooSoon),
        ),
      )
      // By a hash, so that a claim with a hundred links to one host does not fill a round.
      .orderBy(sql`${lastLook} asc nulls first, md5(${sources.id}::text)`)
      .limit(mostLookedThrough)
  )
}

/** What SQL asks of the looks at one source where its address leads: whether one was made too lately, and the last. */
function looksAt(id: SQL, address: SQL, now: Date) {
  const [good, tried] = [new Date(now.getTime() - week), new Date(now.getTime() - shortestWait)]
  const ofIt = sql`${sourceLooks} look where look.source_id = ${id} and look.address = ${address}`
  return {
    isTooSoon: sql<boolean>`exists (select from ${ofIt} and (look.begun_at > ${tried.toISOString()}
      or look.fault is null and look.begun_at > ${good.toISOString()}))`,
    lastLook: sql`(select max(look.begun_at) from ${ofIt})`,
  }
}

async function dueAmong(linked: OpenSource[], now: Date): Promise<OpenSource[]> {
  if (linked.length === 0) return []
  const looks = new Map<string, Look[]>()
  const rows = await db()
    .select({
      ...{ sourceId: sourceLooks.sourceId, address: sourceLooks.address },
      ...{ begunAt: sourceLooks.begunAt, fault: sourceLooks.fault },
    })
    .from(sourceLooks)
    .where(
      inArray(
        sourceLooks.sourceId,
        linked.map(({ id }) => id),
      ),
    )
    .orderBy(desc(sourceLooks.begunAt))
  for (const { sourceId, ...look } of rows) looks.set(sourceId, [...(looks.get(sourceId) ?? []), look])
  return linked.filter(({ id, address }) => isDueToLook(address, looks.get(id) ?? [], now))
}

async function readPublishedOnly(now: Date): Promise<OpenSource[]> {
  const { isTooSoon, lastLook } = looksAt(sql`link.id`, sql`link.address`, now)
  const { rows } = await db().execute<OpenSource>(sql`
    select link.*
    from ${newestVersions} newest
    join ${publications} version on version.id = newest.publication_id
    join ${desks} desk on desk.id = version.desk_id and not desk.is_demo
    cross join lateral (
      select (source ->> 'id')::uuid as id, trim(source ->> 'address') as address, source ->> 'quote' as quote,
        version.claim_id as "claimId", version.article_id as "articleId", version.desk_id as "deskId"
      from jsonb_array_elements(version.content -> 'claim' -> 'sources') source
    ) link
    where not newest.is_retracted and not ${isDeleted(sql`version.article_id`)}
      and link.address ~* '^https?://[^[:space:]]+$'
      and not exists (select from ${sources} now where now.id = link.id and trim(now.address) = link.address)
      and not ${isTooSoon}
    order by ${lastLook} asc nulls first, md5(link.id::text)
    limit ${mostLookedThrough}`)
  return rows
}
