import { and, asc, desc, eq, gt, lte } from 'drizzle-orm'
import type { Database, Transaction } from '../../../../db/client'
import { desks, logEntries, publications } from '../../../../db/schema'
import { settings } from '../../../env'
import { type Edition, editionOf } from '../../pages/edition'
import type { PublicDesk } from '../../publication'
import { readVersions } from '../../read-published'
import { type Changes, changeOf } from './change'

type Asked = {
  /** The entry of the log that was taken last; -1 for none. */
  after: number
  limit: number
  /** Of one desk; null for all but demos. */
  deskId: string | null
}

/** What was published, and said of it, after a place in the log, in its order: nothing but what readers have. */
export async function readChanges(
  at: Database | Transaction,
  { after, limit, deskId }: Asked,
): Promise<Changes> {
  const isWanted = deskId ? eq(publications.deskId, deskId) : eq(desks.isDemo, false)
  const rows = await entriesOf(at)
    .where(and(isWanted, gt(logEntries.index, after)))
    .orderBy(asc(logEntries.index))
    .limit(limit + 1)
  const told = rows.slice(0, limit)
  const [before] = await entriesOf(at)
    .where(and(isWanted, lte(logEntries.index, after)))
    .orderBy(desc(logEntries.index))
    .limit(1)
  const versions = await readVersions(at, [...new Set(told.map(({ number }) => number))])
  let previous = before?.entry.index ?? null
  const changes = told.map(({ entry, number, version: of, desk }) => {
    const version = versions.get(number)?.find((one) => one.version === of)
    if (!version) throw new Error(`entry ${entry.index} of the log is about a version that is not there`)
    const change = changeOf(entry, { version, previous }, editionFor(desk))
    previous = entry.index
    return change
  })
  return {
    changes,
    cursor: told.at(-1)?.entry.index ?? (after < 0 ? null : after),
    isMore: rows.length > limit,
  }
}

function editionFor(desk: PublicDesk): Edition {
  const { publicOrigin: origin, publicLicence: licence } = settings()
  return editionOf(desk, { origin, licence, stylesheet: '' })
}

/** Entries about versions that are there: of a demo that was removed only the log still knows. */
function entriesOf(at: Database | Transaction) {
  return at
    .select({
      entry: {
        index: logEntries.index,
        hash: logEntries.hash,
        kind: logEntries.kind,
        body: logEntries.body,
      },
      number: publications.number,
      version: publications.version,
      desk: {
        slug: desks.slug,
        name: desks.name,
        timeZone: desks.timeZone,
        language: desks.language,
        isDemo: desks.isDemo,
      },
    })
    .from(logEntries)
    .innerJoin(publications, eq(publications.id, logEntries.publicationId))
    .innerJoin(desks, eq(desks.id, publications.deskId))
    .$dynamic()
}

/** The id of a desk by its slug; null where there is none. */
export async function readDeskId(at: Database, slug: string): Promise<string | null> {
  const [desk] = await at.select({ id: desks.id }).from(desks).where(eq(desks.slug, slug))
  return desk?.id ?? null
}
