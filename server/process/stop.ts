import type { Logger } from 'pino'

export type Part = { name: string; close: () => unknown }

/** How long a stop may take, in ms; what is not down by then is cut off. */
const patience = 10_000

/** Ends the process in order, once, however often it is asked: first part first. */
export function stopper(parts: Part[], log: Logger): (exitCode: number) => Promise<void> {
  let isStopping = false
  return async (exitCode) => {
    // A terminal sends Ctrl-C to the whole group and npm passes it on again: once is enough.
    if (isStopping) return
    isStopping = true
    setTimeout(() => {
      log.error('not everything stopped in time')
      process.exit(1)
    }, patience).unref()
    for (const { name, close } of [...parts]) {
      try {
        await close()
      } catch (error) {
        log.error(error, `stopping ${name}`)
      }
    }
    process.exit(exitCode)
  }
}

/** Stops on Ctrl-C and on a fault nobody caught; a promise nobody awaited is only written down. */
export function stopOnSignals(stop: (exitCode: number) => Promise<void>, log: Logger): void {
  process.on('SIGINT', () => stop(0))
  process.on('SIGTERM', () => stop(0))
  process.on('unhandledRejection', (error) => log.error(error, 'unhandled rejection'))
  process.on('uncaughtException', (error) => {
    log.fatal(error, 'uncaught exception')
    void stop(1)
  })
}

/** Lets whoever reads our output go away (`npm start | head`) without ending or slowing the server. */
export function surviveClosedOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
  }
}
