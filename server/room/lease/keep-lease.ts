import pg from 'pg'
import type { Logger } from 'pino'
import { v7 as newId } from 'uuid'
import { pool } from '../../../db/client'
import { leaseLasts, renewEvery, sessionLock } from './living'

/** A process as the others know it. */
export type Process = {
  /** Where others reach it; null for one that is alone. */
  address: string | null
  holdsRooms: boolean
  /** A hash of the settings that all must share. */
  likeness: string
}

/** A room this process holds. */
export type Held = { document: string; fence: number; lose: () => void }

export type Lease = {
  id: string
  holdsRooms: boolean
  /** Whether the rooms of this process are its own, as far as it can know. */
  isHeld: () => boolean
  /** From now on, the rooms listed here are lost when another process takes them. */
  follow: (rooms: () => Held[]) => void
  /** Says nothing any more; others wait until the lease has run out. */
  stop: () => Promise<void>
  /** Gives all rooms back at once. */
  release: () => Promise<void>
}

const patience = 3_000
const pauseAfterFailure = 500

/** The lease of the one process on the built-in database: what earlier ones held is void, and nobody takes it. */
export async function keepOnlyLease(): Promise<Lease> {
  const id = newId()
  await pool().query('delete from processes')
  await enter(id, { address: null, holdsRooms: true, likeness: '' }, 'infinity')
  return {
    id,
    holdsRooms: true,
    isHeld: () => true,
    follow: () => {},
    stop: async () => {},
    release: () => remove(id),
  }
}

/**
 * The lease of one of several processes: all its rooms are renewed by one statement every two seconds, over a
 * connection of its own whose end shows that the process is gone. A process that others could stand in for loses its
 * rooms when it could not renew in time; one that is alone keeps them until somebody else has come.
 */
export async function keepLease(self: Process, log: Logger): Promise<Lease> {
  const id = newId()
  let number = await enter(id, self)
  let list: () => Held[] = () => []
  let session: pg.Client | null = null
  let renewedAt = performance.now()
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  let isStopped = false

  const renew = async () => {
    const begun = performance.now()
    const held = list()
    session ??= await openSession(number)
    const fences = await renewRow(session, id)
    renewedAt = begun
    for (const room of held) if (fences?.get(room.document) !== room.fence) room.lose()
    if (fences) return
    // So long away that others forgot us.
    number = await enter(id, self)
    await closeSession()
  }
  const closeSession = async () => {
    const closing = session
    session = null
    await closing?.end().catch(() => {}) // A broken connection is as closed as can be.
  }
  const isHeld = () => performance.now() - renewedAt < leaseLasts
  const tick = async () => {
    try {
      await renew()
      plan(renewEvery)
    } catch (error) {
      log.warn({ err: error }, 'the lease of the rooms could not be renewed, will try again')
      void closeSession()
      if (self.address && !isHeld()) for (const room of list()) room.lose()
      plan(pauseAfterFailure)
    }
  }
  const plan = (after: number) => {
    if (isStopped) return
    timer = setTimeout(() => {
      running = tick()
    }, after)
  }
  const stop = async () => {
    isStopped = true
    clearTimeout(timer)
    await running
    await closeSession()
  }

  running = tick()
  await running
  return {
    id,
    holdsRooms: self.holdsRooms,
    isHeld: () => !self.address || isHeld(),
    follow: (rooms) => {
      list = rooms
    },
    stop,
    release: async () => {
      await stop()
      await remove(id)
    },
  }
}

async function enter(id: string, self: Process, until: string | null = null): Promise<number> {
  const { address, holdsRooms, likeness } = self
  const { rows } = await pool().query<{ number: number }>(
    `insert into processes (id, address, holds_rooms, likeness, lease_until)
     values ($1, $2, $3, $4, coalesce($5::timestamptz, clock_timestamp() + ${lasting})) returning number`,
    [id, address, holdsRooms, likeness, until],
  )
  if (!rows[0]) throw new Error('an insert returned no row')
  return rows[0].number
}

const lasting = `interval '${leaseLasts} ms'`

async function remove(id: string): Promise<void> {
  await pool().query('delete from processes where id = $1', [id])
}

async function openSession(number: number): Promise<pg.Client> {
  const session = new pg.Client({
    ...pool().options,
    application_name: `proofroom ${process.pid} holds rooms`,
    connectionTimeoutMillis: patience,
    query_timeout: patience,
  })
  // What breaks it fails the next statement; the event alone must not end the process.
  session.on('error', () => {})
  try {
    await session.connect()
    await session.query('select pg_advisory_lock($1, $2)', [sessionLock, number])
    return session
  } catch (error) {
    void session.end().catch(() => {})
    throw error
  }
}

/** Which rooms are held under which fence; null when the process is not known any more. */
async function renewRow(session: pg.Client, id: string): Promise<Map<string, number> | null> {
  const { rows } = await session.query<{ document: string | null; fence: string }>(
    `with renewed as (
       update processes set lease_until = clock_timestamp() + ${lasting} where id = $1 returning id
     )
     select r.document, r.fence from renewed left join rooms r on r.owner = renewed.id`,
    [id],
  )
  if (rows.length === 0) return null
  return new Map(rows.map(({ document, fence }) => [document ?? '', Number(fence)]))
}
