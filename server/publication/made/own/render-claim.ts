import { and, eq, like } from 'drizzle-orm'
import type { Transaction } from '../../../../db/client'
import { pages } from '../../../../db/schema'
import { readDossiersOf } from '../../../dossier/published/read-published-dossier'
import { readAnswers } from '../../../report/read-answers'
import { claimPage, versionPage } from '../../pages/claim/claim-page'
import { embedPage } from '../../pages/embed/embed-page'
import { claimPath, embedPath, type PublicVersion, versionPath } from '../../publication'
import { readVersions } from '../../read-published'
import { storeHtml } from '../../stored/store-pages'
import { renderApiClaim } from '../api/render-api'
import type { Template } from '../read-template'
import { renderCopies } from '../render-copies'
import { renderFeed } from '../render-feed'
import { renderRecords } from '../render-records'
import { readCopies } from './read-copies'

/** A claim by its public number, and the desk that published it. */
export type OfClaim = { number: number; deskId: string }

/** Makes all that is of one claim alone. */
export async function renderClaim(
  tx: Transaction,
  { number }: Pick<OfClaim, 'number'>,
  template: Template,
): Promise<void> {
  const versions = (await readVersions(tx, [number])).get(number) ?? []
  const [newest] = versions
  if (!newest) return
  const made = await pathsMadeWith(tx, `/c/${number}/v/%`, template)
  const path = `/c/${number}`
  const canonical = claimPath(number, newest.content.claim.statement)
  const copies = await readCopies(tx, newest)
  const newestPage = {
    path,
    canonical,
    content: claimPage(versions, template.edition, {
      answers: await readAnswers(tx, { claim: number }),
      dossiers: await readDossiersOf(tx, newest.content.article.id),
      copies,
    }),
  }
  const embed = embedPath(number)
  const embedded = { path: embed, canonical: embed, content: embedPage(newest, template.edition) }
  const isMade = (version: PublicVersion) => made.has(versionPath(number, version.version))
  const versionPages = versions.flatMap((version, index) => {
    const path = versionPath(number, version.version)
    if (isMade(version)) return []
    const content = versionPage(version, versions.slice(index + 1), template.edition)
    return [{ path, canonical: path, content }]
  })
  await storeHtml(tx, [newestPage, embedded, ...versionPages], template)
  await renderCopies(
    tx,
    versions.filter((version) => !isMade(version)),
    template,
  )
  const { statement } = newest.content.claim
  const feed = { name: `c/${number}`, page: canonical, title: statement }
  await renderFeed(tx, { ...feed, followed: { about: 'claim', number } }, template.edition)
  await renderRecords(tx, versions)
  await renderApiClaim(tx, { versions, copies }, template)
}

async function pathsMadeWith(tx: Transaction, pattern: string, { template }: Template): Promise<Set<string>> {
  const made = await tx
    .select({ path: pages.path })
    .from(pages)
    .where(and(like(pages.path, pattern), eq(pages.template, template)))
  return new Set(made.map(({ path }) => path))
}
