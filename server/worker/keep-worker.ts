import type { Worker } from 'node:worker_threads'
import { oneAtATime } from './one-at-a-time'
import { openWorker } from './open-worker'

export type WorkerLimits = {
  /** Milliseconds that one task may take. */
  longest: number
  /** Milliseconds of processor time that the process may need meanwhile: of use where it does nothing else. */
  mostWork?: number
  /** Megabytes of the thread's heap. */
  megabytes: number
  /** Bytes by which the process may grow meanwhile: buffers do not count as a thread's heap. */
  mostGrowth?: number
}

/** A task was given up: its thread reached one of its limits, or ended. */
export class GivenUp extends Error {}

/**
 * Work that has a thread of its own, which does one task after the other. The thread begins with the first task and is
 * kept; one that reaches a limit is ended, its task fails with `GivenUp`, and the next task gets a new one. A fault
 * that the thread does not answer for itself is passed on.
 */
export function keepWorker<Task, Answer>(name: string, usual: WorkerLimits) {
  let kept: { worker: Worker; megabytes: number } | null = null

  return oneAtATime((task: Task, limits: Partial<WorkerLimits> = {}) =>
    inThread(task, { ...usual, ...limits }),
  )

  function inThread(task: Task, limits: WorkerLimits): Promise<Answer> {
    const worker = threadOf(limits.megabytes)
    return new Promise((resolve, reject) => {
      const settle = () => {
        for (const stop of stops) stop()
        worker.off('message', onMessage).off('error', onError).off('exit', onExit)
        worker.unref()
      }
      const end = (reason: Error) => {
        settle()
        discard(worker)
        reject(reason)
      }
      const giveUp = (why: string) => end(new GivenUp(`${name}: ${why}`))
      const stops = [watchTime(limits, giveUp), watchWork(limits, giveUp), watchGrowth(limits, giveUp)]
      const onMessage = (answer: Answer) => {
        settle()
        resolve(answer)
      }
      const onError = (fault: Error) =>
        end(isOutOfMemory(fault) ? new GivenUp(`${name}: its heap is full`) : fault)
      const onExit = () => end(new GivenUp(`${name}: the thread ended`))
      worker.on('message', onMessage).on('error', onError).on('exit', onExit)
      worker.ref()
      worker.postMessage(task)
    })
  }

  function threadOf(megabytes: number): Worker {
    if (kept?.megabytes === megabytes) return kept.worker
    if (kept) discard(kept.worker)
    const worker = openWorker(name, { megabytes })
    worker.unref()
    worker.once('exit', () => {
      if (kept?.worker === worker) kept = null
    })
    // An idle thread that fails must not take the process with it.
    worker.on('error', nothing)
    kept = { worker, megabytes }
    return worker
  }

  function discard(worker: Worker): void {
    if (kept?.worker === worker) kept = null
    void worker.terminate()
  }
}

type Watch = (limits: WorkerLimits, over: (why: string) => void) => () => void

const watchTime: Watch = ({ longest }, over) => {
  const timer = setTimeout(() => over(`it took longer than ${longest} ms`), longest)
  return () => clearTimeout(timer)
}

const watchWork: Watch = ({ mostWork }, over) => {
  if (!mostWork) return nothing
  const before = process.cpuUsage()
  const look = () => {
    const { user, system } = process.cpuUsage(before)
    if ((user + system) / 1_000 > mostWork) over(`it took more than ${mostWork} ms of work`)
  }
  const timer = setInterval(look, 50)
  return () => clearInterval(timer)
}

const watchGrowth: Watch = ({ mostGrowth }, over) => {
  if (!mostGrowth) return nothing
  const before = process.memoryUsage.rss()
  const look = () =>
    process.memoryUsage.rss() - before > mostGrowth && over(`it took more than ${mostGrowth} bytes`)
  const timer = setInterval(look, 50)
  return () => clearInterval(timer)
}

function isOutOfMemory(fault: Error): boolean {
  return 'code' in fault && fault.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

function nothing(): void {}
