import { and, desc, eq, isNotNull } from 'drizzle-orm'
import type { Transaction } from '../../../../db/client'
import { desks, dossierPublications, dossiers } from '../../../../db/schema'
import { dossierPath } from '../../../dossier/published/frozen-dossier'
import { settings } from '../../../env'
import { type Known, sitemapOf } from '../../pages/sitemap'
import { storeSitemap } from './store-names'

/** Makes the sitemap of dossiers; the demo's are in none. */
export async function storeDossiers(tx: Transaction): Promise<void> {
  await storeSitemap(tx, path, sitemapOf(await readKnown(tx)))
}

/** The line of that sitemap in the list of all; none while no dossier is published. */
export async function readDossiersEntry(tx: Transaction): Promise<Known[]> {
  const times = (await readKnown(tx)).map(({ at }) => at.getTime())
  return times.length ? [{ address: settings().publicOrigin + path, at: new Date(Math.max(...times)) }] : []
}

async function readKnown(tx: Transaction): Promise<Known[]> {
  const rows = await tx
    .selectDistinctOn([dossiers.publicNumber], {
      number: dossiers.publicNumber,
      content: dossierPublications.content,
      at: dossierPublications.publishedAt,
    })
    .from(dossierPublications)
    .innerJoin(dossiers, eq(dossiers.id, dossierPublications.dossierId))
    .innerJoin(desks, eq(desks.id, dossierPublications.deskId))
    .where(and(isNotNull(dossiers.publicNumber), eq(desks.isDemo, false)))
    .orderBy(dossiers.publicNumber, desc(dossierPublications.version))
  return rows.map(({ number, content, at }) => ({
    address: settings().publicOrigin + dossierPath(number ?? 0, content.name),
    at,
  }))
}

const path = '/sitemaps/dossiers.xml'
