import * as Y from 'yjs'
import { byPlace, type Claim } from '../../claim/claim'
import { openDoc } from '../doc/room-doc'
import { isSame, type Standing } from './changes'
import { goesOn, type Lived, type Moment } from './moments'
import { standingOf } from './standing'

/** An update to be replayed; what it touched is known from the log. */
export type ReplayedUpdate = Lived & { sources: readonly string[]; bytes: Uint8Array }

/** The whole of a room's life on one device: it is only read, nothing that happens here is ever sent. */
export type Replay = {
  /** Takes more of the room's life, from where it ended so far. */
  take: (updates: readonly ReplayedUpdate[]) => void
  /** Says that no more will be taken. */
  finish: () => void
  moments: readonly Moment[]
  /** How a claim stood once so many moments lay behind; null before it was marked. */
  standingAt: (claimId: string, moments: number) => Standing | null
  /** The claims that stood then and were not deleted, in the order of the text. */
  claimsAt: (moments: number) => Claim[]
}

type Version = { moments: number; standing: Standing }

/**
 * Opens an empty replay. The room is written once more, forward, and every version of a claim is kept in plain
 * values, so that any moment is at hand: kept states of the document would take seconds each to write in a large room.
 */
export function openReplay(): Replay {
  const doc = openDoc()
  const moments: Moment[] = []
  const versions = new Map<string, Version[]>()
  const sources = new Map<string, Set<string>>()
  let [count, isOpen] = [0, false]

  const keepVersions = ({ claims }: Moment) => {
    for (const id of claims) {
      const standing = standingOf(doc, id, { touched: [...claims], sources: sources.get(id) ?? new Set() })
      if (!standing) continue
      const known = versions.get(id) ?? []
      const before = known.at(-1)?.standing.claim
      const claim = before ? sharing(before, standing.claim) : standing.claim
      known.push({ moments: moments.length, standing: { ...standing, claim } })
      versions.set(id, known)
    }
  }
  const finish = () => {
    const last = moments.at(-1)
    if (last && isOpen) keepVersions(last)
    isOpen = false
  }
  const standingAt = (claimId: string, wanted: number) =>
    versions.get(claimId)?.findLast((version) => version.moments <= wanted)?.standing ?? null
  return {
    take: (updates) => {
      for (const update of updates) {
        const last = moments.at(-1)
        const isSameMoment = last !== undefined && isOpen && goesOn(last, update)
        if (!isSameMoment) finish()
        Y.applyUpdate(doc, update.bytes)
        count += 1
        for (const id of update.claims)
          sources.set(id, new Set([...(sources.get(id) ?? []), ...update.sources]))
        const { at, memberId, claims } = update
        if (isSameMoment) Object.assign(last, { end: count, at })
        else moments.push({ end: count, since: at, at, memberId, claims })
        isOpen = true
      }
    },
    finish,
    moments,
    standingAt,
    claimsAt: (wanted) =>
      [...versions.keys()]
        .flatMap((id) => standingAt(id, wanted)?.claim ?? [])
        .filter((claim) => !claim.isDeleted)
        .sort(byPlace),
  }
}

/** A claim with the parts of its earlier version where they say the same, so that a long life takes little room. */
function sharing(before: Claim, after: Claim): Claim {
  const same = (Object.keys(after) as (keyof Claim)[]).filter((part) => isSame(before[part], after[part]))
  return { ...after, ...Object.fromEntries(same.map((part) => [part, before[part]])) }
}
