import { setTimeout as pause } from 'node:timers/promises'
import { and, arrayContains, eq } from 'drizzle-orm'
import { db } from '../../../db/client'
import { articles, claims, roomUpdates, sources } from '../../../db/schema'
import { isThere } from '../../deleted/read-removal'
import type { Member } from '../../member/member'
import { Refused } from '../../refusal'
import { documentOf } from '../../room/doc/room-doc'

/** A source with what it belongs to. */
export type OpenSource = {
  id: string
  claimId: string
  articleId: string
  deskId: string
  address: string
  quote: string
}
type Named = { claimId: string; sourceId: string }

/** How long whoever acts on a source that was added just now waits for the room's words of it, and for the tables; how often both are asked, in ms. */
const [longestUnwritten, longest, between] = [450, 3_000, 150]

/** Resolves with a source of the member's desk that they may read; refuses any other, and one that is not there, alike. */
export async function readSource(
  member: Member,
  { claimId, sourceId }: Named,
): Promise<OpenSource & { isConfidential: boolean }> {
  const articleId = await readArticleOf(member, claimId)
  if (!articleId) throw new Refused({ code: 'source-unknown' })
  const since = performance.now()
  for (;;) {
    const [row] = await db()
      .select({
        address: sources.address,
        quote: sources.quote,
        isConfidential: sources.isConfidential,
      })
      .from(sources)
      .where(and(eq(sources.id, sourceId), eq(sources.claimId, claimId)))
    if (row) return { ...row, id: sourceId, claimId, articleId, deskId: member.deskId }
    // Whoever may read the claim may have written the source a moment ago; the tables follow the room.
    const enough = (await isInRoom(articleId, sourceId)) ? longest : longestUnwritten
    if (performance.now() - since >= enough) throw new Refused({ code: 'source-unknown' })
    await pause(between)
  }
}

async function isInRoom(articleId: string, sourceId: string): Promise<boolean> {
  const writing = and(
    eq(roomUpdates.document, documentOf(articleId)),
    arrayContains(roomUpdates.sources, [sourceId]),
  )
  const [update] = await db()
    .select({ sequence: roomUpdates.sequence })
    .from(roomUpdates)
    .where(writing)
    .limit(1)
  return update !== undefined
}

/** The article of a claim that a member of the desk may read; null for any other. */
export async function readArticleOf(member: Member, claimId: string): Promise<string | null> {
  const [row] = await db()
    .select({ articleId: claims.articleId })
    .from(claims)
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .where(
      and(
        ...[eq(claims.id, claimId), eq(claims.isDeleted, false), eq(articles.deskId, member.deskId)],
        isThere(articles.id, member.id),
      ),
    )
  return row?.articleId ?? null
}
