import { keepWorker } from '../../worker/keep-worker'
import type { Answer } from './compare-articles-worker'
import type { Copied } from './copied'
import type { Told } from './sentence'

const compare = keepWorker<Told[], Answer>('compare-articles-worker', { longest: 60_000, megabytes: 512 })

/** Finds who copied whom in a thread of its own, as it can take seconds; fails where it takes over a minute. */
export async function copiedInWorker(told: Told[]): Promise<Copied> {
  const answer = await compare(told)
  if ('fault' in answer) throw new Error(`articles could not be compared: ${answer.fault}`)
  return answer.copied
}
