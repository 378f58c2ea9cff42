import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { asPostgres, type Binaries, findBinaries } from './binaries'
import { isRoot, reachable, unprivileged } from './data-dir'

/** The files of one built-in Postgres. */
export type Place = { dataDir: string; cluster: string; binaries: Binaries }

/** Makes the folder ready for Postgres: reachable by its user, and with a database where there was none. */
export function prepare(path: string): Place {
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

/** Postgres gets nothing of our environment but where its programs are. */
export const plainEnv = { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }

/** Gives a folder to the user Postgres runs as, and to nobody else. */
export function giveToPostgres(folder: string): void {
  fs.chmodSync(folder, 0o700)
  if (isRoot) fs.chownSync(folder, unprivileged, unprivileged)
}

/** The last thing Postgres complained about, else the last it said. */
export function complaintIn(text: string): string {
  const lines = text.trim().split('\n')
  const found = lines.findLast((line) => /\b(FATAL|PANIC|error):/.test(line)) ?? lines.at(-1) ?? ''
  return found.replace(/^.*\b(FATAL|PANIC|error):\s*/, '')
}
