import { and, eq, inArray } from 'drizzle-orm'
import type { Transaction } from '../../../../db/client'
import { logEntries, pages } from '../../../../db/schema'
import {
  dossierProofPath,
  dossierRecord,
  dossierRecordPath,
  dossierRedactionPath,
  dossierVersionPath,
} from '../../../dossier/published/frozen-dossier'
import type { PublishedDossier } from '../../../dossier/published/published-dossier'
import { readDossierVersions } from '../../../dossier/published/read-published-dossier'
import { renderProofs, renderRedactionProofs } from '../../log/render-log'
import { dossierVersionPage } from '../../pages/dossier/dossier-page'
import { readAssets } from '../../stored/read-assets'
import { json, type MadePage, storePages } from '../../stored/store-pages'
import type { Template } from '../read-template'

/** Makes the pages of a dossier's versions that are not made with a template yet, with what the log seals of each. */
export async function renderDossierVersions(
  tx: Transaction,
  { number, versions }: PublishedDossier,
  { dossierId, template, edition }: { dossierId: string } & Template,
): Promise<void> {
  const paths = versions.map(({ version }) => dossierVersionPath(number, version))
  const isMade = and(inArray(pages.path, paths), eq(pages.template, template))
  if ((await tx.$count(pages, isMade)) === paths.length) return
  const shown = await readDossierVersions(tx, dossierId, edition.say)
  const made = (path: string, contentType: string, content: string): MadePage => ({
    ...{ path, canonical: path, contentType, content, template },
  })
  const html = 'text/html; charset=utf-8'
  await storePages(
    tx,
    shown.flatMap((one) => {
      const { version, content } = one
      const page = dossierVersionPage(one, edition, readAssets().dossier)
      return [
        made(dossierVersionPath(number, version), html, page),
        made(
          dossierRecordPath(number, version),
          json,
          JSON.stringify(dossierRecord(number, version, content)),
        ),
      ]
    }),
  )
  await renderVersionProofs(tx, number, versions)
}

async function renderVersionProofs(tx: Transaction, number: number, versions: PublishedDossier['versions']) {
  const places = new Map(versions.flatMap(({ entry, version }) => (entry === null ? [] : [[entry, version]])))
  if (places.size === 0) return
  const entries = await tx
    .select()
    .from(logEntries)
    .where(inArray(logEntries.index, [...places.keys()]))
  const sealed = entries.map((entry) => ({
    path: dossierProofPath(number, places.get(entry.index) ?? 0),
    entry,
  }))
  await renderProofs(tx, sealed)
  const removed = versions.flatMap(({ version, removal }) =>
    removal === null ? [] : [{ path: dossierRedactionPath(number, version), index: removal }],
  )
  await renderRedactionProofs(tx, removed)
}
