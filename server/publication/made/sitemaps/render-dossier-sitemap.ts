import type { Transaction } from '../../../../db/client'
import { storeIndex } from './render-sitemaps'
import { storeDossiers } from './store-dossiers'

/** Makes the sitemap of dossiers, and the list of all sitemaps. */
export async function renderDossierSitemap(tx: Transaction): Promise<void> {
  await storeDossiers(tx)
  await storeIndex(tx)
}
