import { setTimeout as pause } from 'node:timers/promises'
import { and, eq } from 'drizzle-orm'
import { db } from '../../../db/client'
import { articles, claims, sources } from '../../../db/schema'
import { isThere } from '../../deleted/read-removal'
import type { Member } from '../../member/member'
import { Refused } from '../../refusal'

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

/** How long whoever acts on a source that was added just now waits for the tables, and how often they are asked, in ms. */
const [longest, between] = [3_000, 150]

/** Resolves with a source of the member's desk that they may read; refuses any other, and one that is not there, alike. */
export async function readSource(
  member: Member,
  { claimId, sourceId }: Named,
): Promise<OpenSource & { isConfidential: boolean }> {
  const articleId = await readArticleOf(member, claimId)
  if (!articleId) throw new Refused({ code: 'source-unknown' })
  const until = performance.now() + longest
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
    if (performance.now() >= until) throw new Refused({ code: 'source-unknown' })
    await pause(between)
  }
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
