import { fetchDue } from './fetch-changes'

/** How often it is looked whether a page is due, in ms. */
const lookEvery = 10 * 60_000

/** Looks at the pages of articles as often as members asked for it. */
export function startWatchingPages(onError: (error: unknown) => void): { close: () => Promise<void> } {
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
