import * as Y from 'yjs'
import type { Claim } from '../../../claim/claim'
import { claimIds } from '../../doc/room-claims'
import { claimIndex, claimMap, type RoomDoc, sourceMap } from '../../doc/room-doc'
import { nameIn } from '../../doc/source-values'

/** The place in a document at which something was written: a window, and how far its writing had come. */
export type Place = { client: number; clock: number }

/** What of some claims was deleted, and where that is written. */
export type DeletedParts = {
  /** With the claim that took its words at some time, if any. */
  claims: { id: string; place: Place; taker: string | null }[]
  sources: { id: string; claimId: string; name: string; place: Place }[]
}

/** Those of the claims that are deleted, and the sources (among those named) that were taken away from any of them. */
export function readDeletedParts(doc: RoomDoc, claims: Claim[], sources: string[]): DeletedParts {
  const gone = claims.filter((claim) => claim.isDeleted)
  const takers = gone.length ? readTakers(doc) : null
  return {
    claims: gone.flatMap(({ id }) => {
      const place = placeIn(claimIndex(doc), id)
      return place ? [{ id, place, taker: takers?.get(id) ?? null }] : []
    }),
    sources: readDeletedSources(doc, sources, new Set(claims.map(({ id }) => id))),
  }
}

function readDeletedSources(doc: RoomDoc, sources: string[], claims: ReadonlySet<string>) {
  return sources.flatMap((id) => {
    const map = sourceMap(doc, id)
    const claimId = map.get('claim')
    const place = typeof map.get('deleted') === 'string' ? placeIn(map, 'deleted') : null
    if (typeof claimId !== 'string' || !claims.has(claimId) || !place) return []
    return [{ id, claimId, name: nameIn(doc, id), place }]
  })
}

/** Whether an update wrote what stands at a place. */
export function wrote(update: Uint8Array, place: Place): boolean {
  return isWithin(writtenIn(update), place)
}

/** A stretch of what one window wrote: from one clock up to, and without, another. */
export type Stretch = { client: number; from: number; to: number }

/** All that an update wrote, in as few stretches as it takes. */
export function writtenIn(update: Uint8Array): Stretch[] {
  const stretches: Stretch[] = []
  for (const { id, length } of Y.decodeUpdate(update).structs) {
    const last = stretches.at(-1)
    if (last?.client === id.client && last.to === id.clock) last.to += length
    else stretches.push({ client: id.client, from: id.clock, to: id.clock + length })
  }
  return stretches
}

export function isWithin(stretches: Stretch[], { client, clock }: Place): boolean {
  return stretches.some((one) => one.client === client && one.from <= clock && clock < one.to)
}

function placeIn(map: ReturnType<typeof claimMap>, key: string): Place | null {
  const item = map._map.get(key)
  return item ? { client: item.id.client, clock: item.id.clock } : null
}

/** For each claim whose words were merged into another, that other one. */
function readTakers(doc: RoomDoc): Map<string, string> {
  const takers = new Map<string, string>()
  for (const id of claimIds(doc))
    for (const key of claimMap(doc, id).keys())
      if (key.startsWith('merged:')) takers.set(key.slice('merged:'.length), id)
  return takers
}
