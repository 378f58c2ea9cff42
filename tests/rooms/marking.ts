import { v7 as uuid } from 'uuid'
import type { Claim } from '../../server/claim/claim'
import { markClaim } from '../../server/room/doc/marks'
import { readClaims } from '../../server/room/doc/room-claims'
import type { RoomDoc } from '../../server/room/doc/room-doc'
import { damHash, damText, selectorsOf } from '../newsroom'

/** Marks a passage of the article of tests, as the workspace does; returns the claim's id. */
export function mark(
  doc: RoomDoc,
  words = 'the largest relief package since independence',
  origin: object | null = null,
): string {
  const id = uuid()
  const span = selectorsOf(words).position
  const at = new Date().toISOString()
  markClaim(doc, { id, at, revision: damHash, text: damText, span, appearance: null }, origin)
  return id
}

/** A claim as it stands in a document. */
export function claimIn(doc: RoomDoc, id: string): Claim | undefined {
  return readClaims(doc).find((claim) => claim.id === id)
}

export function hasClaim(doc: RoomDoc, id: string): boolean {
  return claimIn(doc, id) !== undefined
}
