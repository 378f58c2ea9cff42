import { type ChildProcess, spawn } from 'node:child_process'
import * as fs from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { asPostgres } from './binaries'
import { AlreadyOwned, type Hold, join as joinOwner, own, socketUrl } from './cluster-hold'
import { isAlive, type Postmaster, readPostmaster } from './postmaster'
import { type Place, prepare } from './prepare-place'
import { run, shutDown } from './run-postgres'

export type Embedded = { url: string; stop: () => Promise<void> }

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
