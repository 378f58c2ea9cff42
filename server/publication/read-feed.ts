import { and, desc, eq, inArray, ne, type SQL, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../db/client'
import {
  desks,
  dossierPublications,
  dossiers,
  logEntries,
  newestVersions,
  publications,
  publishedNames,
  underReview,
} from '../../db/schema'
import type { FrozenExplanation } from '../dossier/published/frozen-dossier'
import type { CheckItem, DossierItem, FeedItem } from './pages/feed'
import { itsEntry } from './read-published'

/** What a feed follows: everything, what was corrected, or what is about one thing. */
export type Followed =
  | { about: 'everything' | 'corrections' }
  | { about: 'claim'; number: number }
  | { about: 'topic'; slug: string }
  | { about: 'article' | 'desk'; id: string }
  | { about: 'dossier'; id: string; articleIds: string[] }

/** As many as readers of feeds keep. */
const mostItems = 50

/** The newest versions of what is followed, each in its own words; of a dossier its own, too. */
export async function readFeed(at: Database | Transaction, followed: Followed): Promise<FeedItem[]> {
  const checks = await readChecks(at, followed)
  if (followed.about !== 'dossier') return checks
  const versions = await readVersions(at, followed.id)
  return [...checks, ...versions]
    .toSorted((one, other) => other.publishedAt.getTime() - one.publishedAt.getTime())
    .slice(0, mostItems)
}

/** The newest versions of a dossier, and what each explains that the one before it did not. */
async function readVersions(at: Database | Transaction, dossierId: string): Promise<DossierItem[]> {
  const { content, version, publishedAt } = dossierPublications
  const rows = await at
    .select({
      ...{ number: dossiers.publicNumber, version, publishedAt, desk: desks.name },
      name: sql<string>`${content} ->> 'name'`,
      explanations: sql<FrozenExplanation[]>`${content} -> 'explanations'`,
      retracted: sql<string | null>`${content} #>> '{retraction,text}'`,
    })
    .from(dossierPublications)
    .innerJoin(dossiers, eq(dossiers.id, dossierPublications.dossierId))
    .innerJoin(desks, eq(desks.id, dossierPublications.deskId))
    .where(eq(dossierPublications.dossierId, dossierId))
    .orderBy(desc(version))
    .limit(mostItems + 1)
  const items = rows.flatMap(({ number, explanations, ...row }, index) => {
    const known = new Set(rows[index + 1]?.explanations.map(({ id }) => id))
    const explained = explanations.filter(({ id }) => !known.has(id)).map(({ text }) => text)
    return number === null ? [] : [{ ...row, dossier: number, explained }]
  })
  return items.slice(0, mostItems)
}

function readChecks(at: Database | Transaction, followed: Followed): Promise<CheckItem[]> {
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
      verdict: sql<CheckItem['verdict']>`${content}->'claim'->>'verdict'`,
      scale: sql<CheckItem['scale']>`${content}->'scale'`,
      topics: sql<string[]>`${content}->'topics'`,
      underReview: { line: underReview.line, at: underReview.putAt },
      desk: desks.name,
    })
    .from(publications)
    .innerJoin(desks, eq(desks.id, publications.deskId))
    .innerJoin(logEntries, itsEntry)
    .leftJoin(underReview, and(eq(underReview.publicationId, publications.id), isNewest))
    .where(and(isFollowed(followed)))
    .orderBy(desc(logEntries.index))
    .limit(mostItems)
}

/** A doubt is lifted by the next version. */
const isNewest = sql`exists (select from ${newestVersions} where ${newestVersions.publicationId} = ${publications.id})`

function isFollowed(followed: Followed): SQL | undefined {
  if (followed.about === 'claim') return eq(publications.number, followed.number)
  if (followed.about === 'topic')
    return sql`exists (select from ${publishedNames} where ${publishedNames.number} = ${publications.number}
      and ${publishedNames.kind} = 'topic' and ${publishedNames.slug} = ${followed.slug})`
  if (followed.about === 'article') return eq(publications.articleId, followed.id)
  if (followed.about === 'dossier')
    return followed.articleIds.length ? inArray(publications.articleId, followed.articleIds) : sql`false`
  if (followed.about === 'desk') return eq(publications.deskId, followed.id)
  return followed.about === 'corrections' ? ne(publications.kind, 'first') : undefined
}
