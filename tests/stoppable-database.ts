import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { socketUrl } from '../db/embedded/cluster-hold'
import { prepare } from '../db/embedded/prepare-place'
import { run, shutDown } from '../db/embedded/run-postgres'

/** A PostgreSQL of its own that nobody starts again by themselves, for tests of what happens while it is away. */
export type StoppableDatabase = {
  url: string
  /** Ends it, as its operator does. */
  stop: () => Promise<void>
  start: () => Promise<void>
  /** Halts it and all its workers where they stand: it takes connections and answers nobody. */
  hang: () => void
  resume: () => void
  remove: () => Promise<void>
}

export async function aStoppableDatabase(): Promise<StoppableDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'proofroom-stoppable-'))
  const place = prepare(dataDir)
  let running = await run(place)
  const { socketDir } = running
  const admin = new pg.Client({ connectionString: socketUrl(socketDir, 'postgres') })
  await admin.connect()
  await admin.query('create database proofroom')
  await admin.end()
  let halted: number[] = []
  const resume = () => {
    for (const pid of halted) process.kill(pid, 'SIGCONT')
    halted = []
  }
  return {
    url: socketUrl(socketDir),
    stop: () => shutDown(running, place),
    start: async () => {
      running = await run(place, socketDir)
    },
    hang: () => {
      // The first one first: it makes no more of the others.
      process.kill(running.pid, 'SIGSTOP')
      halted = [...workersOf(running.pid), running.pid]
      for (const pid of halted) process.kill(pid, 'SIGSTOP')
    },
    resume,
    remove: async () => {
      resume()
      await shutDown(running, place)
      for (const folder of [socketDir, dataDir]) rmSync(folder, { recursive: true, force: true })
    },
  }
}

const workersOf = (pid: number) =>
  execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map(Number)
