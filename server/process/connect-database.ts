import type pg from 'pg'
import { DatabaseAway, isNoAnswer } from '../../db/away/away'
import { closeDatabase, openDatabase } from '../../db/client'
import { joinEmbedded, startEmbedded } from '../../db/embedded/start-embedded'
import { migrate } from '../../db/migrate'
import type { Settings } from '../env'
import { refuseUnwritable } from './refuse-unwritable'

export type OpenDatabase = { pool: pg.Pool; url: string; close: () => Promise<void> }

type Where = Pick<Settings, 'databaseUrl' | 'dataDir'>
type Options = { join?: boolean; onError?: (error: Error) => void }

/** Opens DATABASE_URL or the built-in Postgres and brings it to the newest schema; `join` is for commands. */
export async function connectDatabase(where: Where, options: Options = {}): Promise<OpenDatabase> {
  const database = await reachDatabase(where, options)
  try {
    await prepareDatabase(database.pool)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

/** The same without asking the database anything: DATABASE_URL need not answer yet. */
export async function reachDatabase(
  { databaseUrl, dataDir }: Where,
  options: Options = {},
): Promise<OpenDatabase> {
  if (!databaseUrl) refuseUnwritable(dataDir)
  const embedded = databaseUrl ? null : await (options.join ? joinEmbedded : startEmbedded)(dataDir)
  const url = databaseUrl ?? embedded?.url ?? ''
  const pool = openDatabase(url, { onError: options.onError, max: options.join ? 5 : 20 })
  const close = async () => {
    await closeDatabase()
    await embedded?.stop()
  }
  return { pool, url, close }
}

/** Brings an open database to the newest schema; throws `DatabaseAway` while nobody answers there. */
export async function prepareDatabase(pool: pg.Pool): Promise<void> {
  await refuseOldServer(pool)
  await migrate(pool)
}

async function refuseOldServer(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query('show server_version_num').catch((cause: Error & { code?: string }) => {
    const sentence = `The database does not answer: ${cause.message || cause}. Check DATABASE_URL.`
    throw new (isNoAnswer(cause.code) ? DatabaseAway : Error)(sentence, { cause })
  })
  const major = Math.floor(Number(rows[0].server_version_num) / 10_000)
  if (major < 15)
    throw new Error(`Proofroom needs PostgreSQL 15 or newer; DATABASE_URL leads to version ${major}.`)
}
