import { endExpired } from '../end-follow'
import { sendNews } from './send-news'

/** How often it is looked for something to tell, in ms: what happens in between goes in one mail. */
const lookEvery = 20_000

/** Tells followers what happened, begins with what an earlier process left, and forgets who never confirmed. */
export function startNews(origin: string, onError: (error: unknown) => void): { close: () => Promise<void> } {
  let last: Promise<unknown> = Promise.resolve()
  const look = () => {
    last = last
      .then(() => sendNews({ origin }))
      .then(() => endExpired(new Date()))
      .catch(onError)
  }
  look()
  const timer = setInterval(look, lookEvery).unref()
  return {
    close: async () => {
      clearInterval(timer)
      await last
    },
  }
}
