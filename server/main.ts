import { watchDatabase } from '../db/client'
import { serveOriginal } from './article/file/serve-original'
import { serveUpload } from './article/file/serve-upload'
import { followEntries } from './audit/chain/keep-chain'
import type { OnError, Work } from './channel/keep-rounds'
import { readEnvFile, settings } from './env'
import { serveExport } from './export/serve-export'
import { openLog } from './fault/open-log'
import { serveFollows } from './follow/serve-follows'
import { serveGuest } from './guest/serve-guest'
import { serveWords } from './language/serve-words'
import { serveLists } from './latest/serve-lists'
import { readSetUpCode } from './member/found-desk'
import { reachDatabase } from './process/connect-database'
import { openNextPages } from './process/next-pages'
import { joinOthers } from './process/others/join-others'
import { noPages } from './process/rooms-only'
import { type Part, stopOnSignals, stopper, surviveClosedOutput } from './process/stop'
import { answerAway, orAway, prepareOrAway, waitForDatabase } from './process/wait-for-database'
import { type Answers, openWeb } from './process/web'
import { worksFor } from './process/works'
import { serveChosen } from './publication/copy/chosen/serve-chosen'
import { openFiles } from './publication/dataset/copies/serve-files'
import { servePreview } from './publication/next/serve-preview'
import { openPages } from './publication/serve-page'
import { serveReports } from './report/serve-reports'
import { openRooms } from './room/live/host'
import { serveSnapshot } from './room/serve-snapshot'
import { startRules } from './rule/start-rules'
import { requireEmbedder } from './similar/embed/open-embedder'
import { serveEvidence } from './source/serve-evidence'

/** The one process: database, pages and rooms on one port. */
async function start(): Promise<void> {
  readEnvFile()
  surviveClosedOutput()
  const chosen = settings()
  // next-auth reads its own address from here; PUBLIC_ORIGIN is the one place to set it.
  process.env.NEXTAUTH_URL = chosen.publicOrigin
  const log = openLog(chosen.logLevel)
  // In the order in which they are stopped: each still needs those after it.
  const parts: Part[] = []
  const stop = stopper(parts, log)
  stopOnSignals(stop, log)
  try {
    const database = await reachDatabase(chosen, {
      onError: ({ message }) => log.warn({ reason: message }, 'a database connection broke'),
    })
    parts.unshift({ name: 'database', close: database.close })
    const away = await prepareOrAway(database.pool)
    const onError = (error: unknown) => log.error(error, 'public pages')
    const publicPages = await openPages({ dataDir: chosen.dataDir, onError })
    parts.unshift({ name: 'public pages', close: publicPages.close })
    const files = openFiles({ dataDir: chosen.dataDir, onError })
    parts.unshift({ name: 'files', close: files.close })
    const isForPages = chosen.role !== 'rooms'
    const ready: Answers['ready'] = (request, response) =>
      isForPages &&
      (serveWords(request, response) ||
        publicPages.servePage(request, response) ||
        files.serveFile(request, response))
    const answers: Answers = { ready, rest: answerAway, sockets: {} }
    let web =
      away && (await waitForDatabase(away, { pool: database.pool, publicPages, answers, chosen, log }))

    watchDatabase((isAway) =>
      isAway
        ? log.warn('The database does not answer: readers’ pages are served.')
        : log.info('The database answers.'),
    )
    const lease = await joinOthers(chosen, log)
    /** Begins work beside the answers; each is stopped before all that began earlier, and after the answers. */
    const begin = async (name: string, start: (onError: OnError) => Work | Promise<Work>) => {
      const { close } = await start((error) => log.error(error, name))
      parts.splice(1, 0, { name, close })
    }
    await begin('audit', followEntries)
    if (isForPages) {
      requireEmbedder()
      for (const [name, start] of worksFor(chosen)) await begin(name, start)
    }
    const pages = isForPages ? await openNextPages(process.argv.includes('--dev'), chosen) : noPages
    parts.unshift({ name: 'pages', close: pages.close })
    const disk = chosen.databaseUrl ? null : { folder: chosen.dataDir, reserve: chosen.diskReserve }
    const rooms = await openRooms({ ...chosen, lease, disk, log })

    if (isForPages)
      answers.routes = (request, response) =>
        serveSnapshot(request, response, log) ||
        servePreview(request, response, log) ||
        serveExport(request, response, log) ||
        serveChosen(request, response, log) ||
        serveEvidence(request, response, log) ||
        serveUpload(request, response, log) ||
        serveOriginal(request, response, log) ||
        serveGuest(request, response, log) ||
        serveReports(request, response, log) ||
        serveFollows(request, response, log) ||
        serveLists(request, response, log)
    answers.rest = orAway(pages.answer)
    answers.sockets = { '/collab': rooms.handleUpgrade, '/_next/': pages.upgrade }
    web ??= await openWeb(answers, chosen, log)
    parts.unshift({ name: 'answers', close: web.close })
    parts.unshift({ name: 'rooms', close: rooms.close })
    // In every process, as only the one with a room can write there.
    const following = await startRules(rooms.writeByRule, (error) => log.error(error, 'rules'))
    parts.unshift({ name: 'rules', close: following.close })
    parts.unshift({ name: 'door', close: web.stopAccepting })
    console.log(`Proofroom is ready: ${chosen.publicOrigin}`)
    const setUpCode = await readSetUpCode(chosen.host)
    if (setUpCode) console.log(`Set-up code for the first run: ${setUpCode}`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    await stop(1)
  }
}

await start().catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})
