import type pg from 'pg'
import { closeDatabase, openDatabase } from '../db/client'
import { joinEmbedded, startEmbedded } from '../db/embedded/start-embedded'
import { migrate } from '../db/migrate'
import type { Settings } from './env'
import { refuseUnwritable } from './refuse-unwritable'

export type OpenDatabase = { pool: pg.Pool; url: string; close: () => Promise<void> }

/** Opens DATABASE_URL or the built-in Postgres and brings it to the newest schema; `join` is for commands. */
export async function connectDatabase(
  { databaseUrl, dataDir }: Pick<Settings, 'databaseUrl' | 'dataDir'>,
  options: { join?: boolean; onError?: (error: Error) => void } = {},
): Promise<OpenDatabase> {
  if (!databaseUrl) refuseUnwritable(dataDir)
  const embedded = databaseUrl ? null : await (options.join ? joinEmbedded : startEmbedded)(dataDir)
  const url = databaseUrl ?? embedded?.url ?? ''
  const close = async () => {
    await closeDatabase()
    await embedded?.stop()
  }
  try {
    const pool = openDatabase(url, { onError: options.onError, max: options.join ? 5 : 20 })
    await refuseOldServer(pool)
    await migrate(pool)
    return { pool, url, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function refuseOldServer(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query('show server_version_num').catch((cause: Error) => {
    throw new Error(`The database does not answer: ${cause.message || cause}. Check DATABASE_URL.`, { cause })
  })
  const major = Math.floor(Number(rows[0].server_version_num) / 10_000)
  if (major < 15)
    throw new Error(`Proofroom needs PostgreSQL 15 or newer; DATABASE_URL leads to version ${major}.`)
}
