import { readClaim, readSources } from '../doc/room-claims'
import { claimMap, isId, type RoomDoc } from '../doc/room-doc'
import type { MergedClaim, Standing } from './changes'

/** Where to look for what belongs to a claim, so that a room of thousands is not read through at each change. */
export type Surroundings = {
  /** Claims that the newest update touched, the claim itself among them. */
  touched: string[]
  /** Every source that was ever written together with the claim. */
  sources: ReadonlySet<string>
}

/** How a claim stands in a document; null while none was marked under that id. */
export function standingOf(doc: RoomDoc, id: string, { touched, sources }: Surroundings): Standing | null {
  const claim = readClaim(doc, id, readSources(doc, new Set([id]), sources))
  if (!claim) return null
  const taker = claim.isDeleted ? touched.find((other) => mergedIn(doc, other).includes(id)) : undefined
  return {
    claim,
    merged: mergedIn(doc, id).map((other) => named(doc, other)),
    mergedInto: taker ? named(doc, taker) : null,
  }
}

function mergedIn(doc: RoomDoc, id: string): string[] {
  const keys = [...claimMap(doc, id).keys()].filter((key) => key.startsWith('merged:'))
  return keys.map((key) => key.slice('merged:'.length)).filter(isId)
}

/** A claim by what it says, or by its quote while it has no statement. */
function named(doc: RoomDoc, id: string): MergedClaim {
  const claim = readClaim(doc, id, new Map())
  return { id, words: claim?.statement.trim() || claim?.selectors.quote.exact || '' }
}
