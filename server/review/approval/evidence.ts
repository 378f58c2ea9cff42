import { evidenceCount } from '../../claim/claim'
import { quoteStands } from '../../claim/quote'
import { citedSources } from '../../claim/rationale'
import { type Depends, publisherKey } from '../../source/independence'
import type { FrozenClaim, FrozenSource } from '../submission'

/** One line of the check-list an editor reads before deciding; values fill its sentence. */
export type Evidence = { check: EvidenceCheck; holds: boolean; values: Record<string, string | number> }
export type EvidenceCheck = 'quote' | 'publishers' | 'described' | 'cited'

/** `depending` are its sources that say no more than an earlier one. */
type Conditions = { text: string; revision: number; sourcesNeeded: number; depending: Depends[] }

/** What can be checked about the evidence without a person: the quote, and the sources one by one. */
export function evidenceOf(claim: FrozenClaim, conditions: Conditions): Evidence[] {
  const { text, revision, sourcesNeeded, depending } = conditions
  const { sources } = claim
  // Each search stands for itself, as each voice does.
  const searched = evidenceCount(claim) - sources.length
  const leaning = new Set(depending.map(({ id }) => id))
  const independent = sources.filter(({ id }) => !leaning.has(id))
  const publishers = new Set(independent.flatMap((source) => publisherOf(source) ?? [])).size + searched
  const undescribed = numbersOf(sources, (source) => !source.kind || !source.stance)
  const cited = citedSources(claim.rationale)
  const uncited = numbersOf(sources, (source) => !cited.includes(source.id))
  return [
    { check: 'quote', holds: quoteStands(text, claim.selectors), values: { revision } },
    {
      check: 'publishers',
      holds: evidenceCount(claim) >= sourcesNeeded && publishers >= sourcesNeeded,
      values: { needed: sourcesNeeded, sources: sources.length, publishers },
    },
    { check: 'described', holds: !undescribed, values: { numbers: undescribed || numbersOf(sources) } },
    { check: 'cited', holds: !uncited, values: { numbers: uncited || numbersOf(sources) } },
  ]
}

/** Who stands behind a source: the person, else the site it is read at, or its publisher; null where none of it is stated. */
function publisherOf(source: FrozenSource): string | null {
  const { unlinked, confidential, id } = source
  if (unlinked || confidential) return unlinked?.who.trim().toLowerCase() || id
  return publisherKey(source)
}

function numbersOf(sources: FrozenSource[], isMeant: (source: FrozenSource) => boolean = () => true): string {
  return sources.flatMap((source, index) => (isMeant(source) ? [index + 1] : [])).join(', ')
}
