import type { Claim } from '../../../claim/claim'
import { claimIndex, claimMap, type RoomDoc } from '../../doc/room-doc'
import type { Place } from '../deleted/tombstone'

/** Where in a document a claim was marked, and where it first got a verdict; null while it has none. */
export type FirstPlaces = { claimId: string; marked: Place | null; rated: Place | null }

/** The places at which these claims were begun. Of verdicts given at once by several, the one the document puts first. */
export function readFirstPlaces(doc: RoomDoc, claims: Claim[]): FirstPlaces[] {
  return claims.map(({ id }) => ({
    claimId: id,
    marked: firstPlaceIn(claimIndex(doc), id),
    rated: firstPlaceIn(claimMap(doc, id), 'verdict'),
  }))
}

function firstPlaceIn(map: ReturnType<typeof claimMap>, key: string): Place | null {
  // What stands under a key has all that ever stood there to its left.
  let item = map._map.get(key) ?? null
  while (item?.left) item = item.left
  return item ? { client: item.id.client, clock: item.id.clock } : null
}
