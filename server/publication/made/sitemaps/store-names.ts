import { eq, sql } from 'drizzle-orm'
import type { Transaction } from '../../../../db/client'
import { desks, publications, publishedNames } from '../../../../db/schema'
import { settings } from '../../../env'
import { namedPath } from '../../named/named'
import { inOneSitemap, type Known, sitemapOf } from '../../pages/sitemap'
import { storePages } from '../../stored/store-pages'

export const changedAt = sql<Date>`max(${publications.publishedAt})`.mapWith(publications.publishedAt)

/** Makes the sitemap of speakers and outlets. */
export async function storeNames(tx: Transaction): Promise<void> {
  const names = await tx
    .select({ kind: publishedNames.kind, slug: publishedNames.slug, at: changedAt })
    .from(publishedNames)
    .innerJoin(publications, eq(publications.number, publishedNames.number))
    .innerJoin(desks, eq(desks.id, publishedNames.deskId))
    .where(isPublic)
    .groupBy(publishedNames.kind, publishedNames.slug)
    .orderBy(publishedNames.kind, publishedNames.slug)
    .limit(inOneSitemap)
  const { publicOrigin } = settings()
  const known = names.map(({ kind, slug, at }) => ({
    address: publicOrigin + namedPath(kind, slug),
    at,
  }))
  await storeSitemap(tx, namesPath, sitemapOf(known))
}

/** The line of that sitemap in the list of all; none while it names nobody. */
export async function readNamesEntry(tx: Transaction): Promise<Known[]> {
  const [names] = await tx
    .select({ at: changedAt })
    .from(publishedNames)
    .innerJoin(publications, eq(publications.number, publishedNames.number))
    .innerJoin(desks, eq(desks.id, publishedNames.deskId))
    .where(isPublic)
    .having(sql`count(*) > 0`)
  return names ? [{ address: settings().publicOrigin + namesPath, at: names.at }] : []
}

/** Keeps one sitemap under its address. */
export async function storeSitemap(tx: Transaction, path: string, content: string): Promise<void> {
  const contentType = 'application/xml; charset=utf-8'
  await storePages(tx, [{ path, canonical: path, content, contentType, template: 'sitemap' }])
}

const isPublic = eq(desks.isDemo, false)
const namesPath = '/sitemaps/names.xml'
