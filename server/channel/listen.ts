import pg from 'pg'
import { pool } from '../../db/client'
import type { Channel, Messages } from './notify'

export type Heard = { [C in Channel]?: (message: Messages[C]) => void }

type Listener = { heard: Heard; onGap: () => void }
type Line = { listeners: Set<Listener>; client: pg.Client | null; isClosed: boolean; ready: Promise<void> }

const pause = 500
const lines = new Map<pg.Pool, Line>()

/**
 * Hears what `notify` tells, over one connection for the whole process, and returns how to stop. Messages told while
 * that connection was broken are lost: `onGap` is called once it is back, to look at the rows themselves.
 */
export async function listen(heard: Heard, onGap: () => void = () => {}): Promise<() => Promise<void>> {
  const on = pool()
  const line = lines.get(on) ?? openLine(on)
  const listener = { heard, onGap }
  line.listeners.add(listener)
  await line.ready
  return async () => {
    line.listeners.delete(listener)
    if (line.listeners.size === 0) await closeLine(on, line)
  }
}

function openLine(on: pg.Pool): Line {
  const line: Line = { listeners: new Set(), client: null, isClosed: false, ready: Promise.resolve() }
  lines.set(on, line)
  line.ready = connect(on, line)
  return line
}

async function closeLine(on: pg.Pool, line: Line) {
  if (line.isClosed) return
  line.isClosed = true
  lines.delete(on)
  await line.client?.end().catch(() => {}) // A broken connection is as closed as can be.
}

// Names all of them, or it does not compile: one that is left out would be told and never heard.
const heardOf: Record<Channel, true> = {
  session_ended: true,
  member_changed: true,
  desk_changed: true,
  rows_changed: true,
  article_removed: true,
  publication_made: true,
  release_planned: true,
  pages_changed: true,
  mail_written: true,
  delivery_written: true,
  log_grew: true,
  rule_fires: true,
}
const channels = Object.keys(heardOf) as Channel[] // the keys of a record of channels

async function connect(on: pg.Pool, line: Line): Promise<void> {
  while (!line.isClosed) {
    const client = new pg.Client({ ...on.options, application_name: `proofroom ${process.pid} listens` })
    const lost = new Promise<void>((resolve) => {
      client.on('error', () => resolve())
      client.on('end', () => resolve())
    })
    client.on('notification', ({ channel, payload }) => tell(line, channel, payload ?? ''))
    try {
      await client.connect()
      for (const channel of channels) await client.query(`listen ${channel}`)
      line.client = client
      void lost.then(() => reconnect(on, line, client))
      return
    } catch {
      // Postgres is away or refuses; whoever uses the pool reports it, we only have to come back.
      await client.end().catch(() => {})
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}

async function reconnect(on: pg.Pool, line: Line, broken: pg.Client) {
  await broken.end().catch(() => {}) // Already gone; this only frees the socket.
  if (line.isClosed) return
  await connect(on, line)
  if (line.isClosed) return
  for (const { onGap } of line.listeners) onGap()
}

function tell(line: Line, channel: string, payload: string) {
  const name = channels.find((known) => known === channel)
  if (!name) return
  const message: unknown = JSON.parse(payload)
  // `notify` is the only one who writes to these channels, with exactly these shapes.
  for (const { heard } of line.listeners) (heard[name] as ((message: unknown) => void) | undefined)?.(message)
}
