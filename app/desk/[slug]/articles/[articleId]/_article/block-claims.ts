import type { Block } from '@/server/article/extract/extraction'
import type { Claim } from '@/server/claim/claim'
import type { Span } from '@/server/claim/quote'
import { type Marked, markedLines } from '@/server/claim/segments'
import { byStart, type Carried, placeIn } from '../_revisions/carried'

/** A claim as the article shows it; a block is drawn again only when one of its own changed. */
export type MarkedClaim = Marked & { claim: Claim; number: number }

/** A block with its place in the frozen text, the claims that touch it, and whether the first of a list. */
export type Placed = { block: Block; number: number; place: Span; claims: MarkedClaim[] }

/** Gives each block its claims; the answer for a block keeps its identity as long as nothing in it changed. */
export function placeClaims(
  { blocks, places }: { blocks: readonly Block[]; places: readonly Span[] },
  claims: readonly Claim[],
  at: { revision: string; carried: Carried },
  before: readonly Placed[] = [],
): Placed[] {
  const marked = markedClaims(claims, at)
  let first = 0
  return blocks.map((block, index) => {
    const place = places[index] ?? { start: 0, end: 0 }
    // Claims are sorted by their start: those that ended before this block are behind us for good.
    while ((marked[first]?.end ?? Number.POSITIVE_INFINITY) <= place.start) first++
    const own: MarkedClaim[] = []
    for (let at = first; (marked[at]?.start ?? Number.POSITIVE_INFINITY) < place.end; at++) {
      const claim = marked[at]
      if (claim && claim.end > place.start) own.push(claim)
    }
    const placed = { block, number: index + 1, place, claims: own }
    const old = before[index]
    return old && isSame(old, placed) ? old : placed
  })
}

/** Claims of this revision, and those that were carried to it: places in another would point at other words. */
function markedClaims(claims: readonly Claim[], at: { revision: string; carried: Carried }): MarkedClaim[] {
  const here = claims
    .flatMap((claim, index) => {
      const place = placeIn(claim, at)
      return place ? { claim, number: index + 1, place } : []
    })
    .sort((one, other) => byStart(one.place, other.place))
  const lines = markedLines(here.map(({ claim, place }) => ({ id: claim.id, ...place })))
  return here.flatMap((entry, index) => {
    const line = lines[index]
    return line ? [{ ...entry, ...line }] : []
  })
}

function isSame(one: Placed, other: Placed): boolean {
  return (
    one.block === other.block &&
    one.claims.length === other.claims.length &&
    one.claims.every((claim, index) => {
      const twin = other.claims[index]
      return twin?.claim === claim.claim && twin.number === claim.number && isSameMark(twin, claim)
    })
  )
}

const isSameMark = (one: Marked, other: Marked) =>
  one.line === other.line && one.start === other.start && one.end === other.end
