import { and, eq, isNull } from 'drizzle-orm'
import { db } from '../../db/client'
import { outsideFeeds } from '../../db/schema'
import { fetchData } from '../article/fetch-page'
import { settings } from '../env'
import type { Member } from '../member/member'
import { Refused } from '../refusal'
import { isDue } from './feed'
import { checksIn, takeChecks } from './take-checks'

type Feed = typeof outsideFeeds.$inferSelect

const limits = { maxBytes: 50_000_000, timeout: 60_000 }
const allowPrivate = (host: string, port: number) => settings().importAllowPrivate.includes(`${host}:${port}`)

/** A document of others, as pages are fetched: from public addresses alone, at most so large, in a minute. */
export const fetchDocument = (address: string, known = { etag: null, lastModified: null } as Known) =>
  fetchData(address, known, { ...limits, allowPrivate })
type Known = Parameters<typeof fetchData>[1]

/** Fetches a feed of the member's desk at once. */
export async function fetchFeed({ member, feedId }: { member: Member; feedId: string }): Promise<void> {
  const [feed] = await db()
    .select()
    .from(outsideFeeds)
    .where(and(eq(outsideFeeds.id, feedId), eq(outsideFeeds.deskId, member.deskId)))
  if (!feed) throw new Refused({ code: 'feed-unknown' })
  await fetchOne(feed)
}

/** Fetches the feeds that were not fetched since last night, one after the other; how many. */
export async function fetchDue(now: Date, isStopped = () => false): Promise<number> {
  const feeds = await db().select().from(outsideFeeds).orderBy(outsideFeeds.id)
  let fetched = 0
  for (const feed of feeds.filter(({ triedAt }) => isDue(triedAt, now))) {
    if (isStopped()) break
    if (!(await takeTurnAt(feed, now))) continue
    await fetchOne(feed)
    fetched += 1
  }
  return fetched
}

/** Of several processes that look at the same time one fetches a feed. */
async function takeTurnAt({ id, triedAt }: Feed, now: Date): Promise<boolean> {
  const isAsRead = triedAt ? eq(outsideFeeds.triedAt, triedAt) : isNull(outsideFeeds.triedAt)
  const taken = await db()
    .update(outsideFeeds)
    .set({ triedAt: now })
    .where(and(eq(outsideFeeds.id, id), isAsRead))
    .returning({ id: outsideFeeds.id })
  return taken.length > 0
}

/** Fetches a feed and keeps what it has; where that fails, why, and what was known of it stays. */
async function fetchOne(feed: Feed): Promise<void> {
  const isIt = eq(outsideFeeds.id, feed.id)
  try {
    const file = await fetchDocument(feed.address, feed)
    const now = new Date()
    if (!file) {
      await db().update(outsideFeeds).set({ triedAt: now, fetchedAt: now, fault: null }).where(isIt)
      return
    }
    const found = checksIn(file.text)
    if (!found || (found.checks.length === 0 && Object.keys(found.skipped).length === 0))
      throw new Refused({ code: 'feed-empty' })
    const { checks, skipped } = found
    const { etag, lastModified } = file
    await db().transaction(async (tx) => {
      // It may have been removed meanwhile.
      const [kept] = await tx
        .update(outsideFeeds)
        .set({ etag, lastModified, triedAt: now, fetchedAt: now, fault: null, taken: checks.length, skipped })
        .where(isIt)
        .returning({ deskId: outsideFeeds.deskId })
      if (kept) await takeChecks(tx, { deskId: kept.deskId, feedId: feed.id, checks })
    })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    await db().update(outsideFeeds).set({ triedAt: new Date(), fault: error.refusal.code }).where(isIt)
  }
}
