import { and, desc, eq, inArray, not, sql } from 'drizzle-orm'
import { db } from '../../../db/client'
import { articles, claims, desks, sourceLooks, sources } from '../../../db/schema'
import { isDeleted } from '../../deleted/read-removal'
import { lookAt } from '../snapshot/archive-source'
import type { OpenSource } from '../snapshot/read-source'
import { isDueToLook, type Look, onePerHost } from './link-state'

/** Addresses looked at in one round at most: others wait for the next. */
const mostInRound = 20

/** What stood where when the last round looked: an address that is still being typed is not gone to. */
export type Seen = Map<string, string>

/**
 * Looks at the links of all claims that are due: one that was never archived, or not for a week; of each host one, one after
 * the other. Only what already stood there in the round before. The demo's addresses lead nowhere and are left alone.
 */
export async function watchLinks(seen: Seen, now: Date, isStopped = () => false): Promise<number> {
  const linked = await readLinked()
  const settled = linked.filter(({ id, address }) => seen.get(id) === address)
  seen.clear()
  for (const { id, address } of linked) seen.set(id, address)
  const due = onePerHost(await dueAmong(settled, now)).slice(0, mostInRound)
  let looked = 0
  for (const source of due) {
    if (isStopped()) break
    if (await lookAt(source, null)) looked += 1
  }
  return looked
}

/** The sources with a web address, of claims and articles that are not deleted, on desks that are no demo. */
function readLinked(): Promise<OpenSource[]> {
  return db()
    .select({
      ...{ id: sources.id, claimId: claims.id, articleId: claims.articleId, deskId: claims.deskId },
      ...{ address: sql<string>`trim(${sources.address})`, quote: sources.quote },
    })
    .from(sources)
    .innerJoin(claims, eq(claims.id, sources.claimId))
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .innerJoin(desks, eq(desks.id, claims.deskId))
    .where(
      and(
        ...[eq(claims.isDeleted, false), eq(desks.isDemo, false), not(isDeleted(articles.id))],
        sql`trim(${sources.address}) ~* '^https?://[^[:space:]]+$'`,
      ),
    )
    .orderBy(sources.id)
}

async function dueAmong(linked: OpenSource[], now: Date): Promise<OpenSource[]> {
  if (linked.length === 0) return []
  const ids = linked.map(({ id }) => id)
  const looks = new Map<string, Look[]>()
  for (let from = 0; from < ids.length; from += 1000) {
    const rows = await db()
      .select({
        ...{ sourceId: sourceLooks.sourceId, address: sourceLooks.address },
        ...{ begunAt: sourceLooks.begunAt, fault: sourceLooks.fault },
      })
      .from(sourceLooks)
      .where(inArray(sourceLooks.sourceId, ids.slice(from, from + 1000)))
      .orderBy(desc(sourceLooks.begunAt))
    for (const { sourceId, ...look } of rows) looks.set(sourceId, [...(looks.get(sourceId) ?? []), look])
  }
  return linked.filter(({ id, address }) => isDueToLook(address, looks.get(id) ?? [], now))
}
