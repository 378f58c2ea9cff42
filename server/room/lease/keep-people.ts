import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { pool } from '../../../db/client'

/** Lets every process know who is in the rooms of this one. */
export type People = {
  /** Somebody came into this room or left it. */
  changed: (document: string) => void
  stop: () => Promise<void>
}

const retryAfter = 1_000

/** Writes who is in which room, and until when whoever left was, all rooms of a moment in one statement, until stopped. */
export function keepPeople(
  processId: string,
  membersIn: (document: string) => string[],
  log: Logger,
): People {
  const dirty = new Set<string>()
  let running: Promise<void> | null = null
  let isStopped = false

  const writeAll = async () => {
    while (dirty.size > 0 && !isStopped) {
      const documents = [...dirty]
      dirty.clear()
      try {
        await write(processId, documents, membersIn)
      } catch (error) {
        log.warn({ err: error }, 'who is in a room cannot be written, will try again')
        for (const document of documents) dirty.add(document)
        await pause(retryAfter, undefined, { ref: false })
      }
    }
    running = null
  }
  return {
    changed(document) {
      dirty.add(document)
      running ??= writeAll()
    },
    async stop() {
      isStopped = true
      await running
    },
  }
}

async function write(
  processId: string,
  documents: string[],
  membersIn: (document: string) => string[],
): Promise<void> {
  const present = documents.flatMap((document) =>
    [...new Set(membersIn(document))].map((member) => ({ document, member })),
  )
  await pool().query(
    `with present as (select * from unnest($3::text[], $4::uuid[]) as p (document, member_id)),
     gone as (
       delete from room_people
       where process = $1 and document = any ($2) and (document, member_id) not in (select document, member_id from present)
       returning document, member_id
     ),
     left_for_now as (
       update room_stays s set until = clock_timestamp() from gone g join rooms r on r.document = g.document
       where s.article_id = r.article_id and s.member_id = g.member_id and not exists (
         select from room_people p where p.document = g.document and p.member_id = g.member_id and p.process <> $1)
     ),
     came as (
       insert into room_people (process, document, member_id)
       select $1, document, member_id from present on conflict do nothing returning document, member_id
     )
     update room_stays s set until = null from came c join rooms r on r.document = c.document
     where s.article_id = r.article_id and s.member_id = c.member_id`,
    [processId, documents, present.map(({ document }) => document), present.map(({ member }) => member)],
  )
}
