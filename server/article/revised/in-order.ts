/** The most of these pairs whose second numbers rise with their first; the pairs come by their first numbers. */
export function inOrder(pairs: readonly [number, number][]): [number, number][] {
  // Patience: the smallest end of a rising run of each length, and what each pair follows.
  const ends: number[] = []
  const follows: (number | undefined)[] = []
  for (const [at, [, other]] of pairs.entries()) {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < other) low = middle + 1
      else high = middle
    }
    follows[at] = ends[low - 1]
    ends[low] = at
  }
  const rising: [number, number][] = []
  for (let at = ends.at(-1); at !== undefined; at = follows[at]) {
    const pair = pairs[at]
    if (pair) rising.push(pair)
  }
  return rising.reverse()
}
