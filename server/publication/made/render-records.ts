import type { Transaction } from '../../../db/client'
import { renderProofs, renderRedactionProofs } from '../log/render-log'
import { type PublicVersion, proofPath, recordOf, recordPath, redactionPath } from '../publication'
import { json, storePages } from '../stored/store-pages'

/** Makes what each version's entry in the log seals, and the proof that the entry is in it, for those who check it. */
export async function renderRecords(tx: Transaction, versions: PublicVersion[]): Promise<void> {
  const records = versions.map((version) => {
    const path = recordPath(version.number, version.version)
    const content = JSON.stringify(recordOf(version))
    return { path, canonical: path, content, contentType: json, template: 'record' }
  })
  await storePages(tx, records)
  await renderProofs(
    tx,
    versions.map(({ number, version, log }) => ({ path: proofPath(number, version), entry: log })),
  )
  const removed = versions.flatMap(({ number, version, redactions }) => {
    const last = redactions.findLast(({ entry }) => entry !== null)
    return last?.entry ? [{ path: redactionPath(number, version), index: last.entry }] : []
  })
  await renderRedactionProofs(tx, removed)
}
