import { eq } from 'drizzle-orm'
import type { Transaction } from '../../../../db/client'
import { desks, publications } from '../../../../db/schema'
import { settings } from '../../../env'
import { type Known, sitemapOf } from '../../pages/sitemap'
import { deskPath } from '../../publication'
import { changedAt, storeSitemap } from './store-names'

/** Makes the sitemap of the desks' own pages. */
export async function storeDesks(tx: Transaction): Promise<void> {
  await storeSitemap(tx, desksPath, sitemapOf(await readDesks(tx)))
}

/** The line of that sitemap in the list of all; none while no desk has published. */
export async function readDesksEntry(tx: Transaction): Promise<Known[]> {
  const times = (await readDesks(tx)).map(({ at }) => at.getTime())
  return times.length
    ? [{ address: settings().publicOrigin + desksPath, at: new Date(Math.max(...times)) }]
    : []
}

/** The desks that have published something, each with its newest publication's time. */
async function readDesks(tx: Transaction): Promise<Known[]> {
  const publishing = await tx
    .select({ slug: desks.slug, at: changedAt })
    .from(desks)
    .innerJoin(publications, eq(publications.deskId, desks.id))
    .where(eq(desks.isDemo, false))
    .groupBy(desks.slug)
    .orderBy(desks.slug)
  const { publicOrigin } = settings()
  return publishing.map(({ slug, at }) => ({ address: publicOrigin + deskPath(slug), at }))
}

const desksPath = '/sitemaps/desks.xml'
