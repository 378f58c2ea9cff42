import 'server-only'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { endingWithLastWord } from './last-word'
import * as schema from './schema'

export type Database = NodePgDatabase<typeof schema>
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

type Options = { max?: number; onError?: (error: Error) => void }

// The server process opens the pool, Next's bundle only finds it here: both hold their own copy of this module.
const place = Symbol.for('proofroom.db')

// Our questions are short: compiling one takes longer than answering it, and what an index finds costs hardly more than
// the next row, as on any disk without an arm. An address with options of its own keeps those.
const shortQuestions = '-c jit=off -c random_page_cost=1.1'

/** Opens the one pool of this process and lets every copy of this module find it. */
export function openDatabase(url: string, options: Options = {}): pg.Pool {
  const opened = new pg.Pool({
    connectionString: url,
    max: options.max ?? 20,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    application_name: `proofroom ${process.pid}`,
    options: shortQuestions,
  })
  // An idle connection that breaks (Postgres restarted) is replaced by the pool; unheard, it would end the process.
  opened.on('error', (error) => {
    // While we are closing it, that is what is meant to happen.
    if (Reflect.get(globalThis, place) === opened) options.onError?.(error)
  })
  // The same for one that breaks between two statements of a transaction: the next statement says what happened.
  opened.on('connect', (client) => client.on('error', () => {}))
  Reflect.set(globalThis, place, opened)
  return opened
}

/** The pool this process opened; refuses with a sentence where none is open, as in `next build`. */
export function pool(): pg.Pool {
  const opened: pg.Pool | undefined = Reflect.get(globalThis, place)
  if (!opened) throw new Error('The database is not open: this code runs outside the Proofroom server.')
  return opened
}

/** Closes the pool; what is running on it is finished first. */
export async function closeDatabase(): Promise<void> {
  const opened: pg.Pool | undefined = Reflect.get(globalThis, place)
  Reflect.deleteProperty(globalThis, place)
  await opened?.end()
}

let made: { on: pg.Pool; database: Database } | null = null

/** Drizzle on the open pool. */
export function db(): Database {
  const on = pool()
  if (made?.on !== on) made = { on, database: openOn(on) }
  return made.database
}

function openOn(on: pg.Pool): Database {
  const database = drizzle(on, { schema, casing: 'snake_case' })
  database.transaction = endingWithLastWord(database.transaction.bind(database))
  return database
}
