import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Answer, Task } from './draw-worker'

/** Milliseconds after which something that is drawn is given up. */
const longest = 60_000

let queue: Promise<unknown> = Promise.resolve()
let thread: Worker | null = null

/** Draws in a thread of its own, one thing at a time; fails where that takes too long or the thread ends. */
export function drawInWorker(task: Task): Promise<Buffer> {
  const result = queue.then(() => inThread(task))
  // The queue goes on; the outcome goes to the one who asked.
  queue = result.then(nothing, nothing)
  return result
}

function nothing(): void {}

function inThread(task: Task): Promise<Buffer> {
  const worker = openThread()
  return new Promise((resolve, reject) => {
    const settle = () => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      worker.unref()
    }
    const end = (reason: Error) => {
      settle()
      if (thread === worker) thread = null
      void worker.terminate()
      reject(reason)
    }
    const timer = setTimeout(() => end(new Error(`drawing took longer than ${longest} ms`)), longest)
    const onMessage = (answer: Answer) => {
      settle()
      if ('bytes' in answer) resolve(Buffer.from(answer.bytes))
      else reject(new Error(`nothing could be drawn: ${answer.fault}`))
    }
    const onError = (fault: Error) => end(fault)
    const onExit = () => end(new Error('the thread that draws ended'))
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.ref()
    worker.postMessage(task)
  })
}

function openThread(): Worker {
  if (thread) return thread
  const worker = new Worker(join(process.cwd(), '.build', 'draw-worker.mjs'), {
    resourceLimits: { maxOldGenerationSizeMb: 512 },
    execArgv: [],
  })
  worker.unref()
  worker.once('exit', () => {
    if (thread === worker) thread = null
  })
  // An idle thread that fails must not take the process with it.
  worker.on('error', nothing)
  thread = worker
  return worker
}
