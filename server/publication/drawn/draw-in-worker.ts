import { keepWorker } from '../../worker/keep-worker'
import type { Answer, Task } from './draw-worker'

const draw = keepWorker<Task, Answer>('draw-worker', { longest: 60_000, megabytes: 512 })

/** Draws in a thread of its own, one thing at a time; fails where that takes over a minute or the thread ends. */
export async function drawInWorker(task: Task): Promise<Buffer> {
  const answer = await draw(task)
  if ('fault' in answer) throw new Error(`nothing could be drawn: ${answer.fault}`)
  return Buffer.from(answer.bytes)
}
