// The pages that readers get: under the address of a claim or dossier stands the version that the log sealed last.

import { hex } from '../log/tree.mjs'
import { parsed } from '../log/whole-log.mjs'
import { sealing } from '../sealed/redaction.mjs'
import { faultsOfPage } from './faults-of-page.mjs'
import { insideOf, mainOf, textOf } from './page-text.mjs'

/** Where the newest version of what an entry is about is read, and each version. */
export const addressOf = ({ claim, dossier }) => (dossier === undefined ? `/c/${claim}` : `/d/${dossier}`)
export const pathOf = (body) => `${addressOf(body)}/v/${body.version}`

/**
 * What a log seals, by address: `{ sealed, doubt }`, the entries of all versions as `{ index, entry }`, oldest first, and
 * the hash of the line that the last of them was put under review with, null where it was not.
 */
export function subjectsIn(entries) {
  const subjects = new Map()
  for (const [index, bytes] of entries.entries()) {
    const entry = parsed(bytes)
    if (!entry?.body) continue
    const address = addressOf(entry.body)
    const before = subjects.get(address) ?? { sealed: [], doubt: null }
    if (sealing.includes(entry.kind))
      subjects.set(address, { sealed: [...before.sealed, { index, entry }], doubt: null })
    if (entry.kind === 'under-review' && before.sealed.at(-1)?.entry.body.version === entry.body.version)
      subjects.set(address, { ...before, doubt: entry.body.lineHash })
  }
  return subjects
}

/** Why a page is not that of the version that was sealed last, or does not say how that stands: a list of sentences. */
export function faultsOfNewest(record, page, { sealed, doubt }) {
  const { entry } = sealed.at(-1)
  const wanted = `${pathOf(entry.body)}/record.json`
  const main = mainOf(page)
  const led = new Set(
    [...main.matchAll(/ href="(\/[cd]\/\d+\/v\/\d+\/record\.json)"/g)].map(([, path]) => path),
  )
  if (led.size !== 1 || !led.has(wanted))
    return [`the page leads to ${[...led].join(', ') || 'no record'}, but ${wanted} was sealed last`]
  return [...faultsOfPage(record, page, { isVersion: false }), ...faultsOfDoubt(main, { entry, doubt })]
}

/** A doubt that the log has stands above the check, in the words of then; one that it has not stands nowhere. */
function faultsOfDoubt(main, { entry, doubt }) {
  // A place that has a name of its own: what tells of removed words is named by its first line.
  const standing = [...main.matchAll(/<section class="standing" aria-label="[^"]*">([\s\S]*?)<\/section>/g)]
  const lines = standing.flatMap(([, inside]) => insideOf(inside, 'bdi').slice(0, 1).map(textOf))
  if (doubt === null)
    return entry.kind !== 'retraction' && standing.length > 0
      ? ['the page says that it is under review, which no entry says']
      : []
  // Words that were removed from a line leave a bar, and no hash of what is left.
  const isSaid = lines.some((line) => line.includes('█') || hex(JSON.stringify(line)) === doubt)
  return isSaid ? [] : ['the page does not say that it is under review, or says why in other words']
}
