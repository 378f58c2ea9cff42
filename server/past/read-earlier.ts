import { desc, eq } from 'drizzle-orm'
import type { Database, Transaction } from '../../db/client'
import { desks, pastChecks } from '../../db/schema'
import type { Earlier } from '../publication/pages/lists/earlier-page'

/** What desks published before Proofroom, newest first. */
export function readEarlier(at: Database | Transaction, limit: number): Promise<Earlier[]> {
  const { address, statement, speaker, publishedOn, rating, verdict, shortAnswer } = pastChecks
  return at
    .select({
      ...{ address, statement, speaker, publishedOn, rating, verdict, shortAnswer },
      ...{ desk: desks.name, isDemo: desks.isDemo },
    })
    .from(pastChecks)
    .innerJoin(desks, eq(desks.id, pastChecks.deskId))
    .orderBy(desc(publishedOn), pastChecks.address)
    .limit(limit)
}
