import type { Claim } from '@/server/claim/claim'
import type { Span } from '@/server/claim/quote'
import { carriedTo, type Passage } from '@/server/revision/revision'

/** Where claims of earlier revisions stand in the one that is shown, by claim. */
export type Carried = ReadonlyMap<string, Span>

/** Those of an article's passages that have a place. */
export function carriedIn(passages: readonly Pick<Passage, 'claimId' | 'span' | 'isDoubtful'>[]): Carried {
  return new Map(
    passages.flatMap((passage) => {
      const place = carriedTo(passage)
      return place ? [[passage.claimId, place] as const] : []
    }),
  )
}

/** Where a claim stands in the text that is shown: where it is marked, or where its mark was carried; null where it does not. */
export function placeIn(
  { id, revision, selectors }: Claim,
  at: { revision: string; carried: Carried },
): Span | null {
  return revision === at.revision ? selectors.position : (at.carried.get(id) ?? null)
}

/** Spans in the order of the text; those that begin together keep theirs. */
export const byStart = (one: Span, other: Span) => one.start - other.start
