import { setTimeout as pause } from 'node:timers/promises'
import { and, arrayOverlaps, eq, inArray } from 'drizzle-orm'
import { db } from '../../../db/client'
import { claims, roomUpdates } from '../../../db/schema'
import { documentOf } from '../doc/room-doc'

/** How long whoever acts on a claim that was marked just now waits for the tables, and how often they are asked, in ms. */
const [longest, between] = [4_000, 100]

/** Resolves when those of the claims that are on disk in an article's room are in the tables, which follow it. */
export async function readUntilListed(articleId: string, claimIds: string[]): Promise<void> {
  const until = performance.now() + longest
  while (performance.now() < until) {
    const listed = await db()
      .select({ id: claims.id })
      .from(claims)
      .where(and(eq(claims.articleId, articleId), inArray(claims.id, claimIds)))
    const missing = claimIds.filter((claimId) => !listed.some(({ id }) => id === claimId))
    if (missing.length === 0 || !(await isOnDisk(articleId, missing))) return
    await pause(between)
  }
}

async function isOnDisk(articleId: string, claimIds: string[]): Promise<boolean> {
  const touching = and(
    eq(roomUpdates.document, documentOf(articleId)),
    arrayOverlaps(roomUpdates.claims, claimIds),
  )
  const [update] = await db()
    .select({ sequence: roomUpdates.sequence })
    .from(roomUpdates)
    .where(touching)
    .limit(1)
  return update !== undefined
}
