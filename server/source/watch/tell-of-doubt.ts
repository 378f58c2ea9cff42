import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Transaction } from '../../../db/client'
import { members, submissions } from '../../../db/schema'
import { tellMembers } from '../../notice/tell-members'
import type { OpenSource } from '../snapshot/read-source'

/** Tells editors, and whoever wrote what was submitted of the claim, that a source of it changed or is gone: once a look. */
export async function tellOfDoubt(tx: Transaction, source: OpenSource, lookId: string): Promise<void> {
  const { deskId, articleId, claimId } = source
  const editors = await tx
    .select({ id: members.id })
    .from(members)
    .where(
      and(eq(members.deskId, deskId), isNull(members.removedAt), inArray(members.role, ['editor', 'admin'])),
    )
  const written = await tx
    .select({ authors: submissions.authors })
    .from(submissions)
    .where(eq(submissions.claimId, claimId))
  const to = new Set([...editors.map(({ id }) => id), ...written.flatMap(({ authors }) => authors)])
  await tellMembers(tx, {
    ...{ kind: 'source-changed', by: { id: null, deskId }, subjectId: lookId },
    ...{ to: [...to], articleId, claimId },
  })
}
