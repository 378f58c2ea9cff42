import { awaitedAmong } from '../../claim/asked/reply'
import type { Claim } from '../../claim/claim'
import { plainText } from '../../claim/rationale'
import { claimHash } from '../../review/submission'
import type { Source } from '../../source/source'
import { asTermsAllow } from '../../source/unlinked'

/** The same value with texts that Postgres can keep: it takes neither NUL nor half a character. */
export function storable<Value>(value: Value): Value {
  const clean = (_key: string, part: unknown) =>
    typeof part === 'string' ? part.toWellFormed().replaceAll('\0', '') : part
  return JSON.parse(JSON.stringify(value, clean))
}

/** A claim as the columns of its row that say what it says. */
export function rowOf(claim: Claim) {
  const { position, quote } = claim.selectors
  return storable({
    id: claim.id,
    markedAt: claim.markedAt,
    isDeleted: claim.isDeleted,
    revision: claim.revision,
    selectors: claim.selectors,
    quote: quote.exact,
    start: Math.min(position.start, 2 ** 31 - 1),
    statement: claim.statement,
    speaker: claim.speaker,
    saidAt: claim.saidAt,
    kind: claim.kind,
    figure: claim.figure,
    topics: claim.topics,
    verdict: claim.verdict,
    confidence: claim.confidence,
    shortAnswer: claim.shortAnswer,
    notKnown: claim.notKnown,
    awaited: awaitedAmong(claim.replies),
    rationale: plainText(claim.rationale),
    hash: claimHash(claim),
  })
}

/**
 * A source as the columns of its row, and no more of it than its terms let readers have: what is made of the tables, as
 * lists, searches and files that leave the house, cannot say more.
 */
export function rowOfSource(source: Source, number: number) {
  const { unlinked, confidential, ...said } = asTermsAllow(source)
  return storable({
    ...said,
    number,
    way: unlinked?.way ?? null,
    terms: unlinked?.terms ?? null,
    who: unlinked?.who ?? '',
    role: unlinked?.role ?? '',
    isConfidential: confidential !== undefined,
  })
}
