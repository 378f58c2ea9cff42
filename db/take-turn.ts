import { sql } from 'drizzle-orm'
import type { Transaction } from './client'

/** Lets only one transaction at a time do what is named, in all processes on this database, until it ends. */
export async function takeTurn(tx: Pick<Transaction, 'execute'>, name: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`)
}

/** The same for who does not wait: whether the turn was free, and is now this transaction's. */
export async function tookFreeTurn(tx: Pick<Transaction, 'execute'>, name: string): Promise<boolean> {
  const { rows } = await tx.execute(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as taken`,
  )
  return rows[0]?.taken === true
}

/** Holds a turn together with others who share it, until the transaction ends: `takeTurn` waits for all of them. */
export async function shareTurn(tx: Pick<Transaction, 'execute'>, name: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(hashtextextended(${name}, 0))`)
}
