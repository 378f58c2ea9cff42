import { fetchDue } from './fetch-feeds'

/** How often it is looked whether a feed is due, in ms. */
const lookEvery = 10 * 60_000

/** Fetches the checks of others each night, and soon where an address was never tried. */
export function startFetching(onError: (error: unknown) => void): { close: () => Promise<void> } {
  let last: Promise<unknown> = Promise.resolve()
  let isClosed = false
  const look = () => {
    last = last.then(() => fetchDue(new Date(), () => isClosed)).catch(onError)
  }
  look()
  const timer = setInterval(look, lookEvery).unref()
  return {
    close: async () => {
      isClosed = true
      clearInterval(timer)
      await last
    },
  }
}
