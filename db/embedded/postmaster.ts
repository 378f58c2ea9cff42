import {
  existsSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

export type Postmaster = { pid: number; socketDir: string; isReady: boolean }

/** What Postgres wrote into its lock file: null when there is none, or it is still being written. */
export function readPostmaster(cluster: string): Postmaster | null {
  const file = lockFile(cluster)
  if (!existsSync(file)) return null
  // Lines: pid, data folder, start time, port, socket folder, listen address, memory key, status.
  const lines = readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return null
  return { pid, socketDir: lines[4] ?? '', isReady: lines[7]?.trim() === 'ready' }
}

/** How long a lock file may stay empty until nobody is about to write it any more, in ms. */
const writtenWithin = 5_000

/**
 * Whether a Postgres has just begun to write one of its lock files. One that was killed as it began leaves an empty
 * file, beside which no other starts: that is taken away.
 */
export function isBeingWritten(cluster: string, socketDir: string): boolean {
  const empty = [lockFile(cluster), socketLockFile(socketDir)].flatMap((file) => {
    const found = statSync(file, { throwIfNoEntry: false })
    return found?.size === 0 ? [{ file, age: Date.now() - found.mtimeMs }] : []
  })
  for (const { file, age } of empty) if (age > writtenWithin) rmSync(file, { force: true })
  return empty.length > 0
}

/** Whether that Postgres runs; a process that only got its number later does not count. */
export function isAlive({ pid }: Postmaster, cluster: string): boolean {
  if (!exists(pid)) return false
  if (process.platform !== 'linux') return true
  try {
    // Postgres works inside its own folder.
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
  } catch {
    // It ended meanwhile, or belongs to somebody else: then it is not the Postgres we start.
    return false
  }
}

/**
 * Keeps Postgres from refusing to start because a stranger now has the number in its lock files, or because the one
 * that was killed a moment ago has not been taken away yet.
 */
export function forgetStale(found: Postmaster, cluster: string): void {
  if (!exists(found.pid)) return
  // No process can have this number. The rest stays: Postgres checks by it that no old worker is left.
  const lines = readFileSync(lockFile(cluster), 'utf8').split('\n')
  writeFileSync(lockFile(cluster), ['999999999', ...lines.slice(1)].join('\n'))
  // The socket has a lock file of its own; its folder is this Postgres' alone.
  if (found.socketDir) rmSync(socketLockFile(found.socketDir), { force: true })
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function lockFile(cluster: string): string {
  return join(cluster, 'postmaster.pid')
}

function socketLockFile(socketDir: string): string {
  return join(socketDir, '.s.PGSQL.5432.lock')
}
