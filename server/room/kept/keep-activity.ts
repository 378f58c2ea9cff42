import { sql } from 'drizzle-orm'
import type { Transaction } from '../../../db/client'
import { articleActivity, roomUpdates } from '../../../db/schema'
import { documentOf } from '../doc/room-doc'

/** Keeps when a room was last written in, as it is at a sequence of its updates: lists of a desk's articles ask often. */
export async function keepActivity(tx: Transaction, articleId: string, sequence: number): Promise<void> {
  await tx.execute(sql`
    update ${articleActivity} set at = written.at from (
      select u.at from ${roomUpdates} u
      where u.document = ${documentOf(articleId)} and u.sequence <= ${sequence} order by u.sequence desc limit 1
    ) written where article_id = ${articleId} and ${articleActivity}.at < written.at`)
}
