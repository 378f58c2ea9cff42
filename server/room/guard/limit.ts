/** How much may come in at once, and how much each second after that. */
export type Limit = { burst: number; perSecond: number }

/** A token bucket: tells for each amount whether it still fits; what does not fit takes nothing away. */
export function limited({ burst, perSecond }: Limit, now: () => number): (amount?: number) => boolean {
  let left = burst
  let last = now()
  return (amount = 1) => {
    const time = now()
    left = Math.min(burst, left + ((time - last) / 1000) * perSecond)
    last = time
    if (amount > left) return false
    left -= amount
    return true
  }
}
