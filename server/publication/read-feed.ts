import { and, desc, eq, inArray, ne, type SQL, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../db/client'
import { desks, logEntries, publications, publishedNames } from '../../db/schema'
import type { FeedItem } from './pages/feed'
import { itsEntry } from './read-published'

/** What a feed follows: everything, what was corrected, or what is about one thing. */
export type Followed =
  | { about: 'everything' | 'corrections' }
  | { about: 'claim'; number: number }
  | { about: 'topic'; slug: string }
  | { about: 'article' | 'desk'; id: string }
  | { about: 'articles'; ids: string[] }

/** As many as readers of feeds keep. */
const mostItems = 50

/** The newest versions of what is followed, each in its own words. */
export function readFeed(at: Database | Transaction, followed: Followed): Promise<FeedItem[]> {
  const { content } = publications
  return at
    .select({
      number: publications.number,
      version: publications.version,
      kind: publications.kind,
      publicNote: publications.publicNote,
      publishedAt: publications.publishedAt,
      statement: sql<string>`${content}->'claim'->>'statement'`,
      shortAnswer: sql<string>`${content}->'claim'->>'shortAnswer'`,
      verdict: sql<FeedItem['verdict']>`${content}->'claim'->>'verdict'`,
      scale: sql<FeedItem['scale']>`${content}->'scale'`,
      topics: sql<string[]>`${content}->'topics'`,
      desk: desks.name,
    })
    .from(publications)
    .innerJoin(desks, eq(desks.id, publications.deskId))
    .innerJoin(logEntries, itsEntry)
    .where(and(isFollowed(followed)))
    .orderBy(desc(logEntries.index))
    .limit(mostItems)
}

function isFollowed(followed: Followed): SQL | undefined {
  if (followed.about === 'claim') return eq(publications.number, followed.number)
  if (followed.about === 'topic')
    return sql`exists (select from ${publishedNames} where ${publishedNames.number} = ${publications.number}
      and ${publishedNames.kind} = 'topic' and ${publishedNames.slug} = ${followed.slug})`
  if (followed.about === 'article') return eq(publications.articleId, followed.id)
  if (followed.about === 'articles')
    return followed.ids.length ? inArray(publications.articleId, followed.ids) : sql`false`
  if (followed.about === 'desk') return eq(publications.deskId, followed.id)
  return followed.about === 'corrections' ? ne(publications.kind, 'first') : undefined
}
