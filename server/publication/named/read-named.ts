import { and, count, countDistinct, desc, eq, sql } from 'drizzle-orm'
import { type Database, db, type Transaction } from '../../../db/client'
import { joinedNames, newestVersions, publishedNames } from '../../../db/schema'
import type { NameKind } from '../../../db/vocabulary'
import type { NamedList } from '../pages/lists/named-page'
import { readListed } from '../read-published'

type Reader = Database | Transaction

/** More would make a page that nobody's phone shows; the data set has them all. */
const mostOnPage = 500

/** The checks listed under a name, with all ways it is written; null where there is none. */
export async function readNamedList(at: Reader, kind: NameKind, slug: string): Promise<NamedList | null> {
  const isHere = and(eq(publishedNames.kind, kind), eq(publishedNames.slug, slug))
  const names = await at
    .select({ name: publishedNames.name, spelling: publishedNames.spelling, times: count() })
    .from(publishedNames)
    .where(isHere)
    .groupBy(publishedNames.name, publishedNames.spelling)
    .orderBy(desc(count()), publishedNames.name)
  if (!names.length) return null
  const [joined] = await at
    .select({ name: joinedNames.name })
    .from(joinedNames)
    .where(and(eq(joinedNames.kind, kind), eq(joinedNames.slug, slug)))
    .limit(1)
  const name = joined?.name ?? names[0]?.name ?? slug
  const others = names.flatMap((one) => (one.name === name ? [] : one.name))
  const listed = await readListed(
    at,
    sql`exists (select from ${publishedNames} where ${publishedNames.number} = ${newestVersions.number} and ${isHere})`,
    mostOnPage,
  )
  // A check may have two topics that its desk has joined.
  const [all] = await at
    .select({ count: countDistinct(publishedNames.number) })
    .from(publishedNames)
    .where(isHere)
  return { kind, slug, name, others, count: all?.count ?? 0, listed }
}

/** A spelling of a name on a desk, in how many checks it stands, and the name it is joined to. */
export type DeskName = {
  kind: NameKind
  spelling: string
  name: string
  count: number
  joinedTo: string | null
}

/** Every name in a desk's published checks, in order of kind and spelling. */
export async function readNames(deskId: string): Promise<DeskName[]> {
  const isJoined = and(
    eq(joinedNames.deskId, publishedNames.deskId),
    eq(joinedNames.kind, publishedNames.kind),
    eq(joinedNames.spelling, publishedNames.spelling),
  )
  return db()
    .select({
      ...{ kind: publishedNames.kind, spelling: publishedNames.spelling, count: count() },
      name: sql<string>`min(${publishedNames.name})`,
      joinedTo: joinedNames.name,
    })
    .from(publishedNames)
    .leftJoin(joinedNames, isJoined)
    .where(eq(publishedNames.deskId, deskId))
    .groupBy(publishedNames.kind, publishedNames.spelling, joinedNames.name)
    .orderBy(desc(publishedNames.kind), publishedNames.spelling)
}
