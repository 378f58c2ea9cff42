import 'server-only'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import { followPulse, type Pulse } from './away/pulse'
import { WatchedPool } from './away/watched-pool'
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

// A question with a name is planned once a connection, for any values. Left alone, Postgres would plan it five times on
// each before it thinks of that, and the few connections that such questions have stay open to keep their plans: for an
// hour at most, as what was planned for small tables may not fit when they have grown.
const planOnce = `${shortQuestions} -c plan_cache_mode=force_generic_plan`
const fewNamed = 6

/** The pool of this process, and the few connections on which only questions with a name are asked. */
type Opened = { pool: WatchedPool; named: WatchedPool; pulse?: Pulse }

/** Opens the one pool of this process and lets every copy of this module find it. */
export function openDatabase(url: string, { max = 20, onError }: Options = {}): pg.Pool {
  const opened: Opened = {
    pool: openPool({ connectionString: url, max, options: shortQuestions, idleTimeoutMillis: 30_000 }),
    named: openPool({
      connectionString: url,
      max: Math.min(fewNamed, max),
      options: planOnce,
      idleTimeoutMillis: 600_000,
      maxLifetimeSeconds: 3_600,
    }),
  }
  // An idle connection that breaks (Postgres restarted) is replaced by the pool; unheard, it would end the process.
  for (const one of [opened.pool, opened.named])
    one.on('error', (error) => {
      // While we are closing it, that is what is meant to happen.
      if (Reflect.get(globalThis, place) === opened) onError?.(error)
    })
  Reflect.set(globalThis, place, opened)
  return opened.pool
}

function openPool(options: pg.PoolConfig): WatchedPool {
  const name = `proofroom ${process.pid}`
  const made = new WatchedPool({ ...options, connectionTimeoutMillis: 10_000, application_name: name })
  // The same for one that breaks between two statements of a transaction: the next statement says what happened.
  made.on('connect', (client) => client.on('error', () => {}))
  return made
}

function opened(): Opened {
  const found: Opened | undefined = Reflect.get(globalThis, place)
  if (!found) throw new Error('The database is not open: this code runs outside the Proofroom server.')
  return found
}

/** The pool this process opened; refuses with a sentence where none is open, as in `next build`. */
export function pool(): pg.Pool {
  return opened().pool
}

/** From now on nobody waits for a database that does not answer; `onChange` hears when it goes and comes back. */
export function watchDatabase(onChange: (isAway: boolean) => void): void {
  const found = opened()
  const pulse = followPulse(found.pool.options.connectionString ?? '', (isAway) => {
    if (isAway) for (const one of [found.pool, found.named]) one.giveUp()
    onChange(isAway)
  })
  for (const one of [found.pool, found.named]) one.watch(pulse)
  found.pulse = pulse
}

/** Closes the pool; what is running on it is finished first. */
export async function closeDatabase(): Promise<void> {
  const found: Opened | undefined = Reflect.get(globalThis, place)
  Reflect.deleteProperty(globalThis, place)
  await found?.pulse?.stop()
  await Promise.all([found?.pool.end(), found?.named.end()])
}

let made: { on: Opened; database: Database; named: Database } | null = null

function openOn(): NonNullable<typeof made> {
  const on = opened()
  if (made?.on === on) return made
  const drizzleOn = (one: pg.Pool) => drizzle(one, { schema, casing: 'snake_case' })
  const database = drizzleOn(on.pool)
  database.transaction = endingWithLastWord(database.transaction.bind(database))
  made = { on, database, named: drizzleOn(on.named) }
  return made
}

/** Drizzle on the open pool. */
export function db(): Database {
  return openOn().database
}

/** The same for questions with a name alone (`prepared`): on connections that plan each of them once. */
export function dbForNamed(): Database {
  return openOn().named
}
