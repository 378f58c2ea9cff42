import { tellDueReplies } from './tell-due-replies'

/** How often it is looked whether a day has passed, in ms. */
const lookEvery = 10 * 60_000

/** Tells of replies that did not come by their day, as days pass on desks' clocks; one round after the other. */
export function startTellingOfReplies(onError: (error: unknown) => void): { close: () => Promise<void> } {
  let last: Promise<unknown> | null = null
  const look = () => {
    last ??= tellDueReplies(new Date())
      .catch(onError)
      .finally(() => {
        last = null
      })
  }
  const timer = setInterval(look, lookEvery).unref()
  return {
    close: async () => {
      clearInterval(timer)
      await last
    },
  }
}
