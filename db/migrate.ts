import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator'
import type pg from 'pg'

/** Where they lie: one level below the project's folder both here and in the bundle (.build/server.mjs). */
export const migrationsFolder = fileURLToPath(new URL('../db/migrations', import.meta.url))

const lock = 7_263_401

/** Brings the database to the newest schema; two processes that start at once take turns. */
export async function migrate(pool: pg.Pool): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lock])
    await applyMigrations(drizzle(client), { migrationsFolder })
  } finally {
    // Closing the connection gives the lock back whatever state it is in.
    client.release(true)
  }
}
