import type { LedgerEntry } from './ledger'

/**
 * What the desk holds to be the number of a group: the one exact value that its claims which are rated True say; null where
 * none does, or where they say different ones. Nobody chose it but who rated them, and nothing else follows from it.
 */
export function referenceOf(entries: LedgerEntry[]): number | null {
  const values = new Set(entries.flatMap((entry) => heldTrue(entry) ?? []))
  const [only = null] = values
  return values.size === 1 ? only : null
}

/** Whether a figure is one of those that the line stands for. */
export const isAtReference = (entry: LedgerEntry, reference: number | null): boolean =>
  reference !== null && heldTrue(entry) === reference

function heldTrue({ figure, verdict, standing }: LedgerEntry): number | null {
  if (!figure || verdict !== 'true' || standing !== 'standing') return null
  return figure.exactness === 'exactly' && figure.low === figure.high ? figure.low : null
}
