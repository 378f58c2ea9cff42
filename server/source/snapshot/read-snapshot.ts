import { and, eq, sql } from 'drizzle-orm'
import { db } from '../../../db/client'
import { articles, snapshots, sources } from '../../../db/schema'
import { isThere } from '../../deleted/read-removal'
import type { Member } from '../../member/member'
import { Refused } from '../../refusal'
import { openEvidence } from '../store/keep-bytes'

/** One archived copy with its bytes, for a member who may know of its article; refuses bytes that are not those that were archived. */
export async function readSnapshot(member: Member, snapshotId: string) {
  const [row] = await db()
    .select({ snapshot: snapshots })
    .from(snapshots)
    .innerJoin(articles, eq(articles.id, snapshots.articleId))
    .leftJoin(sources, eq(sources.id, snapshots.sourceId))
    .where(
      and(
        ...[eq(snapshots.id, snapshotId), eq(articles.deskId, member.deskId)],
        ...[isThere(articles.id, member.id), sql`${sources.isConfidential} is not true`],
      ),
    )
  if (!row) throw new Refused({ code: 'snapshot-unknown' })
  const stored = await openEvidence().get(row.snapshot.sha256)
  if ('fault' in stored) throw new Refused({ code: `evidence-${stored.fault}` })
  return { ...row, bytes: stored.bytes }
}
