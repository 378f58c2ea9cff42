import { asStanding, byPlace, type Claim } from '@/server/claim/claim'
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

/** The claims of a document as they are followed. */
export type FollowedClaims = {
  store: Store<RoomClaims>
  /** Says which claims readers have: that somebody's browser deleted one of them is void. */
  keepPublished: (ids: ReadonlySet<string>) => void
  stop: () => void
}

/** Follows the document and re-reads only the claims that a change touched. */
export function followClaims(doc: RoomDoc): FollowedClaims {
  const byId = new Map(readClaims(doc).map((claim) => [claim.id, claim]))
  const store = storeOf(sorted(byId))
  let published: ReadonlySet<string> = new Set()
  const read = (ids: string[]) => {
    if (!ids.length) return
    const sources = readSources(doc, new Set(ids))
    for (const id of ids) {
      const claim = readClaim(doc, id, sources)
      if (claim) byId.set(id, asStanding(claim, published.has(id)))
      else byId.delete(id)
    }
    store.set(sorted(byId))
  }
  const reread = (transaction: Parameters<typeof touchedClaims>[0]) => read(touchedClaims(transaction))
  doc.on('afterTransaction', reread)
  return {
    store,
    keepPublished(ids) {
      published = ids
      read([...ids].filter((id) => byId.get(id)?.isDeleted))
    },
    stop: () => doc.off('afterTransaction', reread),
  }
}

function sorted(byId: ReadonlyMap<string, Claim>): RoomClaims {
  const all = [...byId.values()].sort(byPlace)
  return {
    claims: all.filter((claim) => !claim.isDeleted),
    deleted: all.filter((claim) => claim.isDeleted),
    byId: new Map(byId),
  }
}
