/** How much of a text was found: both between 0 and 1, null where the other text is empty and there is nothing to say. */
export type Match = { precision: number | null; recall: number | null }

/** The 4-grams that two texts share, counted as `string_shingle_matching` of article-extraction-benchmark counts them. */
export function shingleMatch(truth: string, found: string): Match {
  const [wanted, given] = [shinglesOf(truth), shinglesOf(found)]
  let both = 0
  for (const [shingle, count] of wanted) both += Math.min(count, given.get(shingle) ?? 0)
  return matchOf({ both, wanted: sum(wanted), given: sum(given) })
}

/** The passages that must and must not be there, counted as `count_item` of trafilatura's evaluation counts them. */
export function passageCount(passages: { with: string[]; without: string[] }, found: string): Count {
  const text = bare(found)
  const here = (wanted: string[]) => wanted.filter((passage) => text.includes(bare(passage))).length
  return {
    both: here(passages.with),
    wanted: passages.with.length,
    given: here(passages.with) + here(passages.without),
  }
}

/** What was wanted, what was given, and what was both. */
export type Count = { both: number; wanted: number; given: number }

/** Precision and recall of a count. */
export function matchOf({ both, wanted, given }: Count): Match {
  if (wanted === 0 && given === 0) return { precision: null, recall: null }
  return { precision: given > 0 ? both / given : null, recall: wanted > 0 ? both / wanted : null }
}

/** Macro averages, and F1 as the benchmark makes it: of the averages, not the average of each page's F1. */
export function macro(matches: Match[]): { precision: number; recall: number; f1: number } {
  const precision = mean(matches.map((match) => match.precision).filter((value) => value !== null))
  const recall = mean(matches.map((match) => match.recall).filter((value) => value !== null))
  return { precision, recall, f1: f1Of(precision, recall) }
}

/** The harmonic mean of precision and recall. */
export function f1Of(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
}

function mean(values: number[]): number {
  return values.reduce((all, value) => all + value, 0) / values.length
}

// Python's \w: letters, numbers and the low line, but no combining marks.
function shinglesOf(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? []
  if (words.length === 0) return new Map()
  const last = Math.max(1, words.length - 3)
  return counted(Array.from({ length: last }, (_, at) => words.slice(at, at + 4).join(' ')))
}

function counted(things: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1)
  return counts
}

function sum(counts: Map<string, number>): number {
  return [...counts.values()].reduce((all, count) => all + count, 0)
}

function bare(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
