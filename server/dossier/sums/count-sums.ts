import { GivenUp, keepWorker, type WorkerLimits } from '../../worker/keep-worker'
import type { Answer } from './count-sums-worker'
import type { Finding } from './finding'
import type { Reckoned } from './sums'

const count = keepWorker<Reckoned, Answer>('count-sums-worker', { longest: 10_000, megabytes: 256 })

/**
 * `failingSums` in a thread of its own: a page of tables takes seconds. Null of an article that takes over ten.
 */
export async function sumsInWorker(
  { blocks, language, published }: Reckoned,
  limits: Partial<WorkerLimits> = {},
): Promise<Finding[] | null> {
  const answer = await count({ blocks, language, published }, limits).catch((fault) => {
    if (fault instanceof GivenUp) return { findings: null }
    throw fault
  })
  if ('fault' in answer) throw new Error(`sums could not be counted: ${answer.fault}`)
  return answer.findings
}
