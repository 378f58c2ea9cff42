import { countLexemes } from './count-lexemes'

/** How often it is looked whether the words have to be counted, in ms. */
const lookEvery = 10 * 60_000

/** Keeps the count of words about an hour fresh. */
export function startCounting(onError: (error: unknown) => void): { close: () => Promise<void> } {
  let last: Promise<unknown> = Promise.resolve()
  let isClosed = false
  const look = () => {
    last = last.then(() => (isClosed ? null : countLexemes(new Date()))).catch(onError)
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
