import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { db } from '../../../db/client'
import type { WatchRhythm } from '../../../db/revision-words'
import { members, pageWatches, people } from '../../../db/schema'
import { type FetchedFile, fetchArticle } from '../../article/fetch/fetch-article'
import type { FetchedPage } from '../../article/fetch-page'
import { notify } from '../../channel/notify'
import { isThere } from '../../deleted/read-removal'
import { settings } from '../../env'
import { type Member, may } from '../../member/member'
import { Refused } from '../../refusal'
import { readNewest } from '../read-newest'
import { type Revised, revise } from '../revise'
import { isDue } from '../revision'

const allowPrivate = (host: string, port: number) => settings().importAllowPrivate.includes(`${host}:${port}`)

/** Looks at an article's page now, and keeps what it says as a revision where that is another text. */
export async function fetchChanges(member: Member, articleId: string): Promise<Revised> {
  const { address } = await readNewest(member, articleId)
  if (!address) throw new Refused({ code: 'article-without-address' })
  try {
    const found = await fetchArticle(address, { allowPrivate })
    const revised = await revise(member, articleId, { ...arrivedAs(found), isPasted: false })
    await keepLook(member, articleId, null)
    return revised
  } catch (error) {
    if (error instanceof Refused) await keepLook(member, articleId, error.refusal.code)
    throw error
  }
}

function arrivedAs(found: FetchedPage | FetchedFile) {
  if ('bytes' in found) return { name: found.name, bytes: found.bytes }
  const kind = found.contentType.startsWith('text/plain') ? ('text' as const) : ('html' as const)
  return { content: found.html, kind }
}

/** Remembers what came of a look, whoever asked for it. */
async function keepLook({ id, deskId }: Member, articleId: string, fault: string | null): Promise<void> {
  const now = new Date()
  const looked = { triedAt: now, fault, ...(fault === null && { readAt: now }) }
  await db()
    .insert(pageWatches)
    .values({ articleId, deskId, rhythm: 'off', memberId: id, ...looked })
    .onConflictDoUpdate({ target: pageWatches.articleId, set: looked })
  await notify(db(), 'rows_changed', { articleId })
}

type Due = { member: Member; articleId: string; rhythm: WatchRhythm; triedAt: Date | null }

/**
 * Looks at the pages that are due, one after the other, in the name of whoever asked for it; how many. One that fails is
 * due again when its time comes, as if it had not. Who has left, or may not see the article any more, looks no more.
 */
export async function fetchDue(now: Date, isStopped = () => false): Promise<number> {
  let looked = 0
  for (const watch of await readOn()) {
    if (isStopped()) break
    if (!isDue(watch, now) || !may(watch.member, 'import articles')) continue
    if (!(await takeTurnAt(watch, now))) continue
    // What was refused is kept with the watch.
    await fetchChanges(watch.member, watch.articleId).catch((error) => refuseOnly(error))
    looked += 1
  }
  return looked
}

function refuseOnly(error: unknown): void {
  if (!(error instanceof Refused)) throw error
}

async function readOn(): Promise<Due[]> {
  const { id, deskId, personId, role } = members
  return db()
    .select({
      member: { id, deskId, personId, name: people.name, role },
      articleId: pageWatches.articleId,
      rhythm: pageWatches.rhythm,
      triedAt: pageWatches.triedAt,
    })
    .from(pageWatches)
    .innerJoin(members, and(eq(members.id, pageWatches.memberId), isNull(members.removedAt)))
    .innerJoin(people, eq(people.id, members.personId))
    .where(and(ne(pageWatches.rhythm, 'off'), isThere(pageWatches.articleId, pageWatches.memberId)))
    .orderBy(sql`${pageWatches.triedAt} nulls first`, pageWatches.articleId)
}

/** Of several processes that look at the same time one fetches a page. */
async function takeTurnAt({ articleId, triedAt }: Due, now: Date): Promise<boolean> {
  const isAsRead = triedAt ? eq(pageWatches.triedAt, triedAt) : isNull(pageWatches.triedAt)
  const taken = await db()
    .update(pageWatches)
    .set({ triedAt: now })
    .where(and(eq(pageWatches.articleId, articleId), isAsRead))
    .returning({ articleId: pageWatches.articleId })
  return taken.length > 0
}
