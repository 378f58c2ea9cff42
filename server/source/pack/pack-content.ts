import type { FrozenClaim } from '../../review/submission'
import type { GivenStamps } from '../stamp/read-stamps'
import type { EvidenceStore } from '../store/evidence-store'
import type { KeptSnapshot, Recorded } from './write-warc'

type Stamped = KeptSnapshot & { stamps: GivenStamps | null }

/** What a pack is made of but the bytes of its evidence: the claim as the room has it and readers may, what is archived behind it, the newest first, and what seals its newest version. */
export type PackOrder = {
  claim: FrozenClaim
  kept: Stamped[]
  published: { path: string; bytes: Uint8Array }[]
}

/** All that a pack is made of; what is archived is in order of time, and where its bytes are not there it says why. */
export type PackContent = Omit<PackOrder, 'kept'> & {
  kept: (Stamped & { bytes: Uint8Array | null; why: 'missing' | 'altered' | 'too-large' | null })[]
}

/** Most bytes of evidence in one pack; older copies beyond are named and left out. */
const mostBytes = 200_000_000

/** Takes the bytes that belong to it out of the store. */
export async function withBytes(order: PackOrder, store: Pick<EvidenceStore, 'get'>): Promise<PackContent> {
  const kept: PackContent['kept'] = []
  let total = 0
  for (const one of order.kept) {
    const isTooLarge = total + one.size > mostBytes
    const stored = isTooLarge ? { fault: 'too-large' as const } : await store.get(one.sha256)
    const found = 'bytes' in stored ? { bytes: stored.bytes, why: null } : { bytes: null, why: stored.fault }
    total += found.bytes?.length ?? 0
    kept.push({ ...one, ...found })
  }
  return { ...order, kept: kept.reverse() }
}

/** The fetched ones among them, with their bytes. */
export const fetchedIn = ({ kept }: PackContent): Recorded[] =>
  kept.flatMap(({ bytes, why: _, stamps: __, ...snapshot }) =>
    bytes && snapshot.kind === 'fetched' ? [{ snapshot, bytes }] : [],
  )
