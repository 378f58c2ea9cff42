import { type Seen, watchLinks, watchPublishedLinks } from './watch-links'

/** How often it is looked whether an address is due, in ms: a link that stays is archived within two of these. */
const lookEvery = 30_000
/** Links that only readers have are looked through this seldom, in rounds: each version's words are read for it. */
const publishedEvery = 60

/** Archives new links by itself and looks at the others each week; off where the installation says so. */
export function startWatchingLinks(onError: (error: unknown) => void): { close: () => Promise<void> } {
  const seen: Seen = new Map()
  let last: Promise<unknown> = Promise.resolve()
  let isClosed = false
  let isLooking = false
  let rounds = 0
  const look = () => {
    // A round that takes long is not followed by all that fell due meanwhile.
    if (isLooking) return
    isLooking = true
    const isStopped = () => isClosed
    last = watchLinks(seen, new Date(), isStopped)
      .then(() => (rounds++ % publishedEvery === 0 ? watchPublishedLinks(new Date(), isStopped) : 0))
      .catch(onError)
      .finally(() => {
        isLooking = false
      })
  }
  const timer = setInterval(look, lookEvery).unref()
  return {
    close: async () => {
      isClosed = true
      clearInterval(timer)
      await last
    },
  }
}
