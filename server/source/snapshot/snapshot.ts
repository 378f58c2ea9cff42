import type { LinkState, SnapshotKind } from '../../../db/vocabulary/evidence'
import type { RefusalCode } from '../../refusal'
import type { ShownStamps } from '../stamp/stamp'

/** One redirect on the way to what answered. */
export type Hop = { address: string; status: number; location: string }

/** Most bytes of a page or file that is kept as evidence. */
export const mostEvidenceBytes = 25_000_000

/** Most letters of its words that are kept beside it, to look for quotes in. */
export const mostTextLetters = 2_000_000

/** A snapshot as members are shown it. */
export type ShownSnapshot = {
  id: string
  kind: SnapshotKind
  address: string | null
  finalAddress: string | null
  fileName: string | null
  mediaType: string
  size: number
  sha256: string
  takenAt: Date
  /** Whether words were read out of it. */
  hasWords: boolean
  stamps: ShownStamps
}

/** The newest look at a source's address, as members are shown it. */
export type ShownLook = {
  id: string
  at: Date
  isOpen: boolean
  state: LinkState | null
  fault: RefusalCode | null
  confirmed: { by: string; at: Date } | null
}

/** What a publication records of the evidence behind a source, for ever. */
export type PublishedSnapshot = {
  source: string
  kind: SnapshotKind
  sha256: string
  size: number
  mediaType: string
  takenAt: string
}

/** A size in bytes as people read it, with the unit that fits. */
export function sizeIn(bytes: number): { amount: number; unit: 'byte' | 'kilobyte' | 'megabyte' } {
  if (bytes < 1000) return { amount: bytes, unit: 'byte' }
  if (bytes < 999_500) return { amount: Math.round(bytes / 1000), unit: 'kilobyte' }
  return { amount: Math.round(bytes / 100_000) / 10, unit: 'megabyte' }
}
