import { pool } from '../../../db/client'
import { isLiving } from './living'

/** A process that lives holds the room. */
export class HeldElsewhere extends Error {}

/** A room that was taken; with a higher fence, whoever held it before can write nothing. */
export type Taken = { fence: number; articleId: string }

/**
 * Takes a room for a process (null: for a moment, by whoever only writes something), never from another that lives.
 * It is one statement, so that a process which stops here leaves no lock behind.
 */
export async function takeRoom(document: string, processId: string | null): Promise<Taken> {
  const { rows } = await pool().query<{ fence: string; articleId: string }>(
    `update rooms set fence = fence + 1, owner = $2
     where document = $1 and not exists (
       select from processes p where p.id = rooms.owner and p.id is distinct from $2 and ${isLiving}
     )
     returning fence, article_id as "articleId"`,
    [document, processId],
  )
  if (rows[0]) return { fence: Number(rows[0].fence), articleId: rows[0].articleId }
  throw new HeldElsewhere(`the room ${document} is not there, or another process holds it`)
}

/** Gives a room back that nobody is in any more, unless it was taken since. */
export async function releaseRoom({ document, fence }: { document: string; fence: number }): Promise<void> {
  await pool().query('update rooms set owner = null where document = $1 and fence = $2', [document, fence])
}
