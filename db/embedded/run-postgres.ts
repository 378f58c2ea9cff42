import { type ChildProcess, spawn } from 'node:child_process'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { asPostgres } from './binaries'
import { isRoot, reachable } from './data-dir'
import { forgetStale, isAlive, isBeingWritten, type Postmaster, readPostmaster } from './postmaster'
import { complaintIn, giveToPostgres, type Place, plainEnv } from './prepare-place'

const settings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '100',
  shared_buffers: '64MB',
  max_wal_size: '512MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
}

/** A start may meet another's, and then be refused for a reason that has passed by the next one. */
const mostLaunches = 3

/** The running Postgres of a folder, started when it is not; waits for one that is starting or ending. */
export async function run(place: Place, socketDir?: string): Promise<Postmaster> {
  const until = Date.now() + 60_000
  let [child, launches]: [ChildProcess | null, number] = [null, 0]
  while (Date.now() < until) {
    const found = readPostmaster(place.cluster)
    if (found && isAlive(found, place.cluster)) {
      if (found.isReady) return found
    } else if (isBeingWritten(place.cluster, socketDir ?? socketFolder(place))) {
      // Another start, or what is left of one that was killed: what comes of it is seen in the next rounds.
    } else if (!child || child.exitCode !== null || child.signalCode !== null) {
      if (launches === mostLaunches)
        throw new Error(`Postgres did not start: ${complaintIn(fs.readFileSync(logOf(place), 'utf8'))}`)
      if (found) forgetStale(found, place.cluster)
      child = launch(place, socketDir ?? socketFolder(place))
      launches += 1
    }
    await pause(20)
  }
  throw new Error(`Postgres in ${place.dataDir} was not ready within a minute: see ${logOf(place)}.`)
}

function launch(place: Place, socketDir: string): ChildProcess {
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = fs.openSync(logOf(place), tooLong(logOf(place)) ? 'w' : 'a', 0o600)
  const child = spawn(place.binaries.postgres, ['-D', place.cluster, '-k', socketDir, ...options], {
    ...asPostgres,
    cwd: '/',
    env: plainEnv,
    stdio: ['ignore', log, log],
    // A process group of its own: Ctrl-C must reach us first, so that what is unsaved can still be saved.
    detached: true,
  })
  fs.closeSync(log)
  child.unref()
  return child
}

// Socket addresses end at 107 bytes (104 on macOS), so the folder is not below DATA_DIR, only named there.
function socketFolder({ dataDir }: Place): string {
  const note = join(dataDir, 'socket')
  const named = fs.existsSync(note) ? fs.readFileSync(note, 'utf8') : null
  if (named && isPrivate(named)) return named
  const folder = fs.mkdtempSync(join(isFit(tmpdir()) ? tmpdir() : '/tmp', 'proofroom-'))
  giveToPostgres(folder)
  fs.writeFileSync(note, folder)
  return folder
}

function isFit(parent: string): boolean {
  return parent.length < 70 && (!isRoot || reachable(parent))
}

function isPrivate(folder: string): boolean {
  const found = fs.lstatSync(folder, { throwIfNoEntry: false })
  const owner = asPostgres.uid ?? process.getuid?.()
  return found?.isDirectory() === true && found.uid === owner && (found.mode & 0o777) === 0o700
}

/** Asks Postgres to end, and insists when it does not. */
export async function shutDown(running: Postmaster, { cluster }: Place): Promise<void> {
  // SIGINT: end open connections, write everything down, leave. SIGQUIT: leave now, recover at the next start.
  for (const [signal, patience] of [['SIGINT', 8_000] as const, ['SIGQUIT', 2_000] as const]) {
    if (!isAlive(running, cluster)) return
    process.kill(running.pid, signal)
    const until = Date.now() + patience
    while (isAlive(running, cluster) && Date.now() < until) await pause(20)
  }
}

function logOf({ dataDir }: Place): string {
  return join(dataDir, 'postgres.log')
}

function tooLong(log: string): boolean {
  return (fs.statSync(log, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000
}
