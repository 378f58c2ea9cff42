import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '../../../db/client'
import { desks, follows, joinedNames, publications } from '../../../db/schema'
import { type FollowedKind, type FollowNewsKind, followNewsKinds } from '../../../db/vocabulary'
import { readNewestWith } from '../../dossier/published/read-published-dossier'
import { topicsIn } from '../../publication/named/named'
import type { PublishedClaim } from '../../publication/publication'
import type { DeskEvent, PublicWords } from './event'

/**
 * Keeps what followers are to be told of an event, in the transaction of its act: a new claim to those of its article,
 * its topics and its desk, anything later to those of the claim; either to those of the dossiers that hold its article.
 * A demo tells nobody.
 */
export async function keepNews(tx: Transaction, { kind, version }: DeskEvent): Promise<void> {
  const told = followNewsKinds.find((one) => one === kind)
  const published = told && version && (await readPublished(tx, version))
  if (!told || !published || published.isDemo) return
  const isOfIt = told === 'published' ? await isOfNew(tx, published) : isOf('claim', [String(version.number)])
  const dossiers = await readNewestWith(tx, [published.content.article.id])
  const numbers = dossiers.map(({ number }) => String(number))
  const isTold = numbers.length ? or(isOfIt, isOf('dossier', numbers)) : isOfIt
  await keepFor(tx, isTold, { kind: told, publicationId: published.id })
}

/** Keeps for the followers of a dossier that it was retracted, by the row of the version that says so. */
export async function keepRetraction(
  tx: Transaction,
  version: { id: string; number: number },
): Promise<void> {
  const isTold = isOf('dossier', [String(version.number)])
  await keepFor(tx, isTold, { kind: 'retracted', dossierPublicationId: version.id })
}

type Told = { kind: FollowNewsKind; publicationId?: string; dossierPublicationId?: string }

async function keepFor(
  tx: Transaction,
  isTold: SQL | undefined,
  { kind, publicationId, dossierPublicationId }: Told,
): Promise<void> {
  await tx.execute(sql`
    insert into follow_news (id, follow_id, kind, publication_id, dossier_publication_id)
    select gen_random_uuid(), ${follows.id}, ${kind}, ${publicationId ?? null}::uuid, ${dossierPublicationId ?? null}::uuid from ${follows}
    where ${follows.confirmedAt} is not null and ${isTold} on conflict do nothing`)
}

type Published = { id: string; deskId: string; slug: string; isDemo: boolean; content: PublishedClaim }

// Most newsrooms begin without a follower, and publishing must not wait for what nobody reads.
const isFollowed = sql`exists (select from ${follows} where ${follows.confirmedAt} is not null)`

/** The version, where anybody follows anything. */
async function readPublished(
  tx: Transaction,
  { number, version }: PublicWords,
): Promise<Published | undefined> {
  const { id, deskId, content } = publications
  const [row] = await tx
    .select({ id, deskId, content, slug: desks.slug, isDemo: desks.isDemo })
    .from(publications)
    .innerJoin(desks, eq(desks.id, deskId))
    .where(and(eq(publications.number, number), eq(publications.version, version), isFollowed))
  return row
}

async function isOfNew(tx: Transaction, { deskId, slug, content }: Published): Promise<SQL | undefined> {
  const topics = await readTopics(tx, deskId, content)
  const ofArticle = isOf('article', [String(content.article.number)])
  return or(ofArticle, isOf('desk', [slug]), topics.length ? isOf('topic', topics) : undefined)
}

/** Its topics as they stand in addresses: as they are written, and where the desk has joined them to. */
async function readTopics(tx: Transaction, deskId: string, content: PublishedClaim): Promise<string[]> {
  const spellings = topicsIn(content).map(({ spelling }) => spelling)
  if (!spellings.length) return []
  const { kind, spelling } = joinedNames
  const joined = await tx
    .select({ slug: joinedNames.slug })
    .from(joinedNames)
    .where(and(eq(joinedNames.deskId, deskId), eq(kind, 'topic'), inArray(spelling, spellings)))
  return [...spellings, ...joined.map(({ slug }) => slug)]
}

const isOf = (kind: FollowedKind, things: string[]) =>
  and(eq(follows.kind, kind), inArray(follows.thing, things))
