import { and, asc, eq, isNull, lt, not, or, type SQL, sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { db } from '../../../db/client'
import { articleLimits, desks, snapshotStamps, snapshots, sources } from '../../../db/schema'
import type { StampKind } from '../../../db/vocabulary/evidence'
import { notify } from '../../channel/notify'
import { isDeleted } from '../../deleted/read-removal'
import { Refused } from '../../refusal'
import { askTimestamp } from './ask-timestamp'
import { askForCopy, askToSave, type Wayback } from './ask-wayback'
import { isDueToAsk, longestJob, mostTries } from './stamp'
import { tellReaders } from './tell-readers'

/** Who is asked: an authority for timestamps, and an archive; null where nobody is. */
export type Witnesses = { timestampUrl: string | null; wayback: Wayback | null }

/** Snapshots asked about in one round at most, of each kind: others wait for the next. */
const mostInRound = 10

/**
 * Asks those outside to vouch for snapshots that they have not vouched for: an authority for the time of each hash, an
 * archive for a copy of each page that anybody may read. How many were asked about.
 */
export async function askStamps({ timestampUrl, wayback }: Witnesses, now: Date): Promise<number> {
  const timestamps = timestampUrl
    ? await askAbout('timestamp', now, sql`true`, async ({ sha256 }) => {
        const answer = await askTimestamp(timestampUrl, sha256)
        return 'fault' in answer ? { fault: answer.fault } : { token: answer.token, givenAt: answer.at }
      })
    : 0
  const copies = wayback
    ? await askAbout('wayback', now, isForAnybody(now), (due) => copyOf(wayback, due, now))
    : 0
  return timestamps + copies
}

type Due = Awaited<ReturnType<typeof readDue>>[number]
type Answer = Partial<
  Pick<typeof snapshotStamps.$inferInsert, 'token' | 'address' | 'givenAt' | 'fault' | 'job' | 'jobAt'>
>

/** A page that was fetched lately, of a source that is not confidential, in an article that all of the desk may read. */
const isForAnybody = (now: Date): SQL => sql`${snapshots.kind} = 'fetched'
  and ${snapshots.takenAt} > ${new Date(now.getTime() - 2 * 86_400_000).toISOString()}::timestamptz
  and ${sources.isConfidential} is not true
  and not exists (select from ${articleLimits} where ${articleLimits.articleId} = ${snapshots.articleId})`

async function askAbout(
  kind: StampKind,
  now: Date,
  which: SQL,
  ask: (due: Due) => Promise<Answer>,
): Promise<number> {
  const due = (await readDue(kind, which))
    .filter((one) => one.job !== null || isDueToAsk({ tries: one.tries ?? 0, triedAt: one.triedAt }, now))
    .slice(0, mostInRound)
  let asked = 0
  for (const one of due) {
    const stampId = await takeTurn(kind, one, now)
    if (!stampId) continue
    asked += 1
    await keepAnswer(stampId, one, await ask(one).catch(faultOf))
  }
  return asked
}

function readDue(kind: StampKind, which: SQL) {
  const ofKind = and(eq(snapshotStamps.snapshotId, snapshots.id), eq(snapshotStamps.kind, kind))
  const isOpen = or(lt(snapshotStamps.tries, mostTries), sql`${snapshotStamps.job} is not null`)
  return db()
    .select({
      ...{ snapshotId: snapshots.id, deskId: snapshots.deskId, articleId: snapshots.articleId },
      ...{ sha256: snapshots.sha256, address: snapshots.finalAddress },
      ...{ stampId: snapshotStamps.id, tries: snapshotStamps.tries, triedAt: snapshotStamps.triedAt },
      ...{ job: snapshotStamps.job, jobAt: snapshotStamps.jobAt },
    })
    .from(snapshots)
    .innerJoin(desks, eq(desks.id, snapshots.deskId))
    .leftJoin(snapshotStamps, ofKind)
    .leftJoin(sources, eq(sources.id, snapshots.sourceId))
    .where(
      and(
        ...[eq(desks.isDemo, false), not(isDeleted(snapshots.articleId)), which],
        or(isNull(snapshotStamps.id), and(isNull(snapshotStamps.givenAt), isOpen)),
      ),
    )
    .orderBy(sql`${snapshotStamps.triedAt} nulls first`, asc(snapshots.takenAt))
    .limit(200)
}

/** Of several processes that look at the same time one asks. A job that is only asked after is no new try. */
async function takeTurn(kind: StampKind, due: Due, now: Date): Promise<string | null> {
  const { snapshotId, deskId, stampId, tries, triedAt } = due
  const asked = { triedAt: now, tries: (tries ?? 0) + (due.job === null ? 1 : 0) }
  if (stampId === null) {
    const [begun] = await db()
      .insert(snapshotStamps)
      .values({ id: newId(), snapshotId, deskId, kind, ...asked })
      .onConflictDoNothing()
      .returning({ id: snapshotStamps.id })
    return begun?.id ?? null
  }
  const isAsRead = triedAt ? eq(snapshotStamps.triedAt, triedAt) : sql`false`
  const [taken] = await db()
    .update(snapshotStamps)
    .set(asked)
    .where(and(eq(snapshotStamps.id, stampId), isAsRead))
    .returning({ id: snapshotStamps.id })
  return taken?.id ?? null
}

async function keepAnswer(stampId: string, { articleId, sha256 }: Due, answer: Answer): Promise<void> {
  await db().transaction(async (tx) => {
    await tx
      .update(snapshotStamps)
      .set({ fault: null, job: null, ...answer })
      .where(eq(snapshotStamps.id, stampId))
    if (answer.givenAt) await notify(tx, 'rows_changed', { articleId })
    if (answer.address) await tellReaders(tx, { articleId, sha256 })
  })
}

async function copyOf(wayback: Wayback, { address, job, jobAt }: Due, now: Date): Promise<Answer> {
  if (job === null || jobAt === null) {
    const begun = await askToSave(wayback, address ?? '')
    return begun ? { job: begun, jobAt: now } : { fault: 'stamp-refused' }
  }
  const copy = await askForCopy(wayback, job)
  if (copy === 'failed') return { fault: 'stamp-refused' }
  if (copy !== 'pending') return { address: copy.copyAt, givenAt: copy.at }
  return now.getTime() - jobAt.getTime() > longestJob ? { fault: 'stamp-refused' } : { job }
}

function faultOf(error: unknown): Answer {
  if (error instanceof Refused) return { fault: error.refusal.code }
  throw error
}
