import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Refused } from '../../refusal'
import { mostFileBytes } from '../file/file-type'
import type { Placement } from '../revised/placement'
import type { Answer, Done, FileRead, FileTask, PageTask, PlaceTask, Task } from './extract-worker'
import { type Extraction, extractionShape } from './extraction'

const maxLetters = 5_000_000

/** Most tags of a page: ten times those of the longest pages, and few enough to be read within the time there is. */
const maxTags = 150_000

/** How many bytes more than before the process may need while a page is read: buffers do not count as a thread's heap. */
const maxGrowth = 700_000_000

/** Limits of one extraction: milliseconds, and megabytes of the thread's heap. */
type WorkerLimits = { timeout?: number; heap?: number }

/**
 * Reads an article in a thread of its own, one page at a time; a page that needs over ten seconds or 256 MB is
 * refused as too heavy and its thread is ended.
 */
export async function extractInWorker(task: PageTask, limits: WorkerLimits = {}): Promise<Extraction> {
  const content = task.kind === 'html' ? task.html : task.raw
  if (content.length > maxLetters) throw new Refused({ code: 'page-too-large' })
  if (task.kind === 'html' && hasTooManyTags(content)) throw new Refused({ code: 'page-too-heavy' })
  const { extraction } = await readInTurn(task, limits)
  return extraction
}

/** Reads a file by the same limits; one that is damaged, locked or without text is refused with that. */
export async function extractFileInWorker(task: FileTask, limits: WorkerLimits = {}): Promise<FileRead> {
  if (task.bytes.length > mostFileBytes) throw new Refused({ code: 'file-too-large', values: mostMegabytes })
  const isWritten = task.type === 'html' || task.type === 'text' || task.type === 'captions'
  if (isWritten && task.bytes.length > maxLetters) throw new Refused({ code: 'page-too-large' })
  return readInTurn(task, limits)
}

const mostMegabytes = { megabytes: mostFileBytes / 1_000_000 }

function hasTooManyTags(html: string): boolean {
  let tags = 0
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) {
    tags += 1
    if (tags > 2 * maxTags) return true
  }
  return false
}

/** Finds passages of one revision in another, in the same thread and within the same limits. */
export async function placeInWorker(task: Omit<PlaceTask, 'kind'>): Promise<Placement[]> {
  const done = await inTurn({ kind: 'place', ...task }, {})
  return 'placements' in done ? done.placements : []
}

async function readInTurn(task: PageTask | FileTask, limits: WorkerLimits): Promise<FileRead> {
  const done = await inTurn(task, limits)
  if (!('read' in done)) throw new Error('a page was asked for, and something else came')
  return { ...done.read, extraction: extractionShape.parse(done.read.extraction) }
}

function inTurn(task: Task, limits: WorkerLimits): Promise<Done> {
  const result = queue.then(() => inThread(task, limits))
  queue = result.then(nothing, nothing)
  return result
}

let queue: Promise<unknown> = Promise.resolve()
let warm: { worker: Worker; heap: number } | null = null

// The promise of the queue tells only that a page is done; its outcome goes to the one who asked.
function nothing(): void {}

function inThread(task: Task, { timeout = 10_000, heap = 256 }: WorkerLimits): Promise<Done> {
  const worker = warmWorker(heap)
  const before = process.memoryUsage.rss()
  return new Promise((resolve, reject) => {
    const refuse = () => end(new Refused({ code: 'page-too-heavy' }))
    const timer = setTimeout(refuse, timeout)
    const watch = setInterval(() => process.memoryUsage.rss() - before > maxGrowth && refuse(), 50)
    const settle = () => {
      clearTimeout(timer)
      clearInterval(watch)
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
      if ('refusal' in answer) reject(new Refused(answer.refusal))
      else if (!('fault' in answer)) resolve(answer)
      // Tags so deep inside each other that the stack is used up.
      else if (answer.isTooDeep) reject(new Refused({ code: 'page-too-heavy' }))
      else reject(new Error(`The page could not be read: ${answer.fault}`))
    }
    const onError = (fault: Error) =>
      end(isOutOfMemory(fault) ? new Refused({ code: 'page-too-heavy' }) : fault)
    const onExit = refuse
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
