import { createHmac } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { db } from '../../../db/client'
import { takeTurn } from '../../../db/take-turn'
import type { Settings } from '../../env'
import { readKey } from '../../read-key'
import { keepLease, keepOnlyLease, type Lease, type Process } from '../../room/lease/keep-lease'
import { readLiving } from '../../room/lease/read-living'
import { whyNotBeside, whyNotTogether } from './beside'

/** How long a start waits for a process that has just ended, or is just ending, in ms. */
const patience = 5_000

/**
 * Makes this process one of those at work on the database and gives its lease. Refuses with a sentence to start beside
 * processes it could not share the rooms and files with.
 */
export async function joinOthers(chosen: Settings, log: Logger): Promise<Lease> {
  const { advertiseUrl, clusterSecret, databaseUrl, publicOrigin, role } = chosen
  const obstacle = whyNotTogether(chosen)
  if (obstacle) throw new Error(obstacle)
  if (!databaseUrl) return keepOnlyLease()
  const likeness = createHmac('sha256', clusterSecret ?? '')
    .update(publicOrigin)
    .digest('base64url')
  const self = { address: advertiseUrl, holdsRooms: role !== 'web', likeness }
  const folderId = await readKey('data-dir')
  const until = Date.now() + patience
  for (;;) {
    const joined = await joinNow(self, { dataDir: chosen.dataDir, folderId }, log)
    if (typeof joined !== 'string') return joined
    if (Date.now() > until) throw new Error(joined)
    await pause(250)
  }
}

/** One at a time: two that start in the same moment must see each other. */
async function joinNow(self: Process, folder: Folder, log: Logger): Promise<Lease | string> {
  return db().transaction(async (tx) => {
    await takeTurn(tx, 'processes')
    const others = await readLiving()
    const obstacle = whyNotBeside(self, others, isMarked(folder))
    if (obstacle) return obstacle
    mark(folder)
    return keepLease(self, log)
  })
}

type Folder = { dataDir: string; folderId: string }
const markOf = ({ dataDir }: Folder) => join(dataDir, 'folder-id')

// A file that only the folder of this database's first process has: who finds it shares that folder.
function isMarked(folder: Folder): boolean {
  return existsSync(markOf(folder)) && readFileSync(markOf(folder), 'utf8') === folder.folderId
}

function mark(folder: Folder): void {
  if (isMarked(folder)) return
  mkdirSync(folder.dataDir, { recursive: true })
  writeFileSync(markOf(folder), folder.folderId, { mode: 0o600 })
}
