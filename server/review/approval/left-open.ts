import type { FrozenClaim } from '../submission'

/** Something the submitter left open; `count` is how many there are of it. */
export type LeftOpen = { what: 'threads' | 'suggestions' | 'not-known' | 'later-edits'; count: number }

type OpenBesides = { threads: number; suggestions: number; hasChangedSince: boolean }

/** What an editor should know is not settled, what others still say first; nothing of it forbids a decision. */
export function leftOpen(claim: Pick<FrozenClaim, 'notKnown'>, besides: OpenBesides): LeftOpen[] {
  const all: LeftOpen[] = [
    { what: 'threads', count: besides.threads },
    { what: 'suggestions', count: besides.suggestions },
    { what: 'later-edits', count: Number(besides.hasChangedSince) },
    { what: 'not-known', count: Number(claim.notKnown.trim() !== '') },
  ]
  return all.filter(({ count }) => count > 0)
}
