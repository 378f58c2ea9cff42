import { pino } from 'pino'
import { connectDatabase } from './connect-database'
import { readEnvFile, settings } from './env'
import { openNextPages } from './next-pages'
import { type Part, stopOnSignals, stopper, surviveClosedOutput } from './stop'
import { openWeb } from './web'

/** The one process: database, pages and rooms on one port. */
async function start(): Promise<void> {
  readEnvFile()
  surviveClosedOutput()
  const chosen = settings()
  // next-auth reads its own address from here.
  process.env.NEXTAUTH_URL ??= chosen.publicOrigin
  const log = pino({ level: chosen.logLevel }, pino.destination({ dest: 2, sync: true }))
  // In the order in which they are stopped: each still needs those after it.
  const parts: Part[] = []
  const stop = stopper(parts, log)
  stopOnSignals(stop, log)
  try {
    const database = await connectDatabase(chosen, {
      onError: (error) => log.error(error, 'database connection'),
    })
    parts.unshift({ name: 'database', close: database.close })

    const pages = await openNextPages(process.argv.includes('--dev'), chosen)
    parts.unshift({ name: 'pages', close: pages.close })

    const web = await openWeb({ rest: pages.answer, sockets: { '/_next/': pages.upgrade } }, chosen, log)
    parts.unshift({ name: 'answering', close: web.close })
    parts.unshift({ name: 'listening', close: web.stopAccepting })
    console.log(`Proofroom is ready: ${chosen.publicOrigin}`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    await stop(1)
  }
}

await start().catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})
