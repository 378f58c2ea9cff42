import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import type { Logger } from 'pino'
import { pool } from '../../../db/client'

/** One update as it is kept: who wrote it is known from the connection, what it touched from the transaction. */
export type Entry = {
  update: Uint8Array
  memberId: string
  claims: string[]
  sources: string[]
  /** Whether a rule of the desk wrote it in the member's name. */
  byRule: boolean
}

/** What a journal tells about itself. */
export type JournalNews = {
  /** More is on disk: what waited for it may go out. */
  onCommit: (entries: Entry[]) => void
  /** Another process has taken the room; nothing that still waits will be kept here. */
  onLost: () => void
  /** Whether the database takes what we write; told when it changes. */
  onHealth: (isWell: boolean) => void
}

const rowsInBatch = 2_000
/** Updates in a batch that show a crowd at work, and how long the next batch then waits for more, in ms. */
const [crowded, gathering] = [8, 4]
const patience = 30_000
const [firstPause, longestPause] = [100, 5_000]
/** How long a batch may wait for the disk, in ms, before people are told. */
const toldAfter = 1_000

/**
 * The one writer of a room's updates. Positions count updates from the first one ever; what is at or below
 * `committed` is on disk. One batch is in flight at a time and the next one is all that came meanwhile.
 */
export class Journal {
  position: number
  committed: number
  isLost = false
  /** Bytes that are not yet on disk. */
  backlog = 0
  private waiting: Entry[] = []
  private bindings: [clientId: number, memberId: string][] = []
  private isWriting = false
  private written: Promise<void> = Promise.resolve()
  private awaited: { position: number; resolve: () => void; reject: (error: Error) => void }[] = []

  constructor(
    private readonly room: { document: string; fence: number; position: number },
    private readonly news: JournalNews,
    private readonly log: Logger,
  ) {
    this.position = room.position
    this.committed = room.position
  }

  get fence(): number {
    return this.room.fence
  }

  append(entry: Entry): void {
    this.waiting.push(entry)
    this.position += 1
    this.backlog += entry.update.length
    if (!this.isWriting) this.written = this.writeAll()
  }

  /** Keeps whose client id this is, before anything that is written under it. */
  bind(clientId: number, memberId: string): void {
    this.bindings.push([clientId, memberId])
    if (!this.isWriting) this.written = this.writeAll()
  }

  /** Resolves once everything appended so far is on disk, or never will be. */
  async flush(): Promise<void> {
    await this.written
  }

  /** Resolves when this position is on disk; rejects when it never will be. */
  reached(position: number): Promise<void> {
    if (position <= this.committed) return Promise.resolve()
    if (this.isLost) return Promise.reject(new Error('the room was lost before this was on disk'))
    return new Promise((resolve, reject) => this.awaited.push({ position, resolve, reject }))
  }

  /** Stops trying; what waits is given up, and nobody was told it is kept. */
  giveUp(): void {
    this.isLost = true
    for (const { reject } of this.awaited.splice(0)) reject(new Error('the room was given up'))
  }

  /** Another process has the room, or may have it any moment: nothing that waits will be kept here. */
  lose(): void {
    if (this.isLost) return
    this.giveUp()
    this.news.onLost()
  }

  private async writeAll(): Promise<void> {
    this.isWriting = true
    while (this.waiting.length + this.bindings.length > 0 && !this.isLost) {
      const batch = this.waiting.splice(0, rowsInBatch)
      const bindings = this.bindings.splice(0)
      const isKept = await this.writeUntilKept(batch, bindings)
      if (!isKept) break
      this.committed += batch.length
      for (const { update } of batch) this.backlog -= update.length
      const reached = this.awaited.filter(({ position }) => position <= this.committed)
      this.awaited = this.awaited.filter(({ position }) => position > this.committed)
      for (const { resolve } of reached) resolve()
      // A batch may hold nothing but whose client ids are whose.
      if (batch.length > 0) this.tellCommitted(batch)
      // Each batch costs the process and Postgres the same, however much is in it.
      if (batch.length > crowded) await pause(gathering)
    }
    this.isWriting = false
  }

  private tellCommitted(batch: Entry[]): void {
    try {
      this.news.onCommit(batch)
    } catch (error) {
      // Whoever cannot bear the news must not stop the writing for everybody.
      this.log.error({ err: error, document: this.room.document }, 'a commit could not be told')
    }
  }

  private async writeUntilKept(batch: Entry[], bindings: [number, string][]): Promise<boolean> {
    let isTold = false
    // Counted from the first try on: a statement that hangs is no better than one that fails.
    const late = setTimeout(() => {
      isTold = true
      this.news.onHealth(false)
    }, toldAfter)
    try {
      return await this.keepTrying(batch, bindings)
    } finally {
      clearTimeout(late)
      if (isTold) this.news.onHealth(true)
    }
  }

  private async keepTrying(batch: Entry[], bindings: [number, string][]): Promise<boolean> {
    for (let wait = firstPause; !this.isLost; wait = Math.min(wait * 2, longestPause)) {
      try {
        const holdsRoom = await this.write(batch, bindings)
        if (holdsRoom) return true
        this.lose()
      } catch (error) {
        const { document } = this.room
        this.log.error({ err: error, document }, 'room updates cannot be written, will try again')
        await pause(wait)
      }
    }
    return false
  }

  /** Whether the room is still ours; if so, the batch is on disk. Writing the same batch again changes nothing. */
  private async write(batch: Entry[], bindings: [number, string][]): Promise<boolean> {
    const { document, fence } = this.room
    const values = [
      document,
      fence,
      bindings.map(([clientId]) => clientId),
      bindings.map(([, memberId]) => memberId),
      batch.map((_, index) => this.committed + index + 1),
      batch.map((entry) => entry.memberId),
      batch.map((entry) => `{${entry.claims.join(',')}}`),
      batch.map((entry) => `{${entry.sources.join(',')}}`),
      batch.map((entry) => entry.byRule),
      batch.map((entry) => Buffer.from(entry.update)),
    ]
    // pg reads `query_timeout` (ms) of a query, its types do not know it yet.
    const query: pg.QueryConfig & { query_timeout: number } = { ...keep, values, query_timeout: patience }
    const { rows } = await pool().query<{ held: number }>(query)
    return rows[0]?.held === 1
  }
}

// The fence is read with a lock inside the same statement: a takeover waits for us, or we see it and write nothing.
const keep = {
  name: 'keep room updates',
  text: `
    with held as (select 1 from rooms where document = $1 and fence = $2 for share),
    bound as (
      insert into room_clients (document, client_id, member_id)
      select $1, client_id, member_id from held, unnest($3::bigint[], $4::uuid[]) as b (client_id, member_id)
      on conflict do nothing
    ),
    kept as (
      insert into room_updates (document, sequence, fence, member_id, claims, sources, by_rule, bytes)
      select $1, sequence, $2, member_id, claims::uuid[], sources::uuid[], by_rule, update
      from held, unnest($5::bigint[], $6::uuid[], $7::text[], $8::text[], $9::boolean[], $10::bytea[])
        as u (sequence, member_id, claims, sources, by_rule, update)
      on conflict do nothing
    )
    select count(*)::int as held from held`,
}
