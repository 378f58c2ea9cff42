import { and, count, desc, eq, inArray, not, type SQL, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../db/client'
import { desks, newestVersions, publishedNames } from '../../db/schema'
import { type Verdict, verdicts } from '../../db/vocabulary'
import type { Listed } from '../publication/pages/lists/list-pages'
import { hasPublished, readListed } from '../publication/read-published'
import { readNewestFound } from '../search/read-newest-found'
import { soughtIn } from '../search/search'
import { type Choices, type Filter, onPage } from './filter'

type Reader = Database | Transaction

/** As many topics as a list to choose from holds, those with most checks. */
const mostTopics = 200

/** One page of the newest version of each claim that fits, the newest first, and whether there is another. */
export async function readLatestPage(
  at: Reader,
  filter: Filter,
  page: number,
): Promise<{ listed: Listed[]; hasNext: boolean }> {
  const found = await readPage(at, filter, { limit: onPage + 1, offset: (page - 1) * onPage })
  return { listed: found.slice(0, onPage), hasNext: found.length > onPage }
}

async function readPage(at: Reader, filter: Filter, part: { limit: number; offset: number }) {
  if (!filter.q) return readListed(at, fits(filter), part.limit, part.offset)
  const sought = soughtIn(filter.q)
  const ids = sought.length ? await readNewestFound(at, { sought, isWanted: fits(filter), ...part }) : []
  return ids.length ? readListed(at, inArray(newestVersions.publicationId, ids), ids.length) : []
}

/** All that a filter asks for but its words. */
function fits({ verdict, topic, desk, language, from, until }: Filter): SQL {
  const day = sql`(${newestVersions.publishedAt} at time zone ${desks.timeZone})::date`
  const isOfTopic = sql`exists (select from ${publishedNames} where ${publishedNames.number} = ${newestVersions.number}
    and ${publishedNames.kind} = 'topic' and ${publishedNames.slug} = ${topic})`
  const all = and(
    sql`true`,
    verdict ? and(eq(newestVersions.verdict, verdict), not(newestVersions.isRetracted)) : undefined,
    topic ? isOfTopic : undefined,
    // By its id, which the list is kept by: a word in every check is then looked for in the desk's alone.
    desk
      ? sql`${newestVersions.deskId} = (select id from desks named where named.slug = ${desk})`
      : undefined,
    language ? eq(languageOf, language) : undefined,
    // The days of all zones first, as they need no look at the desk.
    from ? sql`${newestVersions.publishedAt} >= ${from}::date - 2 and ${day} >= ${from}` : undefined,
    until ? sql`${newestVersions.publishedAt} <= ${until}::date + 3 and ${day} <= ${until}` : undefined,
  )
  // `and` gives nothing for nothing, and one condition always stands.
  return all as SQL
}

const languageOf = sql<string>`lower(split_part(${desks.language}, '-', 1))`

/** What is published can be narrowed to. */
export async function readChoices(at: Reader): Promise<Choices> {
  const rated: Verdict[] = []
  for (const verdict of verdicts)
    if (await isThere(at, eq(newestVersions.verdict, verdict))) rated.push(verdict)
  const topics = await at
    .select({ slug: publishedNames.slug, name: sql<string>`min(${publishedNames.name})` })
    .from(publishedNames)
    .where(eq(publishedNames.kind, 'topic'))
    .groupBy(publishedNames.slug)
    .orderBy(desc(count()), publishedNames.slug)
    .limit(mostTopics)
  const publishing = await at
    .select({ slug: desks.slug, name: desks.name, language: languageOf })
    .from(desks)
    .where(hasPublished)
    .orderBy(desks.name)
  return {
    verdicts: rated,
    topics: topics.toSorted((one, other) => one.name.localeCompare(other.name)),
    desks: publishing.map(({ slug, name }) => ({ slug, name })),
    languages: [...new Set(publishing.map(({ language }) => language))].toSorted(),
  }
}

async function isThere(at: Reader, isWanted: SQL): Promise<boolean> {
  const found = await at
    .select({ number: newestVersions.number })
    .from(newestVersions)
    .where(and(isWanted, not(newestVersions.isRetracted)))
    .limit(1)
  return found.length > 0
}
