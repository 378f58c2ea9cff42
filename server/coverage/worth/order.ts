/** The sentences as their indices, those worth checking most first; of two alike, the one that comes first in the text. */
export function orderOfWorth(sentences: readonly { worth: number }[]): number[] {
  const worth = (index: number) => sentences[index]?.worth ?? 0
  return [...sentences.keys()].sort((one, other) => worth(other) - worth(one) || one - other)
}
