import type { LogKind } from '../../../db/vocabulary'
import { canonicalHash } from '../../canonical-hash'

/** What an entry of the public log says happened. */
export type LogBody = {
  /** Public number and version of the claim. */
  claim: number
  version: number
  /** SHA-256 of the frozen claim. */
  contentHash: string
  /** The desk's slug. */
  desk: string
  /** What readers are told while the claim is under review; absent from other entries. */
  line?: string
  /** ISO 8601 with zone. */
  at: string
  /** Which key signed it: the first 16 hex digits of the SHA-256 of its public half (SPKI, DER). */
  key: string
}

/** One entry: its hash covers the entry before it, so that none can be changed or taken out unseen. */
export type LogEntry = { index: number; kind: LogKind; body: LogBody; previousHash: string; hash: string }

/** What stands before the first entry. */
export const beforeTheLog = '0'.repeat(64)

/** The next entry after `previous` (null for the first), with its hash over RFC 8785 JSON. */
export function nextEntry(
  previous: Pick<LogEntry, 'index' | 'hash'> | null,
  kind: LogKind,
  body: LogBody,
): LogEntry {
  const entry = {
    index: (previous?.index ?? -1) + 1,
    kind,
    body,
    previousHash: previous?.hash ?? beforeTheLog,
  }
  return { ...entry, hash: canonicalHash(entry) }
}

/** The first entry, in order of index, that does not follow from the one before it; null when the chain holds. */
export function firstBrokenEntry(entries: LogEntry[]): number | null {
  let previous: LogEntry | null = null
  for (const entry of entries) {
    const expected = nextEntry(previous, entry.kind, entry.body)
    if (entry.index !== expected.index || entry.hash !== expected.hash) return entry.index
    previous = entry
  }
  return null
}
