/** Whether a server bears a rate, in edits a second. */
export type Bears = (rate: number) => Promise<boolean>

/**
 * The highest rate that a server bears, to within a tenth: doubled until it fails, then narrowed down. A rate that
 * fails is tried twice, as the machine may have been busy with something else.
 */
export async function highestRate(bears: Bears, from = 1_600, most = 25_600): Promise<number> {
  const bearsAtLast = async (rate: number) => (await bears(rate)) || (await bears(rate))
  let [low, high] = [0, from]
  while (high <= most && (await bearsAtLast(high))) [low, high] = [high, high * 2]
  if (high > most) return low
  while (high - low > high / 10) {
    const middle = Math.round((low + high) / 2)
    if (await bearsAtLast(middle)) low = middle
    else high = middle
  }
  return low
}
