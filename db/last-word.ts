import { AsyncLocalStorage } from 'node:async_hooks'
import type { Transaction } from './client'

/** Something written at the end of each transaction that some work opens, just before it commits. */
export type LastWord = {
  write: (tx: Transaction) => Promise<void>
  /** A transaction in which it was written has committed. */
  committed: () => void
}

// Next's bundle and the server process hold their own copy of this module.
const place = Symbol.for('proofroom.last-word')

function words(): AsyncLocalStorage<LastWord> {
  const known: AsyncLocalStorage<LastWord> | undefined = Reflect.get(globalThis, place)
  const storage = known ?? new AsyncLocalStorage<LastWord>()
  if (!known) Reflect.set(globalThis, place, storage)
  return storage
}

/** Does some work whose transactions all end with a last word. */
export function withLastWord<T>(word: LastWord, work: () => Promise<T>): Promise<T> {
  return words().run(word, work)
}

/** Opens transactions as before, each with the last word of the work that opens it, if there is one. */
export function endingWithLastWord<Begin extends (work: (tx: Transaction) => Promise<unknown>) => unknown>(
  begin: Begin,
): Begin {
  const beginning = async (work: (tx: Transaction) => Promise<unknown>, ...settings: unknown[]) => {
    const word = words().getStore()
    if (!word) return Reflect.apply(begin, null, [work, ...settings])
    const whole = async (tx: Transaction) => {
      const result = await work(tx)
      await word.write(tx)
      return result
    }
    const result = await Reflect.apply(begin, null, [whole, ...settings])
    word.committed()
    return result
  }
  // It takes what `begin` takes and gives what it gives.
  return beginning as unknown as Begin
}
