import { and, desc, eq, sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import type { Transaction } from '../../../db/client'
import { outbox, publications } from '../../../db/schema'
import { notify } from '../../channel/notify'

type Copied = { articleId: string; sha256: string }

/** Has the pages of those claims made again whose readers are told of an archived copy: another archive has it by now. */
export async function tellReaders(tx: Transaction, { articleId, sha256 }: Copied): Promise<void> {
  const rests = sql`${publications.content} -> 'evidence' @> ${JSON.stringify([{ sha256 }])}::jsonb`
  const resting = await tx
    .selectDistinctOn([publications.number], { id: publications.id })
    .from(publications)
    .where(and(eq(publications.articleId, articleId), rests))
    .orderBy(publications.number, desc(publications.version))
  for (const { id: publicationId } of resting) {
    await tx.insert(outbox).values({ id: newId(), publicationId })
    await notify(tx, 'publication_made', { publicationId })
  }
}
