/** Work that goes on beside the answers until it is closed, which waits for what is under way. */
export type Work = { close: () => Promise<void> }
export type OnError = (error: unknown) => void

type Rounds = {
  /** From the beginning of one round to that of the next, in ms. */
  every: number
  /** One round; a long one ends early once `isClosed`. */
  round: (isClosed: () => boolean) => Promise<unknown>
  onError: OnError
  /** Whether the first round waits, too; else it catches up with what fell due while nobody looked. */
  waitsFirst?: boolean
}

/** Works in rounds, one after the other: one that takes long is not followed by all that fell due meanwhile. */
export function keepRounds({ every, round, onError, waitsFirst = false }: Rounds): Work {
  let isClosed = false
  let running: Promise<void> | null = null
  const begin = () => {
    running ??= round(() => isClosed)
      .then(() => undefined, onError)
      .finally(() => {
        running = null
      })
  }
  if (!waitsFirst) begin()
  const timer = setInterval(begin, every).unref()
  return {
    close: async () => {
      isClosed = true
      clearInterval(timer)
      await running
    },
  }
}
