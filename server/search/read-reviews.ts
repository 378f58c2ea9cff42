import { type SQL, sql } from 'drizzle-orm'
import { db } from '../../db/client'
import { settings } from '../env'
import {
  type AskedReviews,
  furthest,
  isOfSite,
  mostOnPage,
  nextPageToken as nextPageTokenOf,
} from '../publication/api/search/asked'
import { type FoundReviews, factCheckOf, type Reviewed } from '../publication/api/search/fact-check'
import { type Edition, editionOf } from '../publication/pages/edition'
import type { PublicDesk } from '../publication/publication'
import { mostLookedAt, queryOf } from './read-hits'
import { type Sought, soughtIn } from './search'

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
  if (asked.query && sought.length === 0) return []
  // What a version says is long: it is read for those on the page alone.
  const { rows } = await db().execute<Row>(sql`
    select p.number, p.kind, p.public_note as "publicNote", p.published_at as "publishedAt", p.content,
      d.slug, d.name, d.time_zone as "timeZone", d.language, d.is_demo as "isDemo"
    from (
      select found.publication_id, found.log_index, ${rankOf(sought)} as rank from (${stoodBy(asked, now, sought)}) found
      order by rank desc, found.log_index desc limit ${asked.pageSize + 1} offset ${asked.offset}
    ) page join publications p on p.id = page.publication_id join desks d on d.id = p.desk_id
    order by page.rank desc, page.log_index desc`)
  return rows
}

const rankOf = (sought: Sought[]) =>
  sought.length ? sql`ts_rank(found.words, ${queryOf(sought)}, 1)` : sql`0::real`

/** Claims that their desks stand by, the newest first; of words that stand in more than are put in order, the newest. */
function stoodBy({ language, maxAgeDays }: AskedReviews, now: Date, sought: Sought[]): SQL {
  return sql`
    select n.publication_id, n.log_index, n.words from newest_versions n join desks d on d.id = n.desk_id
    where not d.is_demo and not n.is_retracted and n.verdict is not null
      and not exists (select from under_review u where u.publication_id = n.publication_id)
      ${language ? sql`and lower(split_part(d.language, '-', 1)) = ${language}` : sql``}
      ${maxAgeDays ? isNotOlder(maxAgeDays, now) : sql``}
      ${sought.length ? sql`and n.words @@ ${queryOf(sought)}` : sql``}
    order by n.log_index desc limit ${sought.length ? mostLookedAt : furthest + mostOnPage + 1}`
}

/** By the day that the claim was said or the moment its check was published, whichever is newer. */
function isNotOlder(days: number, now: Date): SQL {
  const since = new Date(now.getTime() - days * 24 * 60 * 60_000).toISOString()
  return sql`and (n.published_at >= ${since}::timestamptz or n.said_on >= ${since.slice(0, 10)})`
}
