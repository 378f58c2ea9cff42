import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { db, type Transaction } from '../../../../db/client'
import { dossierOutbox, dossierPublications, pages, publications } from '../../../../db/schema'
import { takeTurn } from '../../../../db/take-turn'
import { canonicalHash } from '../../../canonical-hash'
import { ledgerCsv } from '../../../dossier/ledger/ledger-csv'
import {
  apiDossierPath,
  dossierCsvPath,
  dossierPath,
  dossierSvgPath,
} from '../../../dossier/published/frozen-dossier'
import { readNewestWith, readPublishedDossier } from '../../../dossier/published/read-published-dossier'
import { readAnswers } from '../../../report/read-answers'
import { dossierJson } from '../../api/dossier/dossier-json'
import { renderLog } from '../../log/render-log'
import { dossierPage } from '../../pages/dossier/dossier-page'
import { ledgerSvg } from '../../pages/dossier/ledger-svg'
import { voiceOf } from '../../pages/dossier/voice'
import { readPublicDesk } from '../../read-published'
import { readAssets } from '../../stored/read-assets'
import { json, type MadePage, storePages } from '../../stored/store-pages'
import { readTemplate, type Template } from '../read-template'
import { renderFeed } from '../render-feed'
import { renderLogPages } from '../render-log-pages'
import { renderDossierSitemap } from '../sitemaps/render-dossier-sitemap'
import { renderArticle } from './render-article'
import { renderClaim } from './render-claim'
import { renderDossierVersions } from './render-dossier-versions'

/** What makes a dossier's pages: the desk's template, and the style sheet of its charts. */
export const dossierTemplate = ({ template }: Pick<Template, 'template'>): string =>
  canonicalHash([template, readAssets().dossier])

/** Makes all that is of one dossier: page, files, feeds, and what programs read. */
export async function renderDossier(tx: Transaction, dossierId: string, template: Template): Promise<void> {
  const { edition } = template
  const dossier = await readPublishedDossier(tx, dossierId, edition.say)
  if (!dossier) return
  const { number, content, groups } = dossier
  const made = (path: string, contentType: string, page: string, canonical = path): MadePage => ({
    ...{ path, canonical, contentType, content: page, template: dossierTemplate(template) },
  })
  const canonical = dossierPath(number, content.name)
  const answers = await readAnswers(tx, { dossier: dossierId })
  await storePages(tx, [
    made(
      `/d/${number}`,
      'text/html; charset=utf-8',
      dossierPage(dossier, edition, { sheet: readAssets().dossier, answers }),
      canonical,
    ),
    made(
      dossierCsvPath(number),
      'text/csv; charset=utf-8',
      ledgerCsv(groups, voiceOf(edition), edition.origin),
    ),
    made(dossierSvgPath(number), 'image/svg+xml', ledgerSvg(dossier, edition)),
    made(apiDossierPath(number), json, JSON.stringify(dossierJson(dossier, edition))),
  ])
  await renderDossierVersions(tx, dossier, { dossierId, edition, template: dossierTemplate(template) })
  const feed = { name: `d/${number}`, page: canonical, title: content.name }
  const articleIds = content.articles.map(({ id }) => id)
  await renderFeed(tx, { ...feed, followed: { about: 'dossier', id: dossierId, articleIds } }, edition)
}

/**
 * Makes again the dossiers that hold any of these articles, as figures in them have changed. One that cannot be made keeps
 * the rest of a publication from nobody: it is ordered anew, and told of where what is ordered is made.
 */
export async function renderDossiersWith(articleIds: string[]): Promise<void> {
  for (const { dossierId, deskId } of await readNewestWith(db(), [...new Set(articleIds)]))
    await inTurn(async (tx) => {
      await renderDossier(tx, dossierId, readTemplate(await readPublicDesk(tx, deskId)))
    }).catch(() => orderAgain(dossierId))
}

async function orderAgain(dossierId: string): Promise<void> {
  const newest = db()
    .select({ id: dossierPublications.id })
    .from(dossierPublications)
    .where(eq(dossierPublications.dossierId, dossierId))
    .orderBy(desc(dossierPublications.version))
    .limit(1)
  await db()
    .update(dossierOutbox)
    .set({ doneAt: null })
    .where(inArray(dossierOutbox.dossierPublicationId, newest))
}

/** Makes what was published of dossiers, with the pages of claims and articles that lead to them; gives back why some could not be made. */
export async function renderOrderedDossiers(): Promise<unknown[]> {
  const ordered = await db()
    .select({ id: dossierOutbox.id, of: dossierPublications })
    .from(dossierOutbox)
    .innerJoin(dossierPublications, eq(dossierPublications.id, dossierOutbox.dossierPublicationId))
    .where(isNull(dossierOutbox.doneAt))
    .orderBy(dossierOutbox.createdAt)
  const failures: unknown[] = []
  for (const { id, of } of ordered)
    await inTurn(async (tx) => {
      const template = readTemplate(await readPublicDesk(tx, of.deskId))
      await renderDossier(tx, of.dossierId, template)
      await renderLeading(tx, await heldBy(tx, of.dossierId), template)
      await renderDossierSitemap(tx)
      await renderLog(tx)
      await renderLogPages(tx)
      await tx.update(dossierOutbox).set({ doneAt: new Date() }).where(eq(dossierOutbox.id, id))
    }).catch((error: unknown) => failures.push(error))
  return failures
}

/** Articles of any version: what is no longer in it leads there no more. */
async function heldBy(tx: Transaction, dossierId: string): Promise<string[]> {
  const versions = await tx
    .select({ content: dossierPublications.content })
    .from(dossierPublications)
    .where(eq(dossierPublications.dossierId, dossierId))
  return [...new Set(versions.flatMap(({ content }) => content.articles.map(({ id }) => id)))]
}

async function renderLeading(tx: Transaction, articleIds: string[], template: Template): Promise<void> {
  if (!articleIds.length) return
  const claims = await tx
    .selectDistinct({ number: publications.number })
    .from(publications)
    .where(inArray(publications.articleId, articleIds))
  for (const claim of claims) await renderClaim(tx, claim, template)
  for (const id of articleIds) await renderArticle(tx, id, template)
}

/** Makes again a desk's dossiers that were made from another template. */
export async function renderStaleDossiers(deskId: string, template: Template): Promise<void> {
  const isMade = sql`exists (select from ${pages} where ${pages.path} = '/d/' || dossiers.public_number
    and ${pages.template} = ${dossierTemplate(template)})`
  const stale = await db()
    .selectDistinct({ id: dossierPublications.dossierId })
    .from(dossierPublications)
    .innerJoin(sql`dossiers`, sql`dossiers.id = ${dossierPublications.dossierId}`)
    .where(and(eq(dossierPublications.deskId, deskId), sql`not ${isMade}`))
  for (const { id } of stale) await inTurn((tx) => renderDossier(tx, id, template))
}

async function inTurn(act: (tx: Transaction) => Promise<void>): Promise<void> {
  await db().transaction(async (tx) => {
    await takeTurn(tx, 'making pages')
    await act(tx)
  })
}
