import type { Span } from '../claim/quote'
import type { Refusal } from '../refusal'
import type { Someone } from '../thread/thread'

/** What somebody signed about a sentence: that it has no factual claim, or that they take this back. */
export type Look = Span & { id: string; hasNoClaim: boolean; by: Someone; at: Date }

/** Where a sentence stands: a claim quotes some of it, somebody signed that there is none in it, or neither. */
export type SentenceState =
  | { is: 'claimed'; claimId: string }
  | { is: 'no-claim'; look: Look }
  | { is: 'not-looked-at' }

const notLookedAt: SentenceState = { is: 'not-looked-at' }

/**
 * The state of each sentence. Sentences and quotes come in the order of the text, looks the oldest first. A look is
 * about the sentences whose middle it covers: another program may cut a text a little differently.
 */
export function coverageOf(
  sentences: readonly Span[],
  quotes: readonly (Span & { id: string })[],
  looks: readonly Look[],
): SentenceState[] {
  const states = sentences.map(() => notLookedAt)
  for (const look of looks)
    for (let at = firstIndex(sentences, (one) => middleOf(one) >= look.start); at < sentences.length; at++) {
      const sentence = sentences[at]
      if (!sentence || middleOf(sentence) >= look.end) break
      states[at] = look.hasNoClaim ? { is: 'no-claim', look } : notLookedAt
    }
  // The later ones first: a sentence with two claims answers with the first of them.
  for (const { id, start, end } of quotes.toReversed())
    for (let at = firstIndex(sentences, (one) => one.end > start); at < sentences.length; at++) {
      if ((sentences[at]?.start ?? end) >= end) break
      states[at] = { is: 'claimed', claimId: id }
    }
  return states
}

const middleOf = ({ start, end }: Span) => (start + end) / 2

/** The first of the sentences for which something holds that holds for all behind it; their number where none is. */
function firstIndex(sentences: readonly Span[], holds: (sentence: Span) => boolean): number {
  let [low, high] = [0, sentences.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const sentence = sentences[middle]
    if (sentence && holds(sentence)) high = middle
    else low = middle + 1
  }
  return low
}

/** How many sentences nobody has looked at. */
export function countLeft(states: readonly SentenceState[]): number {
  return states.filter(({ is }) => is === 'not-looked-at').length
}

/**
 * The next sentence that nobody has looked at, as its index: the first one behind `from` in the order of worth, and
 * after the last one the first again; null when all are looked at.
 */
export function nextLeft(
  order: readonly number[],
  states: readonly SentenceState[],
  { from, step }: { from: number | null; step: 1 | -1 },
): number | null {
  const place = from === null ? -1 : order.indexOf(from)
  const start = place < 0 && step === -1 ? order.length : place
  for (let gone = 1; gone <= order.length; gone++) {
    const index = order[(start + step * gone + 2 * order.length) % order.length]
    if (index !== undefined && index !== from && states[index]?.is === 'not-looked-at') return index
  }
  return null
}

/** The index of the sentence at a place of the text, or the next one behind it; null behind the last. */
export function sentenceAt(sentences: readonly Span[], place: number): number | null {
  const index = firstIndex(sentences, ({ end }) => end > place)
  return index < sentences.length ? index : null
}

/** Why it cannot be signed that a sentence has no factual claim; null when it can. */
export function whyNotPassOver(state: SentenceState | undefined): Refusal | null {
  if (!state) return { code: 'sentence-unknown' }
  return state.is === 'claimed' ? { code: 'sentence-claimed' } : null
}
