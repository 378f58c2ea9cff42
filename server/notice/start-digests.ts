import { sendDigests } from './send-digests'

/** How often it is looked for members to write to, in ms. */
const lookEvery = 60_000

/** Writes the mails about unread notices as they fall due, and begins with what fell due while nobody looked. */
export function startDigests(
  origin: string,
  onError: (error: unknown) => void,
): { close: () => Promise<void> } {
  let last: Promise<unknown> = Promise.resolve()
  const look = () => {
    last = last.then(() => sendDigests({ now: new Date(), origin })).catch(onError)
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
