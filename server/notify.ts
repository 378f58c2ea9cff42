import { sql } from 'drizzle-orm'
import type { Database, Transaction } from '../db/client'

/** Tells every process that listens on a channel; inside a transaction it is heard at commit, or never. */
export async function notify(tx: Database | Transaction, channel: string, payload: object): Promise<void> {
  await tx.execute(sql`select pg_notify(${channel}, ${JSON.stringify(payload)})`)
}
