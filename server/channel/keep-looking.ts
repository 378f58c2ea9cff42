import { listen } from './listen'
import type { Channel } from './notify'

/** `settled` is done when everything that was due until then was done. */
export type Looking = { settled: () => Promise<void>; close: () => Promise<void> }

type Options = {
  /** The channel that tells of more to do. */
  channel: Channel
  /** Does what is due and says when the next is, as far as it knows; ends early once `isStopped`. */
  act: (isStopped: () => boolean) => Promise<Date | null>
  onError: (error: unknown) => void
  /** The shortest sleep in ms between two looks that nobody asked for. */
  shortestSleep?: number
}

/** The longest sleep in ms: after a fault, a lost message or a clock that was put right, it is looked again. */
const longestSleep = 30_000

/**
 * Does what is due, one look after the other: at once, beginning with what an earlier process left, when the channel
 * tells of more, and when the next falls due.
 */
export async function keepLooking({ channel, act, onError, shortestSleep = 0 }: Options): Promise<Looking> {
  let last: Promise<unknown> = Promise.resolve()
  let timer: ReturnType<typeof setTimeout> | undefined
  let isClosed = false
  const look = () => {
    last = last.then(async () => {
      if (isClosed) return
      clearTimeout(timer)
      const next = await act(() => isClosed).catch((error) => {
        onError(error)
        return null
      })
      const sleep = next ? Math.max(shortestSleep, next.getTime() - Date.now()) : longestSleep
      timer = setTimeout(look, Math.min(sleep, longestSleep)).unref()
    })
  }
  look()
  const stop = await listen({ [channel]: look }, look)
  return {
    settled: async () => void (await last),
    close: async () => {
      isClosed = true
      clearTimeout(timer)
      await stop()
      await last
      // A look that was under way when it was closed has set another one.
      clearTimeout(timer)
    },
  }
}
