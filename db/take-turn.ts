import { sql } from 'drizzle-orm'
import type { Transaction } from './client'

/** Lets only one transaction at a time do what is named, in all processes on this database, until it ends. */
export async function takeTurn(tx: Pick<Transaction, 'execute'>, name: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`)
}
