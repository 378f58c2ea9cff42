import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Refused } from '../../refusal'
import type { Placement } from '../revised/placement'
import type { Answer, PlaceTask, Task } from './extract-worker'
import { type Extraction, extractionShape } from './extraction'

const maxLetters = 5_000_000

/** Limits of one extraction: milliseconds, and megabytes of the thread's heap. */
type WorkerLimits = { timeout?: number; heap?: number }

/**
 * Reads an article in a thread of its own, one page at a time; a page that needs over ten seconds or 256 MB is
 * refused as too heavy and its thread is ended.
 */
export async function extractInWorker(task: Task, limits: WorkerLimits = {}): Promise<Extraction> {
  const size = task.kind === 'html' ? task.html.length : task.raw.length
  if (size > maxLetters) throw new Refused({ code: 'page-too-large' })
  const answer = await inTurn(task, limits)
  return extractionShape.parse('extraction' in answer ? answer.extraction : null)
}

/** Finds passages of one revision in another, in the same thread and within the same limits. */
export async function placeInWorker(task: Omit<PlaceTask, 'kind'>): Promise<Placement[]> {
  const answer = await inTurn({ kind: 'place', ...task }, {})
  return 'placements' in answer ? answer.placements : []
}

function inTurn(task: Task | PlaceTask, limits: WorkerLimits): Promise<Answer> {
  const result = queue.then(() => inThread(task, limits))
  queue = result.then(nothing, nothing)
  return result
}

let queue: Promise<unknown> = Promise.resolve()
let warm: { worker: Worker; heap: number } | null = null

// The promise of the queue tells only that a page is done; its outcome goes to the one who asked.
function nothing(): void {}

function inThread(task: Task | PlaceTask, { timeout = 10_000, heap = 256 }: WorkerLimits): Promise<Answer> {
  const worker = warmWorker(heap)
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => end(new Refused({ code: 'page-too-heavy' })), timeout)
    const settle = () => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      worker.unref()
    }
    const end = (reason: Error) => {
      settle()
      discard(worker)
      reject(reason)
    }
    const onMessage = (answer: Answer) => {
      settle()
      if (!('fault' in answer)) resolve(answer)
      // Tags so deep inside each other that the stack is used up.
      else if (answer.isTooDeep) reject(new Refused({ code: 'page-too-heavy' }))
      else reject(new Error(`The page could not be read: ${answer.fault}`))
    }
    const onError = (fault: Error) =>
      end(isOutOfMemory(fault) ? new Refused({ code: 'page-too-heavy' }) : fault)
    const onExit = () => end(new Refused({ code: 'page-too-heavy' }))
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.ref()
    worker.postMessage(task)
  })
}

function warmWorker(heap: number): Worker {
  if (warm?.heap === heap) return warm.worker
  if (warm) discard(warm.worker)
  // The path is made at the time of the call, so that Next's bundler does not look for the file.
  const file = join(/* turbopackIgnore: true */ process.cwd(), '.build', 'extract-worker.mjs')
  const worker = new Worker(/* turbopackIgnore: true */ /* webpackIgnore: true */ file, {
    resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: 32 },
    execArgv: [],
  })
  worker.unref()
  worker.once('exit', () => {
    if (warm?.worker === worker) warm = null
  })
  // An idle thread that fails must not take the process with it; the next page gets a new one.
  worker.on('error', nothing)
  warm = { worker, heap }
  return worker
}

function discard(worker: Worker): void {
  if (warm?.worker === worker) warm = null
  void worker.terminate()
}

function isOutOfMemory(fault: Error): boolean {
  return 'code' in fault && fault.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
