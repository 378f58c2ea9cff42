import { desc, eq, max } from 'drizzle-orm'
import type { Transaction } from '../../../../db/client'
import { desks, logEntries, publications } from '../../../../db/schema'
import { datafeedJson, datafeedPath, type Fed, mostReviews } from '../../api/datafeed'
import { itsEntry, readPublicDesk, readVersions } from '../../read-published'
import { json, storePages } from '../../stored/store-pages'
import type { Template } from '../read-template'

/** Makes the feed of ClaimReviews; the demo has none. */
export async function renderDatafeed(tx: Transaction, { edition, template }: Template): Promise<void> {
  const feed = datafeedJson(await readFed(tx), { name: edition.desk.name, origin: edition.origin })
  const [path, content] = [datafeedPath, JSON.stringify(feed)]
  await storePages(tx, [{ path, canonical: path, contentType: json, content, template }])
}

/** The claims that changed last, the newest first. */
async function readFed(tx: Transaction): Promise<Fed[]> {
  const rows = await tx
    .select({ number: publications.number, deskId: publications.deskId })
    .from(publications)
    .innerJoin(desks, eq(desks.id, publications.deskId))
    .innerJoin(logEntries, itsEntry)
    .where(eq(desks.isDemo, false))
    .groupBy(publications.number, publications.deskId)
    .orderBy(desc(max(logEntries.index)))
    .limit(mostReviews)
  const versions = await readVersions(
    tx,
    rows.map(({ number }) => number),
  )
  const known = new Map<string, Fed['desk']>()
  for (const { deskId } of rows) if (!known.has(deskId)) known.set(deskId, await readPublicDesk(tx, deskId))
  return rows.flatMap(({ number, deskId }) => {
    const [desk, ofClaim] = [known.get(deskId), versions.get(number)]
    return desk && ofClaim ? [{ desk, versions: ofClaim }] : []
  })
}
