import type { Transaction } from '../../../db/client'
import { type CheckCopy, checkCopy } from '../copy/check-copy'
import { chosenFormats } from '../copy/chosen/chosen'
import { written } from '../copy/copy-formats'
import type { CheckedArticle } from '../pages/article/checked-article'
import { articleCopyPath, type CopyFormat, checkCopyPath, type PublicVersion } from '../publication'
import { storePages } from '../stored/store-pages'
import type { Template } from './read-template'

/** Makes the files in which single versions leave the house; like their pages they depend on nothing that comes later. */
export async function renderCopies(
  tx: Transaction,
  versions: PublicVersion[],
  template: Template,
): Promise<void> {
  for (const version of versions) {
    const copies = [checkCopy({ ...version, underReview: null }, template.edition)]
    await store(tx, copies, template, (format) => checkCopyPath(version.number, version.version, format))
  }
}

/** Makes the files that have all of an article's checks, each as it stands now. */
export async function renderArticleCopies(
  tx: Transaction,
  { number, claims }: CheckedArticle,
  template: Template,
): Promise<void> {
  const newest = claims.flatMap(([version]) => version ?? [])
  const copies = newest.map((version) => checkCopy(version, template.edition))
  await store(tx, copies, template, (format) => articleCopyPath(number, format))
}

async function store(
  tx: Transaction,
  copies: CheckCopy[],
  { template }: Template,
  pathOf: (format: CopyFormat) => string,
): Promise<void> {
  const made = chosenFormats.map((format) => {
    const { contentType, write } = written[format]
    const path = pathOf(format)
    return { path, canonical: path, contentType, content: write(copies), template }
  })
  await storePages(tx, made)
}
