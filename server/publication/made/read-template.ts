import type { Database, Transaction } from '../../../db/client'
import { canonicalHash } from '../../canonical-hash'
import { settings } from '../../env'
import { type Edition, editionOf } from '../pages/edition'
import { samplePages } from '../pages/sample/sample'
import { everybodyIn, type PublicDesk } from '../publication'
import { readPublishingDesks } from '../read-published'
import { readAssets } from '../stored/read-assets'

/** What a desk's pages are made with, and the hash that changes when they would come out otherwise. */
export type Template = { edition: Edition; template: string }

const templates = new Map<string, Template>()

/** The template of a desk as it stands now: markup, words, style sheet, name and origin. */
export function readTemplate(desk: PublicDesk): Template {
  const { stylesheet } = readAssets()
  const { publicOrigin: origin, publicLicence: licence } = settings()
  const name = canonicalHash([desk, origin, licence, stylesheet])
  const edition = editionOf(desk, { origin, licence, stylesheet })
  const known = templates.get(name) ?? { edition, template: canonicalHash([desk, ...samplePages(edition)]) }
  templates.set(name, known)
  return known
}

/** The template of what is about all desks that publish: where several do, none of them gives its name. */
export async function readListTemplate(tx: Database | Transaction): Promise<Template> {
  const [only, ...others] = await readPublishingDesks(tx)
  if (only && !others.length) return readTemplate(only)
  const isDemo = Boolean(only) && [only, ...others].every((desk) => desk?.isDemo)
  return readTemplate({ ...everybodyIn(settings().publicLanguage), isDemo })
}
