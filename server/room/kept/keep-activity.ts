import { sql } from 'drizzle-orm'
import type { Transaction } from '../../../db/client'
import { roomActivity, roomUpdates } from '../../../db/schema'
import { documentOf } from '../doc/room-doc'

/** Keeps when a room was last written in, as it is at a sequence of its updates: lists of a desk's articles ask often. */
export async function keepActivity(tx: Transaction, articleId: string, sequence: number): Promise<void> {
  await tx.execute(sql`
    insert into ${roomActivity} (article_id, at)
    select ${articleId}::uuid, u.at from ${roomUpdates} u
    where u.document = ${documentOf(articleId)} and u.sequence <= ${sequence} order by u.sequence desc limit 1
    on conflict (article_id) do update set at = excluded.at where room_activity.at < excluded.at`)
}
