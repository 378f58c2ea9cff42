import { inArray, type SQL, sql } from 'drizzle-orm'
import { db } from '../../db/client'
import { desks, newestVersions, underReview } from '../../db/schema'
import { settings } from '../env'
import {
  type AskedReviews,
  isOfSite,
  nextPageToken as nextPageTokenOf,
} from '../publication/api/search/asked'
import { type FoundReviews, factCheckOf, type Reviewed } from '../publication/api/search/fact-check'
import { type Edition, editionOf } from '../publication/pages/edition'
import type { PublicDesk } from '../publication/publication'
import { mostLookedAt } from './read-hits'
import { readNewestFound } from './read-newest-found'
import { type Sought, soughtIn } from './search'
import { queryOf } from './write-query'

type Row = Omit<Reviewed, 'publishedAt'> & PublicDesk & { publishedAt: string | Date }

type Found = { reviews: { reviewed: Reviewed; edition: Edition }[]; nextPageToken: string | null }

/** Published claims that the words are found in, as Google's interface tells of them. */
export async function readReviews(asked: AskedReviews, now: Date): Promise<FoundReviews> {
  const { reviews, nextPageToken } = await readReviewed(asked, now)
  return {
    ...(reviews.length > 0 && {
      claims: reviews.map(({ reviewed, edition }) => factCheckOf(reviewed, edition)),
    }),
    ...(nextPageToken && { nextPageToken }),
  }
}

/**
 * Published claims that the words are found in, each with what it is told in: those that their desks stand by, in
 * their newest versions, without the demo's. Without words the newest come first.
 */
export async function readReviewed(asked: AskedReviews, now: Date): Promise<Found> {
  const origin = settings().publicOrigin
  if (!isOfSite(new URL(origin).hostname, asked.site)) return { reviews: [], nextPageToken: null }
  const rows = await readRows(asked, now)
  return {
    reviews: rows.slice(0, asked.pageSize).map(({ slug, name, timeZone, language, isDemo, ...row }) => ({
      reviewed: { ...row, publishedAt: new Date(row.publishedAt) },
      edition: editionOf({ slug, name, timeZone, language, isDemo }, { origin, stylesheet: '' }),
    })),
    nextPageToken: rows.length > asked.pageSize ? nextPageTokenOf(asked) : null,
  }
}

/** One more than fits on the page, to know whether there is another. */
async function readRows(asked: AskedReviews, now: Date): Promise<Row[]> {
  const sought = soughtIn(asked.query)
  if (!asked.query) return readTold(newestOf(asked, now))
  if (sought.length === 0) return []
  const isWanted = isStoodBy(asked, now)
  const newest = await readNewestFound(db(), { sought, isWanted, limit: mostLookedAt })
  return newest.length ? readTold(bestOf(newest, sought, asked)) : []
}

/** What a version says is long: it is read for those on the page alone, which SQL gives with their `rank`. */
async function readTold(page: SQL): Promise<Row[]> {
  const { rows } = await db().execute<Row>(sql`
    select p.number, p.kind, p.public_note as "publicNote", p.published_at as "publishedAt", p.content,
      d.slug, d.name, d.time_zone as "timeZone", d.language, d.is_demo as "isDemo"
    from (${page}) page join publications p on p.id = page.publication_id join desks d on d.id = p.desk_id
    order by page.rank desc, page.log_index desc`)
  return rows
}

function newestOf(asked: AskedReviews, now: Date): SQL {
  return sql`
    select ${newestVersions.publicationId}, ${newestVersions.logIndex}, 0 as rank
    from ${newestVersions} join ${desks} on ${desks.id} = ${newestVersions.deskId}
    where ${isStoodBy(asked, now)} order by ${newestVersions.logIndex} desc ${pageOf(asked)}`
}

/** Of words that stand in more than are put in order, the best of the newest. */
function bestOf(newest: string[], sought: Sought[], asked: AskedReviews): SQL {
  return sql`
    select n.publication_id, n.log_index, ts_rank(n.words, ${queryOf(sought)}, 1) as rank from newest_versions n
    where ${inArray(sql`n.publication_id`, newest)} order by rank desc, n.log_index desc ${pageOf(asked)}`
}

const pageOf = ({ pageSize, offset }: AskedReviews) => sql`limit ${pageSize + 1} offset ${offset}`

/** Claims that their desks stand by. */
function isStoodBy({ language, maxAgeDays }: AskedReviews, now: Date): SQL {
  return sql`not ${desks.isDemo} and not ${newestVersions.isRetracted} and ${newestVersions.verdict} is not null
    and not exists (select from ${underReview} where ${underReview.publicationId} = ${newestVersions.publicationId})
    ${language ? sql`and lower(split_part(${desks.language}, '-', 1)) = ${language}` : sql``}
    ${maxAgeDays ? isNotOlder(maxAgeDays, now) : sql``}`
}

/** By the day that the claim was said or the moment its check was published, whichever is newer. */
function isNotOlder(days: number, now: Date): SQL {
  const since = new Date(now.getTime() - days * 24 * 60 * 60_000).toISOString()
  return sql`and (${newestVersions.publishedAt} >= ${since}::timestamptz or ${newestVersions.saidOn} >= ${since.slice(0, 10)})`
}
