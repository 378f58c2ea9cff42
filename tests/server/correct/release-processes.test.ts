import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { asc, sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { logEntries, publications, releaseOutcomes, releases, reviews } from '../../../db/schema'
import { takeTurn } from '../../../db/take-turn'
import { bundle } from '../../../server/command/build.mjs'
import { firstBrokenEntry } from '../../../server/publication/log/log'
import { readLogKey } from '../../../server/publication/log/read-log-key'
import { databaseUrl, freshDatabase } from '../../database'
import { aClaim } from '../../newsroom'
import { aNewsroom, submitted } from '../../publishing'

const db = await freshDatabase()
const day = 86_400_000
const processes: ChildProcess[] = []

beforeAll(() => bundle(process.cwd(), { 'releasing-process': 'tests/server/correct/releasing-process.ts' }))
afterAll(() => {
  for (const one of processes) one.kill('SIGKILL')
})

test('a process killed while it publishes what is due leaves nothing half done, and two that race after it publish each once', async () => {
  const claims = await planOverdue(4)
  await readLogKey()
  let killed: ChildProcess | null = null
  // Nobody gets into the log meanwhile: whoever publishes has written the version and waits for its entry.
  const racing = await db.transaction(async (tx) => {
    await takeTurn(tx, 'the public log')
    killed = startReleasing()
    await untilWaiting(1)
    killed.kill('SIGKILL')
    await once(killed, 'exit')
    expect(await db.select().from(publications)).toEqual([])
    const both = [startReleasing(), startReleasing()]
    await untilWaiting(2)
    return both
  })
  await Promise.all(racing.map(settled))
  const versions = await db
    .select({ claimId: publications.claimId, version: publications.version })
    .from(publications)
    .orderBy(asc(publications.claimId))
  expect(versions).toEqual(claims.toSorted().map((claimId) => ({ claimId, version: 1 })))
  const ends = await db.select({ end: releaseOutcomes.end }).from(releaseOutcomes)
  expect(ends).toEqual(claims.map(() => ({ end: 'published' })))
  const entries = await db.select().from(logEntries).orderBy(asc(logEntries.index))
  expect(entries).toHaveLength(claims.length)
  expect(firstBrokenEntry(entries)).toBeNull()
})

/** So many approved submissions whose time came yesterday, while nothing ran. */
async function planOverdue(count: number): Promise<string[]> {
  const room = await aNewsroom()
  const claims = Array.from({ length: count }, () => aClaim())
  for (const claim of claims) {
    const { id: submissionId } = await submitted(room, claim)
    const [decidedAt, publishAt] = [new Date(Date.now() - 2 * day), new Date(Date.now() - day)]
    const by = { submissionId, editorId: room.editor.id }
    await db.insert(reviews).values({ id: uuid(), ...by, decision: 'approved', note: '', decidedAt })
    await db.insert(releases).values({ id: uuid(), ...by, publishAt, plannedAt: decidedAt })
  }
  return claims.map(({ id }) => id)
}

function startReleasing(): ChildProcess {
  const started = spawn(process.execPath, ['.build/releasing-process.mjs', databaseUrl()], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  processes.push(started)
  return started
}

async function settled(process: ChildProcess): Promise<void> {
  if (process.stdout) for await (const chunk of process.stdout) if (String(chunk).includes('settled')) return
  throw new Error('a process ended before it had published what was due')
}

/** Until so many connections to this database wait for a lock that another one holds. */
async function untilWaiting(count: number): Promise<void> {
  await expect
    .poll(
      async () => {
        const { rows } = await db.execute<{ waiting: number }>(
          sql`select count(*)::int as waiting from pg_locks join pg_stat_activity using (pid)
            where not granted and datname = current_database()`,
        )
        return rows[0]?.waiting
      },
      { timeout: 60_000 },
    )
    .toBeGreaterThanOrEqual(count)
}
