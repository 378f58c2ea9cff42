import { eq } from 'drizzle-orm'
import type { Transaction } from '../../../db/client'
import { desks } from '../../../db/schema'
import { inLanguage } from '../../language/follow-language'
import { spokenFor } from '../../language/language'
import { readScale } from '../../scale/read-scale'
import { deskPage } from '../pages/desk/desk-page'
import { deskPath } from '../publication'
import { readLatestOf } from '../read-published'
import { storeHtml } from '../stored/store-pages'
import type { Template } from './read-template'

/** As many of its newest checks as a desk's page lists. */
const newest = 20

/** Makes the page of a desk. */
export async function renderDesk(tx: Transaction, deskId: string, template: Template): Promise<void> {
  const { aboutText, methodText, fundingText, correctionsText } = desks
  const [texts] = await tx
    .select({ aboutText, methodText, fundingText, correctionsText })
    .from(desks)
    .where(eq(desks.id, deskId))
  if (!texts) return
  const locale = spokenFor(template.edition.desk.language)
  const { entries: scale } = await inLanguage(locale, () => readScale(deskId, tx))
  const about = { texts, scale, listed: await readLatestOf(tx, deskId, newest) }
  const path = deskPath(template.edition.desk.slug)
  await storeHtml(tx, [{ path, canonical: path, content: deskPage(about, template.edition) }], template)
}
