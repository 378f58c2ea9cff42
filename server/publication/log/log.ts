import { utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import type { LogKind } from '../../../db/vocabulary'
import { canonicalHash } from '../../canonical-hash'

/** What an entry of the public log says happened; nobody's name and no free words, which must be able to go. */
export type LogBody = {
  /** Public number of the article, where words were removed from a desk's own text. */
  article?: number
  /** Public number and version of the claim; the claim is absent where it is about a scale, an article's text or a dossier. */
  claim?: number
  version?: number
  /** Public number of the dossier, of which `version` is one. */
  dossier?: number
  /** SHA-256 of the frozen claim or dossier, of the scale, or of an article's text as readers have it (UTF-8). */
  contentHash: string
  /** SHA-256 of all that readers see of the version: its record. */
  recordHash?: string
  /** SHA-256 of the line that readers are told while the claim is under review. */
  lineHash?: string
  /** Of words removed under law: the entry that sealed the version before, and the law, court and number of the ground. */
  redacts?: number
  ground?: { law: string; court: string; number: string }
  /** Which version of the desk's scale it is. */
  scale?: number
  /** The desk's slug. */
  desk: string
  /** Of the demo, whose pages may be removed whole. */
  isDemo?: true
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

/** An entry as a leaf of the log's tree: the RFC 8785 JSON that its hash is taken of. */
export function entryBytes({ index, kind, body, previousHash }: Omit<LogEntry, 'hash'>): Uint8Array {
  const json = canonicalize({ index, kind, body, previousHash })
  if (json === undefined) throw new Error('an entry of the log is JSON')
  return utf8ToBytes(json)
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
