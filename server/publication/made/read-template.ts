import { canonicalHash } from '../../canonical-hash'
import { settings } from '../../env'
import { type Edition, editionOf } from '../pages/edition'
import { samplePages } from '../pages/sample'
import type { PublicDesk } from '../publication'
import { readAssets } from '../stored/read-assets'

/** What a desk's pages are made with, and the hash that changes when they would come out otherwise. */
export type Template = { edition: Edition; template: string }

const templates = new Map<string, Template>()

/** The template of a desk as it stands now: markup, words, style sheet, name and origin. */
export function readTemplate(desk: PublicDesk): Template {
  const { stylesheet } = readAssets()
  const origin = settings().publicOrigin
  const name = canonicalHash([desk, origin, stylesheet])
  const edition = editionOf(desk, { origin, stylesheet })
  const known = templates.get(name) ?? { edition, template: canonicalHash([desk, ...samplePages(edition)]) }
  templates.set(name, known)
  return known
}
