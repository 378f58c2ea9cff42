import { desc, eq } from 'drizzle-orm'
import type { Database, Transaction } from '../../db/client'
import { desks, pastChecks } from '../../db/schema'
import { onPage } from '../latest/filter'
import type { Earlier } from '../publication/pages/lists/earlier-page'
import type { Place } from '../publication/pages/lists/page-links'

/** One page of what desks published before Proofroom, newest first, and whether there is another. */
export async function readEarlier(
  at: Database | Transaction,
  page: number,
): Promise<Place & { earlier: Earlier[] }> {
  const { address, statement, speaker, publishedOn, rating, verdict, shortAnswer } = pastChecks
  const found = await at
    .select({
      ...{ address, statement, speaker, publishedOn, rating, verdict, shortAnswer },
      ...{ desk: desks.name, isDemo: desks.isDemo },
    })
    .from(pastChecks)
    .innerJoin(desks, eq(desks.id, pastChecks.deskId))
    .orderBy(desc(publishedOn), pastChecks.address, pastChecks.id)
    .limit(onPage + 1)
    .offset((page - 1) * onPage)
  return { earlier: found.slice(0, onPage), page, hasNext: found.length > onPage }
}
