import { and, eq, isNotNull, isNull, ne, not } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Transaction } from '../../db/client'
import { assignments, claims, propositionClaims } from '../../db/schema'
import { holds } from '../assignment/read-assignments'
import { notify } from '../channel/notify'
import { isDeleted } from '../deleted/read-removal'
import { tellMembers } from '../notice/tell-members'
import { whoWrote } from '../room/kept/who-wrote'
import { readTurns } from './read-turns'

type Version = { id: string; claimId: string; deskId: string }

/**
 * Tells whoever wrote claims that say the same as one, or has them, that a new version gave up its verdict: on every desk
 * on which they hang together. Nothing where the version keeps the verdict.
 */
export async function tellDependents(tx: Transaction, version: Version, editorId: string): Promise<void> {
  const [turn] = await readTurns([version.claimId], tx)
  if (turn?.publicationId !== version.id) return
  for (const { claimId, articleId, deskId } of await readDependents(tx, version.claimId)) {
    const held = await tx
      .select({ memberId: assignments.assignedTo })
      .from(assignments)
      .where(and(eq(assignments.claimId, claimId), isNotNull(assignments.assignedTo), holds))
    const concerned = [...(await whoWrote(claimId, tx)), ...held.flatMap(({ memberId }) => memberId ?? [])]
    const by = deskId === version.deskId ? { id: editorId, deskId } : { id: null, deskId }
    const to = [...new Set(concerned)]
    await tellMembers(tx, {
      kind: 'overturned',
      by,
      subjectId: `${version.id} ${claimId}`,
      to,
      articleId,
      claimId,
    })
    await notify(tx, 'rows_changed', { articleId })
  }
}

async function readDependents(tx: Transaction, claimId: string) {
  const changed = alias(propositionClaims, 'changed')
  return tx
    .select({ claimId: claims.id, articleId: claims.articleId, deskId: claims.deskId })
    .from(changed)
    .innerJoin(propositionClaims, eq(propositionClaims.propositionId, changed.propositionId))
    .innerJoin(
      claims,
      and(eq(claims.id, propositionClaims.claimId), eq(claims.deskId, propositionClaims.deskId)),
    )
    .where(
      and(
        eq(changed.claimId, claimId),
        isNull(changed.unlinkedAt),
        isNull(propositionClaims.unlinkedAt),
        ne(claims.id, claimId),
        eq(claims.isDeleted, false),
        not(isDeleted(claims.articleId)),
      ),
    )
}
