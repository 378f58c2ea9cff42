import type { Claim } from '../../../claim/claim'
import { type Figure, placedIn, saysSame } from '../../../claim/figure/figure'
import { claimsMergedInto } from '../marks'
import { readClaim } from '../room-claims'
import type { RoomDoc } from '../room-doc'

/** The figures that people confirmed in claims which were merged into this one and that it does not say itself, each once. */
export function mergedFigures(doc: RoomDoc, claim: Pick<Claim, 'id' | 'figure' | 'selectors'>): Figure[] {
  const others: Figure[] = []
  for (const id of claimsMergedInto(doc, claim.id)) {
    const figure = readClaim(doc, id)?.figure
    if (!figure || [claim.figure, ...others].some((one) => one && saysSame(one, figure))) continue
    others.push(placedIn(figure, claim.selectors.quote.exact))
  }
  return others
}
