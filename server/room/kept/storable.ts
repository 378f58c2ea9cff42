import type { Claim } from '../../claim/claim'
import { plainText } from '../../claim/rationale'
import { claimHash } from '../../review/submission'
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
    topics: claim.topics,
    verdict: claim.verdict,
    confidence: claim.confidence,
    shortAnswer: claim.shortAnswer,
    notKnown: claim.notKnown,
    rationale: plainText(claim.rationale),
    hash: claimHash(claim),
  })
}
