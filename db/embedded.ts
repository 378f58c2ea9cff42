import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { asPostgres, type Binaries, findBinaries } from './binaries'
import { AlreadyOwned, type Hold, join as joinOwner, own, socketUrl } from './cluster-hold'
import { isRoot, reachable, unprivileged } from './data-dir'
import { forgetStale, isAlive, type Postmaster, readPostmaster } from './postmaster'

export type Embedded = { url: string; stop: () => Promise<void> }

/** The files of one built-in Postgres. */
type Place = { dataDir: string; cluster: string; binaries: Binaries }

/** Starts the built-in Postgres on its folder, making the database first where there is none. */
export async function startEmbedded(dataDir: string, use = 'server'): Promise<Embedded> {
  const place = prepare(dataDir)
  let { running, hold } = await runAsOwner(place, use)
  let guard = guardAgainstOurDeath(running)
  let isStopping = false

  const { socketDir } = running
  const restart = async (): Promise<void> => {
    guard.kill()
    const again = await runAsOwner(place, use, socketDir)
    running = again.running
    hold = again.hold
    guard = guardAgainstOurDeath(running)
  }
  const restartWhenLost = async (): Promise<void> => {
    await hold.lost
    if (isStopping) return
    while (!isStopping) {
      try {
        await restart()
        break
      } catch {
        // Whatever stood in its way (postgres.log says it) may pass: a full disk, another's start.
        await pause(1_000)
      }
    }
    if (isStopping) await shutDown(running, place)
    else await restartWhenLost()
  }
  void restartWhenLost()

  return {
    url: socketUrl(socketDir),
    async stop() {
      isStopping = true
      if (use === 'command') await hold.alone()
      await hold.end()
      await shutDown(running, place)
      guard.kill()
      fs.rmSync(socketDir, { recursive: true, force: true })
    },
  }
}

/** For commands: uses the Postgres of a running server, else starts it and stops it again at the end. */
export async function joinEmbedded(dataDir: string): Promise<Embedded> {
  const place = prepare(dataDir)
  const running = readPostmaster(place.cluster)
  if (!running?.isReady || !isAlive(running, place.cluster)) return startEmbedded(dataDir, 'command')
  const hold = await joinOwner(running.socketDir)
  if (!hold) return startEmbedded(dataDir, 'command')
  return { url: socketUrl(running.socketDir), stop: () => hold.end() }
}

function prepare(path: string): Place {
  const dataDir = resolve(path)
  const firstMade = fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  if (isRoot) letNobodyThrough(dataDir, firstMade ?? dataDir)
  const place = { dataDir, cluster: join(dataDir, 'postgres'), binaries: findBinaries(dataDir) }
  if (!fs.existsSync(place.cluster)) initialise(place)
  return place
}

// The folder itself and those made with it are ours to open (to walk through, not to list); those above are not.
function letNobodyThrough(dataDir: string, firstMade: string): void {
  for (let folder = dataDir; !reachable(dataDir) && folder.startsWith(firstMade); folder = dirname(folder))
    fs.chmodSync(folder, fs.statSync(folder).mode | 0o001)
  if (reachable(dataDir)) return
  throw new Error(
    `Started as root, Postgres runs as nobody, who cannot reach ${dataDir}. Set DATA_DIR to a folder below /var/lib, or start Proofroom as an ordinary user.`,
  )
}

// In a folder of its own, moved into place whole: an interrupted first start leaves no half database.
function initialise({ dataDir, cluster, binaries }: Place): void {
  const half = fs.mkdtempSync(join(dataDir, 'postgres-new-'))
  giveToPostgres(half)
  // The builtin provider sorts and folds alike on every system and does not change with its C library.
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', `--locale=${systemLocale}`]
  const options = [
    '-D',
    half,
    '-U',
    'proofroom',
    '--auth-local=trust',
    '--auth-host=reject',
    '--encoding=UTF8',
  ]
  const made = spawnSync(binaries.initdb, [...options, ...locale], {
    ...asPostgres,
    cwd: '/',
    env: plainEnv,
    encoding: 'utf8',
  })
  try {
    if (made.status !== 0)
      throw new Error(`The database could not be made in ${dataDir}: ${complaintIn(made.stderr)}`)
    fs.renameSync(half, cluster)
  } catch (error) {
    fs.rmSync(half, { recursive: true, force: true })
    // Another start may have made it in the same moment: then that one is used.
    if (!fs.existsSync(cluster)) throw error
  }
}

const systemLocale = process.platform === 'linux' ? 'C.UTF-8' : 'C'
const plainEnv = { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }
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

// Found running, it may just be going down with the process before us: then it is started anew.
async function runAsOwner(
  place: Place,
  use: string,
  socketDir?: string,
): Promise<{ running: Postmaster; hold: Hold }> {
  for (let attempt = 1; ; attempt++) {
    const running = await run(place, socketDir)
    try {
      const hold = await own(running.socketDir, use, place.dataDir)
      await createDatabase(running.socketDir)
      return { running, hold }
    } catch (error) {
      if (error instanceof AlreadyOwned || attempt === 20) throw error
      await pause(100)
    }
  }
}

/** The running Postgres of a folder, started when it is not; waits for one that is starting or ending. */
async function run(place: Place, socketDir?: string): Promise<Postmaster> {
  const until = Date.now() + 60_000
  let child: ChildProcess | null = null
  while (Date.now() < until) {
    const found = readPostmaster(place.cluster)
    if (found && isAlive(found, place.cluster)) {
      if (found.isReady) return found
    } else if (!child || child.exitCode !== null || child.signalCode !== null) {
      if (child)
        throw new Error(`Postgres did not start: ${complaintIn(fs.readFileSync(logOf(place), 'utf8'))}`)
      if (found) forgetStale(found, place.cluster)
      child = launch(place, socketDir ?? socketFolder(place))
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

// When this process dies, however, its end of the pipe closes and the shell asks Postgres to shut down.
function guardAgainstOurDeath({ pid }: Postmaster): ChildProcess {
  const guard = spawn('/bin/sh', ['-c', 'read -r _; kill -INT "$0"', String(pid)], {
    ...asPostgres,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  guard.unref()
  return guard
}

async function createDatabase(socketDir: string): Promise<void> {
  const client = new pg.Client({ connectionString: socketUrl(socketDir, 'postgres') })
  // A connection that breaks fails the statement on it; the event alone must not end the process.
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rowCount } = await client.query("select from pg_database where datname = 'proofroom'")
    if (rowCount === 0) await client.query('create database proofroom')
  } finally {
    await client.end()
  }
}

async function shutDown(running: Postmaster, { cluster }: Place): Promise<void> {
  // SIGINT: end open connections, write everything down, leave. SIGQUIT: leave now, recover at the next start.
  for (const [signal, patience] of [['SIGINT', 8_000] as const, ['SIGQUIT', 2_000] as const]) {
    if (!isAlive(running, cluster)) return
    process.kill(running.pid, signal)
    const until = Date.now() + patience
    while (isAlive(running, cluster) && Date.now() < until) await pause(20)
  }
}

function giveToPostgres(folder: string): void {
  fs.chmodSync(folder, 0o700)
  if (isRoot) fs.chownSync(folder, unprivileged, unprivileged)
}

function logOf({ dataDir }: Place): string {
  return join(dataDir, 'postgres.log')
}

function tooLong(log: string): boolean {
  return (fs.statSync(log, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000
}

/** The last thing Postgres complained about, else the last it said. */
function complaintIn(text: string): string {
  const lines = text.trim().split('\n')
  const found = lines.findLast((line) => /\b(FATAL|PANIC|error):/.test(line)) ?? lines.at(-1) ?? ''
  return found.replace(/^.*\b(FATAL|PANIC|error):\s*/, '')
}
