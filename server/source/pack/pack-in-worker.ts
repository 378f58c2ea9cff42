import { keepWorker } from '../../worker/keep-worker'
import { evidencePlace } from '../store/keep-bytes'
import type { PackOrder } from './pack-content'
import type { Answer, Task } from './pack-worker'

const write = keepWorker<Task, Answer>('pack-worker', { longest: 5 * 60_000, megabytes: 512 })

/**
 * Makes a pack in a thread of its own, one at a time: what is archived is read, hashed and packed there. Fails where the
 * store does not answer, and where it takes over five minutes.
 */
export async function packInWorker(order: PackOrder, madeAt: Date): Promise<Buffer> {
  const answer = await write({ order, place: evidencePlace(), madeAt })
  if ('fault' in answer) throw new Error(`no pack could be made: ${answer.fault}`)
  const { buffer, byteOffset, length } = answer.bytes
  return Buffer.from(buffer, byteOffset, length)
}
