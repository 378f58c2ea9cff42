import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

/** A connection that says who uses a built-in Postgres; it ends with its process, however that dies. */
export type Hold = { end: () => Promise<void>; alone: () => Promise<void>; lost: Promise<void> }

// Whoever holds `owner` stops Postgres when it ends; the others hold `guest` together.
const owner = 7_263_402
const guest = 7_263_403

/** How long a start waits for one that is just ending. */
const patience = 5_000

/** The address of a database on a socket, as libpq and pg read it. */
export function socketUrl(socketDir: string, database = 'proofroom'): string {
  return `postgresql:///${database}?${new URLSearchParams({ host: socketDir, user: 'proofroom' })}`
}

/** Somebody else is the owner. */
export class AlreadyOwned extends Error {}

/** Makes this process the owner; refuses with a sentence naming the process that is. */
export async function own(socketDir: string, use: string, dataDir: string): Promise<Hold> {
  const client = await connect(socketDir, use)
  const until = Date.now() + patience
  for (;;) {
    const { rows } = await client.query('select pg_try_advisory_lock($1) as got', [owner])
    if (rows[0].got) return holdOf(client)
    if (Date.now() > until) break
    await pause(100)
  }
  const other = await ownersPid(client)
  await client.end()
  throw new AlreadyOwned(
    `Proofroom is already running on ${dataDir} (process ${other ?? 'unknown'}). Stop it first, or set another DATA_DIR.`,
  )
}

/** Joins a Postgres that somebody owns; null when nobody does. */
export async function join(socketDir: string): Promise<Hold | null> {
  const client = await connect(socketDir, 'guest')
  await client.query('select pg_advisory_lock_shared($1)', [guest])
  if (await ownersPid(client)) return holdOf(client)
  await client.end()
  return null
}

async function connect(socketDir: string, use: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: socketUrl(socketDir, 'postgres'),
    application_name: `proofroom ${use} ${process.pid}`,
  })
  // What breaks the connection is told by `lost`; unheard, the event would end the process.
  client.on('error', () => undefined)
  await client.connect()
  return client
}

function holdOf(client: pg.Client): Hold {
  const lost = new Promise<void>((resolve) => client.once('end', () => resolve()))
  return {
    end: () => client.end(),
    alone: async () => {
      await client.query('select pg_advisory_lock($1)', [guest])
    },
    lost,
  }
}

async function ownersPid(client: pg.Client): Promise<string | null> {
  const { rows } = await client.query(
    `select split_part(a.application_name, ' ', 3) as pid from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.objid = $1 and l.granted and a.datname = current_database()`,
    [owner],
  )
  return rows[0]?.pid ?? null
}
