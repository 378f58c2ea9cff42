import { canonicalHash } from '../../canonical-hash'
import { isKnown } from './stored-page'

/** What somebody has of an answer, as the headers of their question say it. */
export type Held = { ifNoneMatch: string; ifModifiedSince: string }

/** What an answer that was looked up is asked for again by (RFC 9110, 8.8), and whether what somebody holds is still good. */
export type Known = { headers: Record<string, string>; isStillGood: (held: Held) => boolean }

/**
 * The tag is weak, as the answer may be packed on its way. Without a time (null) only the tag counts: an answer that
 * grows old by itself has none.
 */
export function knownBy(body: string, changedAt: Date | null): Known {
  const tag = `"${canonicalHash(body).slice(0, 22)}"`
  return {
    headers: { etag: `W/${tag}`, ...(changedAt && { 'last-modified': changedAt.toUTCString() }) },
    isStillGood: (held) => isKnown(held, changedAt, tag),
  }
}
