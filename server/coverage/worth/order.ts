type Ranked = { worth: number; nowhereIn: readonly unknown[] }

/**
 * The sentences as their indices: first those that a dossier's other articles do not have, then those worth checking
 * most; of two alike, the one that comes first in the text.
 */
export function orderOfWorth(sentences: readonly Ranked[]): number[] {
  const worth = (index: number) => sentences[index]?.worth ?? 0
  const isApart = (index: number) => Number((sentences[index]?.nowhereIn.length ?? 0) > 0)
  return [...sentences.keys()].sort(
    (one, other) => isApart(other) - isApart(one) || worth(other) - worth(one) || one - other,
  )
}
