import type { PassageTask } from '../../revision/revision'
import type { FrozenClaim } from '../submission'

/** Something an editor should know of; `count` is how many there are of it. */
export type LeftOpen = {
  what: 'passage' | 'sources' | 'threads' | 'suggestions' | 'not-known' | 'later-edits'
  count: number
}

type OpenBesides = {
  /** What is to be done about the passage in the article's newest text. */
  passage: PassageTask | null
  /** Whether a source was found changed or gone, and nobody has said that the verdict holds. */
  isInDoubt: boolean
  threads: number
  suggestions: number
  hasChangedSince: boolean
}

/** What an editor should know is not settled, what others did and say first; nothing of it forbids a decision. */
export function leftOpen(claim: Pick<FrozenClaim, 'notKnown'>, besides: OpenBesides): LeftOpen[] {
  const all: LeftOpen[] = [
    { what: 'passage', count: Number(besides.passage !== null) },
    { what: 'sources', count: Number(besides.isInDoubt) },
    { what: 'threads', count: besides.threads },
    { what: 'suggestions', count: besides.suggestions },
    { what: 'later-edits', count: Number(besides.hasChangedSince) },
    { what: 'not-known', count: Number(claim.notKnown.trim() !== '') },
  ]
  return all.filter(({ count }) => count > 0)
}
