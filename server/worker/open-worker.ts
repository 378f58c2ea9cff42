import { join } from 'node:path'
import { Worker, type WorkerOptions } from 'node:worker_threads'

/** A thread that runs one of the files of `build-workers.mjs`, with a heap of so many megabytes where that is said. */
export function openWorker(name: string, options: WorkerOptions & { megabytes?: number } = {}): Worker {
  const { megabytes, ...others } = options
  // The path is made at the time of the call, so that Next's bundler does not look for the file.
  const file = join(/* turbopackIgnore: true */ process.cwd(), '.build', `${name}.mjs`)
  return new Worker(/* turbopackIgnore: true */ /* webpackIgnore: true */ file, {
    ...(megabytes ? { resourceLimits: { maxOldGenerationSizeMb: megabytes } } : {}),
    execArgv: [],
    ...others,
  })
}
