import pg from 'pg'
import { DatabaseAway, isNoAnswer } from './away'
import { cut, type Pulse } from './pulse'

type Connected = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (broken?: Error | boolean) => void,
) => void

/**
 * A pool that, once it is watched, lets nobody wait for a database that does not answer: who asks is told so at once,
 * and so is everybody whose question is under way when it stops answering.
 */
export class WatchedPool extends pg.Pool {
  private readonly clients = new Set<pg.PoolClient>()
  private readonly waiting = new Set<(away: DatabaseAway) => void>()
  private pulse: Pulse | null = null

  constructor(options: pg.PoolConfig) {
    super(options)
    this.on('connect', (client) => this.clients.add(client))
    this.on('remove', (client) => this.clients.delete(client))
    this.on('error', () => this.pulse?.feel())
  }

  /** Goes by this pulse from now on. */
  watch(pulse: Pulse): void {
    this.pulse = pulse
  }

  /** Fails all that is asked now, as nobody will answer it. */
  giveUp(): void {
    for (const refuse of this.waiting) refuse(new DatabaseAway())
    for (const client of this.clients) cut(client)
  }

  override connect(): Promise<pg.PoolClient>
  override connect(callback: Connected): void
  override connect(callback?: Connected): Promise<pg.PoolClient> | undefined {
    const coming = this.connectOrRefuse()
    if (!callback) return coming
    coming.then(
      (client) => callback(undefined, client, (broken) => client.release(broken)),
      (error) => callback(error, undefined, () => {}),
    )
  }

  private async connectOrRefuse(): Promise<pg.PoolClient> {
    if (this.pulse?.isAway()) throw new DatabaseAway()
    const coming = super.connect()
    let refuse = (_: DatabaseAway) => {}
    const refused = new Promise<never>((_, reject) => {
      refuse = (away) => {
        reject(away)
        // It may come all the same, to nobody.
        coming.then((client) => client.release(true)).catch(() => {})
      }
    })
    this.waiting.add(refuse)
    try {
      return givenBackWhenBroken(await Promise.race([coming, refused]))
    } catch (error) {
      this.pulse?.feel()
      throw asAway(error)
    } finally {
      this.waiting.delete(refuse)
    }
  }
}

/**
 * A connection that breaks goes back by itself: who asked on it may not do that. Drizzle keeps it for good when it breaks
 * before the first statement of a transaction, and a pool that has lost all of its connections so lets everybody wait.
 */
function givenBackWhenBroken(client: pg.PoolClient): pg.PoolClient {
  const release = client.release
  let isBroken = false
  const onEnd = () => {
    isBroken = true
    release(true)
  }
  client.once('end', onEnd)
  client.release = (broken) => {
    client.off('end', onEnd)
    if (!isBroken) release(broken)
  }
  return client
}

function asAway(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DatabaseAway) return error
  const { code } = error as Error & { code?: string }
  return isNoAnswer(code) ? new DatabaseAway(error.message || code, { cause: error }) : error
}
