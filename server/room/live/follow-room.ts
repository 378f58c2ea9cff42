import { setTimeout as pause } from 'node:timers/promises'
import { and, desc, eq, max, min, sql } from 'drizzle-orm'
import type { Logger } from 'pino'
import { db } from '../../../db/client'
import { claims, roomUpdates } from '../../../db/schema'
import { claimIds } from '../doc/room-claims'
import type { RoomDoc } from '../doc/room-doc'
import type { Journal } from '../kept/keep-updates'
import { mostAtOnce, readForTables, writeClaims } from '../kept/project-claims'

/** Keeps the tables `claims` and `sources` in step with a live room. */
export type Projection = {
  /** These claims have changed on disk. */
  changed: (claimIds: string[]) => void
  /** Resolves when all that was on disk when asked is in the tables. */
  settled: () => Promise<void>
  stop: () => void
}

type Followed = { articleId: string; document: string; doc: RoomDoc; journal: Journal }

const [firstPause, longestPause] = [100, 5_000]
const inOneGo = 20
// Lists may be behind a busy room by this much, in ms: each writing costs the disk as much as the edits themselves.
const breath = 1_000

/** Follows a room until stopped; begins with all claims when the tables are behind, as after a kill. */
export function followRoom(room: Followed, log: Logger): Projection {
  const dirty = new Set<string>()
  let running: Promise<void> | null = null
  let isStopped = false
  let mayBeginAt = 0

  const start = () => {
    running ??= follow().finally(() => {
      running = null
      if (dirty.size > 0 && !isStopped) start()
    })
  }

  const follow = async () => {
    let wait = firstPause
    while (dirty.size > 0 && !isStopped) {
      await pause(Math.max(0, mayBeginAt - performance.now()))
      if (isStopped) return
      // After a failure one at a time: a claim that cannot be written must not hold up the others.
      const ids = [...dirty].slice(0, wait > firstPause ? 1 : mostAtOnce)
      for (const id of ids) dirty.delete(id)
      try {
        let took = 0
        for (const part of inParts(ids)) took += await project(room, part)
        if (dirty.size === 0) wait = firstPause
        // Reading a very large room takes time: it gets at most a tenth of it.
        mayBeginAt = performance.now() + Math.max(breath, took * 10)
      } catch (error) {
        for (const id of ids) dirty.add(id)
        log.error(
          { err: error, document: room.document },
          'claims cannot be written to their tables, will try again',
        )
        await pause(wait)
        wait = Math.min(wait * 2, longestPause)
      }
    }
  }

  const catchUp = async () => {
    if (!(await isBehind(room.articleId, room.document))) return
    for (const id of claimIds(room.doc)) dirty.add(id)
    if (dirty.size > 0) start()
  }
  const caughtUp = catchUp().catch((error) => log.error({ err: error }, 'claims may be behind their room'))

  return {
    changed(ids) {
      for (const id of ids) dirty.add(id)
      if (dirty.size > 0) start()
    },
    async settled() {
      await caughtUp
      while (running) await running
    },
    stop() {
      isStopped = true
    },
  }
}

/** Few enough claims at a time that nobody's edit waits while they are read and put into words for the database. */
function* inParts(ids: string[]): Generator<string[]> {
  for (let at = 0; at < ids.length; at += inOneGo) yield ids.slice(at, at + inOneGo)
}

/** Writes some claims as they are now, once now is on disk; returns how long reading them took, in ms. */
async function project(room: Followed, ids: string[]): Promise<number> {
  const begun = performance.now()
  const reading = readForTables(room.doc, ids, room.journal.position)
  const took = performance.now() - begun
  await room.journal.reached(reading.sequence)
  await db().transaction((tx) => writeClaims(tx, room.articleId, reading))
  return took
}

async function isBehind(articleId: string, document: string): Promise<boolean> {
  const [last] = await db()
    .select({ sequence: roomUpdates.sequence })
    .from(roomUpdates)
    .where(and(eq(roomUpdates.document, document), sql`${roomUpdates.claims} <> '{}'`))
    .orderBy(desc(roomUpdates.sequence))
    .limit(1)
  const [projected] = await db()
    .select({ sequence: max(claims.sequence), oldest: min(claims.sequence) })
    .from(claims)
    .where(eq(claims.articleId, articleId))
  // No update has the number 0: a row with it is from before its columns, and wants to be read anew.
  return (last?.sequence ?? 0) > (projected?.sequence ?? 0) || projected?.oldest === 0
}
