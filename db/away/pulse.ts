import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

/** Whether the database answers, as far as this process knows. */
export type Pulse = {
  isAway: () => boolean
  /** Feels it at once: somebody has met a broken connection. */
  feel: () => void
  stop: () => Promise<void>
}

/** How long after an answer it is asked again, how long after none, and how long an answer may take, in ms. */
const [every, whileAway, patience] = [1_000, 250, 2_000]

/**
 * Asks the database again and again for nothing, on a connection of its own, and tells when it no longer answers or
 * answers again. One that is stopped or cut off without a word takes connections and never answers: nothing else notices.
 */
export function followPulse(url: string, onChange: (isAway: boolean) => void): Pulse {
  const stopping = new AbortController()
  let client: pg.Client | null = null
  let isAway = false
  let feel = () => {}

  const beats = async (): Promise<boolean> => {
    try {
      client ??= await connected(url)
      await client.query('select 1')
      return true
    } catch {
      // Why it does not answer is said where it is asked for something.
      cut(client)
      client = null
      return false
    }
  }
  const follow = async () => {
    while (!stopping.signal.aborted) {
      // Twice, as the first patience may have run out while this process itself was busy.
      const isThere = (await beats()) || (await beats())
      if (stopping.signal.aborted) return
      if (isThere === isAway) {
        isAway = !isThere
        onChange(isAway)
      }
      const felt = new Promise<void>((resolve) => {
        feel = resolve
      })
      const { signal } = stopping
      const rest = pause(isAway ? whileAway : every, undefined, { signal, ref: false })
      await Promise.race([rest.catch(() => {}), isAway ? rest.catch(() => {}) : felt])
    }
  }
  const following = follow()
  return {
    isAway: () => isAway,
    feel: () => feel(),
    stop: async () => {
      stopping.abort()
      cut(client)
      await following
    },
  }
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: `proofroom ${process.pid} feels the pulse`,
    connectionTimeoutMillis: patience,
    query_timeout: patience,
  })
  // What breaks it fails the next question; the event alone must not end the process.
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (error) {
    cut(client)
    throw error
  }
}

/** Ends a connection without waiting for a word from the other side. */
export function cut(client: pg.Client | pg.PoolClient | null): void {
  // The driver's types leave its socket out, and `end` waits for questions that nobody answers.
  const { connection } = (client ?? {}) as { connection?: { stream: { destroy: () => void } } }
  connection?.stream.destroy()
}
