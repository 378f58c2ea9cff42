import { askStamps, type Witnesses } from './ask-stamps'

/** How often it is looked whether somebody outside is to be asked, in ms. */
const lookEvery = 30_000

/** Has new snapshots vouched for by those outside that the installation names; one round after the other. */
export function startStamping(
  witnesses: Witnesses,
  onError: (error: unknown) => void,
): { close: () => Promise<void> } {
  let last: Promise<unknown> | null = null
  const look = () => {
    last ??= askStamps(witnesses, new Date())
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
