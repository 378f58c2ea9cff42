// Words removed under law: an entry of the log says which entry sealed the version before, and seals what is left.
import { faultsOfRecord } from './record.mjs'

/** The kinds of entries that seal a version, of a claim or of a dossier. */
export const sealing = ['publication', 'correction', 'retraction', 'dossier']

/** Why an entry that says words were removed says nothing true of the entry it names; null where it does. */
export function faultOfRedaction({ index, body }, redacted) {
  if (!Number.isInteger(body.redacts) || body.redacts >= index) return 'names no earlier entry'
  if (!redacted || !sealing.includes(redacted.kind)) return 'names an entry that seals no version'
  const isItsOwn = ['claim', 'dossier', 'version', 'desk'].every((name) => redacted.body[name] === body[name])
  return isItsOwn ? null : 'names an entry of another version'
}

/**
 * How a record stands to its entry and to those that removed words from it since, oldest first. Answers `{ faults }`, with
 * `by`, the entry that seals what is left, where the record is not the first one any more but holds.
 */
export function standingOf(entry, redactions, record) {
  const last = redactions.at(-1)
  const faults = faultsOfRecord(entry.body, record)
  if (!last) return { faults }
  if (faults.length === 0) return { faults: [`still has words that entry ${last.index} says were removed`] }
  const left = faultsOfRecord(last.body, record)
  return left.length > 0 ? { faults: left } : { faults: [], by: last }
}

/** The ground as one text. */
export const groundOf = ({ ground = {} }) =>
  [ground.law, ground.court, ground.number].filter(Boolean).join(', ')
