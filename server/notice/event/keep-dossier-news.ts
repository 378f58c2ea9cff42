import { and, eq, isNotNull, type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '../../../db/client'
import { follows } from '../../../db/schema'
import type { FollowNewsKind } from '../../../db/vocabulary'

/** A version of a dossier by its row, with the dossier's public number. */
type Version = { id: string; number: number }

/** Keeps that a dossier was retracted for those who follow it, in the transaction of its act. A demo's is for nobody. */
export async function keepRetracted(tx: Transaction, { id, number }: Version): Promise<void> {
  const kind: FollowNewsKind = 'retracted'
  const isOfIt: SQL | undefined = and(
    eq(follows.kind, 'dossier'),
    eq(follows.thing, String(number)),
    isNotNull(follows.confirmedAt),
  )
  await tx.execute(sql`
    insert into follow_news (id, follow_id, kind, dossier_publication_id)
    select gen_random_uuid(), ${follows.id}, ${kind}, ${id} from ${follows} where ${isOfIt} on conflict do nothing`)
}
