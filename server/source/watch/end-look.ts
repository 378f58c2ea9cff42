import { and, desc, eq, gt, isNotNull, isNull, not, sql } from 'drizzle-orm'
import { db, type Transaction } from '../../../db/client'
import { sourceLooks } from '../../../db/schema'
import type { LinkState } from '../../../db/vocabulary/evidence'
import { notify } from '../../channel/notify'
import type { RefusalCode } from '../../refusal'
import type { OpenSource } from '../snapshot/read-source'
import { doubtful, silentSince, stateOfFault, week } from './link-state'
import { tellOfDoubt } from './tell-of-doubt'

/** By which looks are told apart: readers may have another address of a source than the room. */
type Looked = { sourceId: string; address: string }

const endedOf = ({ sourceId, address }: Looked) =>
  and(eq(sourceLooks.sourceId, sourceId), eq(sourceLooks.address, address), isNotNull(sourceLooks.endedAt))

/** What a look that brought nothing says: a page that nobody was given for weeks is gone, while others answered. */
export async function readStateFor({ sourceId, address }: Looked, fault: RefusalCode): Promise<LinkState> {
  const state = stateOfFault(fault)
  if (state !== 'silent') return state
  const now = new Date()
  const looks = await db()
    .select({ address: sourceLooks.address, begunAt: sourceLooks.begunAt, fault: sourceLooks.fault })
    .from(sourceLooks)
    .where(endedOf({ sourceId, address }))
    .orderBy(desc(sourceLooks.begunAt))
    .limit(100)
  const since = silentSince(looks, now)
  if (!since) return state
  // Where nothing else was reached either, it may be our own line that is silent.
  const lately = new Date(now.getTime() - week)
  const [other] = await db()
    .select({ id: sourceLooks.id })
    .from(sourceLooks)
    .where(and(isNull(sourceLooks.fault), gt(sourceLooks.endedAt, lately)))
    .limit(1)
  return other ? 'gone' : state
}

type Ended = {
  source: OpenSource
  lookId: string
  state: LinkState
  fault: RefusalCode | null
  snapshotId: string | null
}

/** Ends a look; where it puts a source in doubt for the first time, those whom it concerns are told. */
export async function endLook(tx: Transaction, { source, lookId, ...seen }: Ended): Promise<void> {
  const { id: sourceId, articleId, address } = source
  const [before] = await tx
    .select()
    .from(sourceLooks)
    // One that was cut off found nothing, not even that nobody answers.
    .where(and(endedOf({ sourceId, address }), not(isCutOff)))
    .orderBy(desc(sourceLooks.begunAt))
    .limit(1)
  const wasInDoubt = before?.state ? doubtful.includes(before.state) && !before.confirmedAt : false
  // A look that brought nothing takes no doubt away: it stays what the last one found.
  const isUnseen = seen.state === 'silent' || seen.state === 'blocked'
  const found = before && wasInDoubt && isUnseen ? { ...seen, ...foundBy(before) } : seen
  // What somebody has said of a page that is gone holds for as long as it is gone.
  const isStillGone = found.state === 'gone' && before?.state === 'gone'
  const confirmedBy = isStillGone ? before.confirmedBy : null
  const confirmedAt = isStillGone ? before.confirmedAt : null
  await tx
    .update(sourceLooks)
    .set({ ...found, endedAt: new Date(), confirmedBy, confirmedAt })
    .where(eq(sourceLooks.id, lookId))
  await notify(tx, 'rows_changed', { articleId })
  if (found.state && doubtful.includes(found.state) && !confirmedAt && !wasInDoubt)
    await tellOfDoubt(tx, source, lookId)
}

const isCutOff = sql`(${sourceLooks.state} = 'silent' and ${sourceLooks.fault} is not distinct from 'archive-failed')`

const foundBy = ({ state, snapshotId }: typeof sourceLooks.$inferSelect) => ({ state, snapshotId })
