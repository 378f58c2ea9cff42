import type { Card } from '../ledger/cards'
import { groupsOf, type LedgerEntry, type LedgerGroup } from '../ledger/ledger'
import type { FrozenDossier, FrozenExplanation } from './frozen-dossier'

/**
 * One version in the list of all; `entry` is its place in the public log, null from before dossiers had one; `removal` that
 * of the newest entry which says that words were removed from it under law, null where none were.
 */
export type DossierVersion = { version: number; at: Date; entry: number | null; removal: number | null }

/** A dossier as readers see it: what an editor published, with the figures of the claims' newest versions. */
export type PublishedDossier = {
  number: number
  version: number
  publishedAt: Date
  /** Every version, newest first. */
  versions: DossierVersion[]
  content: FrozenDossier
  /** The public numbers of its articles, by their ids; of one without there is nothing to read yet. */
  articleNumbers: Record<string, number>
  groups: LedgerGroup[]
}

/** A dossier with its figures in groups. */
export const publishedDossier = (
  parts: Omit<PublishedDossier, 'groups'>,
  entries: LedgerEntry[],
): PublishedDossier => ({ ...parts, groups: groupsOf(entries) })

/** What was approved about figures on a card that have not changed since, the oldest first. */
export function explanationsOn({ pairs }: Card, { explanations }: FrozenDossier): FrozenExplanation[] {
  const wanted = new Set(pairs)
  return explanations.filter((one) => one.pairs.some((pair) => wanted.has(pair)))
}

/** How many claims of a dossier say something in numbers. */
export const countOf = ({ groups }: PublishedDossier): number =>
  groups.reduce((sum, { rows }) => sum + rows.length, 0)
