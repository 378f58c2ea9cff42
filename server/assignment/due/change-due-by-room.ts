import { and, desc, eq, inArray, lte, sql } from 'drizzle-orm'
import type { Transaction } from '../../../db/client'
import { claims, publications, roomUpdates, sources, submissions, underReview } from '../../../db/schema'
import type { Stage } from '../../../db/vocabulary'
import { notify } from '../../channel/notify'
import { readFacts } from '../../review/read-facts'
import { isAhead } from '../../review/release/release'
import { stageOf } from '../../review/stage'
import { decisionOf } from '../../review/submission'
import { readTask } from '../../revision/passage/read-passages'
import { changeDue } from './change-due'

/** A claim that readers have: the hash of its row before a batch of edits is written, and of what readers have. */
export type Before = {
  id: string
  hash: string
  publishedHash: string
  isRetraction: boolean
  isDoubted: boolean
}

/** Those of an article’s claims that readers have, before a batch is written; nothing where none of them is. */
export function readBefore(tx: Transaction, articleId: string, ids: string[]): Promise<Before[]> {
  return tx
    .selectDistinctOn([publications.claimId], {
      id: claims.id,
      hash: claims.hash,
      publishedHash: publications.hash,
      isRetraction: sql<boolean>`${publications.kind} = 'retraction'`,
      isDoubted: sql<boolean>`${underReview.id} is not null`,
    })
    .from(publications)
    .innerJoin(claims, eq(claims.id, publications.claimId))
    .leftJoin(underReview, eq(underReview.publicationId, publications.id))
    .where(and(inArray(publications.claimId, ids), eq(claims.articleId, articleId)))
    .orderBy(publications.claimId, desc(publications.version))
}

type Batch = { articleId: string; deskId: string; sequence: number; before: Before[] }
type Written = { id: string; hash: string; notReady: string | null }

/**
 * Counts the desk's hours for whoever has a published claim, in the transaction that writes its row: anew where the
 * words leave those that readers have, none where they are those again. Rows that stay as they are count nothing.
 */
export async function changeDueByRoom(tx: Transaction, batch: Batch, written: Written[]): Promise<void> {
  const before = new Map(batch.before.map((claim) => [claim.id, claim]))
  for (const { id, hash, notReady } of written) {
    const was = before.get(id)
    if (!was || (was.hash === was.publishedHash) === (hash === was.publishedHash)) continue
    const stage = await stageNow(tx, was, { hash, isReady: notReady === null })
    if (stage !== 'changed-since' && stage !== 'published') continue
    const by = await readLastWriter(tx, batch, id)
    if (!by) continue
    await changeDue(tx, { by: { id: by, deskId: batch.deskId }, claimId: id, stage, at: new Date() })
    await notify(tx, 'rows_changed', { articleId: batch.articleId })
  }
}

async function stageNow(
  tx: Transaction,
  was: Before,
  now: { hash: string; isReady: boolean },
): Promise<Stage> {
  const [newest] = await readFacts(eq(submissions.claimId, was.id), tx)
  const standing = newest && !newest.withdrawnAt ? newest : null
  return stageOf({
    ...now,
    isReopened: (await readTask(was.id, tx)) === 'reopened',
    submission: standing && {
      hash: standing.hash,
      kind: standing.kind,
      decision: isAhead(standing.release) ? null : decisionOf(standing),
    },
    publishedHash: was.publishedHash,
    doubt: was.isDoubted ? 'under-review' : was.isRetraction ? 'retracted' : null,
  })
}

/** Who wrote last in a claim or its sources, as far as the batch goes. */
async function readLastWriter(
  tx: Transaction,
  { articleId, sequence }: Batch,
  claimId: string,
): Promise<string | null> {
  const theirs = sql`array(select ${sources.id} from ${sources} where ${sources.claimId} = ${claimId})`
  const [last] = await tx
    .select({ memberId: roomUpdates.memberId })
    .from(roomUpdates)
    .where(
      and(
        eq(roomUpdates.document, `article:${articleId}`),
        lte(roomUpdates.sequence, sequence),
        sql`(${roomUpdates.claims} @> array[${claimId}]::uuid[] or ${roomUpdates.sources} && ${theirs})`,
      ),
    )
    .orderBy(desc(roomUpdates.sequence))
    .limit(1)
  return last?.memberId ?? null
}
