import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Answer } from './embed-worker'

/** Milliseconds after which sentences are given up; the first ones wait for the weights to be read. */
const longest = 20_000
/** Vectors that are kept, of 512 numbers each; claims are sought again and again while somebody writes. */
const mostKept = 5_000

const kept = new Map<string, number[]>()
let queue: Promise<unknown> = Promise.resolve()
let thread: Worker | null = null

/** The vectors of sentences, made in a thread of its own and kept for the next who asks; fails where that takes too long. */
export async function embedInWorker(sentences: string[]): Promise<number[][]> {
  const missing = [...new Set(sentences.filter((sentence) => !kept.has(sentence)))]
  const result = queue.then(() => (missing.length ? inThread(missing) : []))
  // The queue goes on; the outcome goes to the one who asked.
  queue = result.then(nothing, nothing)
  const made = await result
  const known = new Map([...kept, ...missing.map((sentence, at) => [sentence, made[at] ?? []] as const)])
  for (const [at, sentence] of missing.entries()) keep(sentence, made[at] ?? [])
  return sentences.map((sentence) => known.get(sentence) ?? [])
}

function nothing(): void {}

function keep(sentence: string, vector: number[]): void {
  kept.set(sentence, vector)
  const [oldest] = kept.keys()
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
}

function inThread(sentences: string[]): Promise<number[][]> {
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
    const timer = setTimeout(
      () => end(new Error(`sentences took longer than ${longest} ms to encode`)),
      longest,
    )
    const onMessage = (answer: Answer) => {
      settle()
      if ('vectors' in answer) resolve(answer.vectors)
      else reject(new Error(`sentences could not be encoded: ${answer.fault}`))
    }
    const onError = (fault: Error) => end(fault)
    const onExit = () => end(new Error('the thread that encodes sentences ended'))
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.ref()
    worker.postMessage(sentences)
  })
}

function openThread(): Worker {
  if (thread) return thread
  // The path is made at the time of the call, so that Next's bundler does not look for the file.
  const file = join(/* turbopackIgnore: true */ process.cwd(), '.build', 'embed-worker.mjs')
  const worker = new Worker(/* turbopackIgnore: true */ /* webpackIgnore: true */ file, {
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
