import { desc } from 'drizzle-orm'
import type { Transaction } from '../../../db/client'
import { logEntries } from '../../../db/schema'
import { takeTurn } from '../../../db/take-turn'
import type { LogKind } from '../../../db/vocabulary'
import { notify } from '../../channel/notify'
import { type LogBody, type LogEntry, nextEntry } from './log'
import { readLogKey } from './read-log-key'
import { keepTree } from './tree/keep-tree'

/** What it is about: a version, or nothing of the shared store. */
type Happening = { publicationId: string | null; kind: LogKind; body: Omit<LogBody, 'key'> }

/**
 * Adds one signed entry to the end of the public log, and to its tree; the log is locked until the transaction ends.
 */
export async function appendLog(
  tx: Transaction,
  { publicationId, kind, body }: Happening,
): Promise<LogEntry> {
  const key = await readLogKey()
  // Without the lock two publications at once would take the same place; a gap would look like a removed entry.
  await takeTurn(tx, 'the public log')
  const [previous] = await tx
    .select({ index: logEntries.index, hash: logEntries.hash })
    .from(logEntries)
    .orderBy(desc(logEntries.index))
    .limit(1)
  const entry = nextEntry(previous ?? null, kind, { ...body, key: key.id })
  await tx.insert(logEntries).values({ ...entry, publicationId, signature: key.sign(entry.hash) })
  await keepTree(tx)
  await notify(tx, 'log_grew', {})
  return entry
}
