import { byPlace, type Claim } from '@/server/claim/claim'
import { readClaim, readClaims, readSources } from '@/server/room/doc/room-claims'
import { type RoomDoc, touchedClaims } from '@/server/room/doc/room-doc'
import { type Store, storeOf } from './store'

/** The room's claims in plain values; a claim nobody touched keeps its identity. */
export type RoomClaims = {
  /** Not deleted, in the order of the text: a claim's number is its place here, counted from 1. */
  claims: Claim[]
  deleted: Claim[]
  byId: Map<string, Claim>
}

/** Follows the document and re-reads only the claims that a change touched. */
export function followClaims(doc: RoomDoc): { store: Store<RoomClaims>; stop: () => void } {
  const byId = new Map(readClaims(doc).map((claim) => [claim.id, claim]))
  const store = storeOf(sorted(byId))
  const reread = (transaction: Parameters<typeof touchedClaims>[0]) => {
    const touched = touchedClaims(transaction)
    if (!touched.length) return
    const sources = readSources(doc, new Set(touched))
    for (const id of touched) {
      const claim = readClaim(doc, id, sources)
      if (claim) byId.set(id, claim)
      else byId.delete(id)
    }
    store.set(sorted(byId))
  }
  doc.on('afterTransaction', reread)
  return { store, stop: () => doc.off('afterTransaction', reread) }
}

function sorted(byId: ReadonlyMap<string, Claim>): RoomClaims {
  const all = [...byId.values()].sort(byPlace)
  return {
    claims: all.filter((claim) => !claim.isDeleted),
    deleted: all.filter((claim) => claim.isDeleted),
    byId: new Map(byId),
  }
}
