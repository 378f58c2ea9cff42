import { openWorker } from '../../../worker/open-worker'
import type { FilesWritten } from './write-files'
import type { Task } from './write-worker'

/** Megabytes of the thread's heap, and milliseconds after which it is given up. */
const limits = { heap: 128, longest: 30 * 60_000 }

/**
 * Writes the files in a thread of its own, so that nobody who works in this process waits for a row. Fails when the
 * thread ends before all parts are kept, of which none is then; `over` ends it.
 */
export function writeInWorker(
  task: Task,
  { heap = limits.heap, over }: { heap?: number; over?: AbortSignal } = {},
): Promise<FilesWritten> {
  const worker = openWorker('write-worker', { workerData: task, megabytes: heap })
  return new Promise<FilesWritten>((resolve, reject) => {
    const end = (reason: Error) => {
      reject(reason)
      void worker.terminate()
    }
    const stop = () => end(new Error('the data set is not made: the process stops'))
    const timer = setTimeout(
      () => end(new Error(`the data set took longer than ${limits.longest} ms`)),
      limits.longest,
    )
    const settle = () => {
      clearTimeout(timer)
      over?.removeEventListener('abort', stop)
    }
    worker.on('message', resolve).on('error', end)
    worker.on('exit', () => {
      settle()
      reject(new Error('the thread that makes the data set ended'))
    })
    over?.addEventListener('abort', stop)
    if (over?.aborted) stop()
  })
}
