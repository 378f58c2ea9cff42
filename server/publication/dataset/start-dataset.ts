import { db } from '../../../db/client'
import { listen } from '../../channel/listen'
import { settings } from '../../env'
import { readIsDue } from './read-due'
import { writeDataset } from './write-dataset'

/** How often it is looked whether it is due, in ms. */
const lookEvery = 10 * 60_000

/** Makes the data set each night, and at once where there is none or its page came out otherwise today. */
export function startDataset(onError: (error: unknown) => void): { close: () => Promise<void> } {
  let last: Promise<unknown> = Promise.resolve()
  const ending = new AbortController()
  const onFailure = (error: unknown) => {
    if (!ending.signal.aborted) onError(error)
  }
  const look = () => {
    last = last
      .then(() => !ending.signal.aborted && makeIfDue(new Date(), { onError, over: ending.signal }))
      .catch(onFailure)
  }
  look()
  const timer = setInterval(look, lookEvery).unref()
  // Words that were removed under law do not stay in it until night.
  const listening = listen({ publication_made: look }, look)
  listening.catch(onError)
  return {
    close: async () => {
      clearInterval(timer)
      ending.abort()
      await (await listening)()
      await last
    },
  }
}

type Options = { onError?: (error: unknown) => void; over?: AbortSignal }

/** Whether it was due, and is made now; what had to be left out is told. Of several that ask at once, one makes it. */
export async function makeIfDue(now: Date, { onError, over }: Options = {}): Promise<boolean> {
  if (!settings().hasDataset || !(await readIsDue(db(), now))) return false
  const made = await writeDataset(now, { over, isWanted: (tx) => readIsDue(tx, now) })
  for (const { claim, version, why } of made?.leftOut ?? [])
    onError?.(new Error(`claim ${claim}, version ${version}, is left out of the data set: ${why}`))
  return made !== null
}
