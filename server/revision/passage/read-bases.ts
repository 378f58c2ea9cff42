import { and, desc, eq, inArray, isNull, ne } from 'drizzle-orm'
import type { Database, Transaction } from '../../../db/client'
import { claims, placements, revisions } from '../../../db/schema'
import type { Span } from '../../claim/quote'
import { isOfQuote, isPublishedSince } from './read-passages'

type Put = typeof placements.$inferSelect
type Reader = Pick<Database | Transaction, 'select'>

/** An article's revisions without their texts, the newest first. */
export function readTexts(at: Reader, articleId: string): Promise<Text[]> {
  const { id, number, hash } = revisions
  return at
    .select({ id, number, hash })
    .from(revisions)
    .where(eq(revisions.articleId, articleId))
    .orderBy(desc(number))
}

type Unplaced = Awaited<ReturnType<typeof readUnplaced>>[number]
export type Text = { id: string; number: number; hash: string }

/** An article's claims that are marked in an earlier text and not placed in the newest one. */
export async function readUnplaced(at: Reader, articleId: string, newest: Text) {
  const isPlaced = and(eq(placements.claimId, claims.id), eq(placements.revisionId, newest.id), isOfQuote)
  return at
    .select({ id: claims.id, revision: claims.revision, selectors: claims.selectors })
    .from(claims)
    .leftJoin(placements, isPlaced)
    .where(
      and(
        eq(claims.articleId, articleId),
        eq(claims.isDeleted, false),
        ne(claims.revision, newest.hash),
        isNull(placements.id),
      ),
    )
}

/**
 * A claim with the place it is carried from, and the words that are compared. `gone`: what was last known for sure is
 * that it is nowhere. `last`: what was last thought of it.
 */
export type Base = {
  claim: Unplaced
  revisionId: string
  span: Span
  was: string
  gone: Put | null
  last: Put | null
}

/** Each goes on from the last revision that is known to have it: where it is doubtful, or was gone, is no ground. */
export async function readBases(at: Reader, unplaced: Unplaced[], texts: Text[]): Promise<Base[]> {
  const earlier = await readEarlier(at, unplaced)
  return unplaced.flatMap((claim) => {
    const { selectors } = claim
    if (!selectors) return []
    const thought = earlier.filter(({ placement }) => placement.claimId === claim.id)
    const own = thought.filter(({ placement }) => !placement.isDoubtful)
    const was = own.flatMap(({ placement, isAnswered }) => (isAnswered && placement.words) || [])[0]
    const [newest] = own
    const gone = newest?.placement.change === 'removed' ? newest.placement : null
    const last = thought[0]?.placement ?? null
    const compared = { claim, gone, last, was: was ?? selectors.quote.exact }
    for (const { placement } of own)
      if (placement.start !== null && placement.end !== null)
        return {
          ...compared,
          ...{ revisionId: placement.revisionId, span: { start: placement.start, end: placement.end } },
        }
    // A publisher may have gone back to a text that was there before: its last time is nearest.
    const text = texts.find(({ hash }) => hash === claim.revision)
    return text ? { ...compared, revisionId: text.id, span: selectors.position } : []
  })
}

/** What is known of claims in earlier revisions, or thought, the newest first; answered where somebody or a version spoke for it. */
async function readEarlier(at: Reader, unplaced: Unplaced[]) {
  const ids = unplaced.map(({ id }) => id)
  const rows = await at
    .select({ placement: placements, isPublishedSince })
    .from(placements)
    .innerJoin(claims, and(eq(claims.id, placements.claimId), isOfQuote))
    .where(inArray(placements.claimId, ids))
    .orderBy(desc(placements.number))
  return rows.map(({ placement, isPublishedSince }) => ({
    placement,
    isAnswered: placement.heldAt !== null || isPublishedSince,
  }))
}
