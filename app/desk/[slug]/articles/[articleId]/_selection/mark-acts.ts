import { v7 as uuidv7 } from 'uuid'
import type { Block } from '@/server/article/extract/extraction'
import { blockPositions } from '@/server/article/frozen-text'
import { addressAt, secondAt } from '@/server/article/speech/recording'
import type { Claim } from '@/server/claim/claim'
import type { Span } from '@/server/claim/quote'
import type { Refusal } from '@/server/refusal'
import { setValue } from '@/server/room/doc/claim-values'
import { adjustQuote, markClaim } from '@/server/room/doc/marks'
import type { OpenRoom, Workspace } from '../_room/room'

type Room = OpenRoom & Workspace

/**
 * Marks a span as a new claim, which appeared where the article did and is said by who says it in a transcript; its id, or
 * why not.
 */
export function markSpan(room: Room, span: Span, at: Date): { id: string } | { refusal: Refusal } {
  const { doc, origin, article, revision } = room
  const id = uuidv7()
  const { block, start } = blockAt(revision.blocks, span)
  const appearance = article.address && {
    id: uuidv7(),
    address: momentOf(article.address, block, start),
    date: revision.published?.slice(0, 10) ?? '',
  }
  const claim = {
    id,
    at: at.toISOString(),
    revision: revision.hash,
    text: revision.text,
    span,
    appearance: appearance || null,
  }
  const refusal = doc.transact(() => {
    const whyNot = markClaim(doc, claim, origin)
    if (whyNot) return whyNot
    if (block?.kind === 'picture') setValue(doc, id, 'kind', 'picture', origin)
    if (block?.speaker) setValue(doc, id, 'speaker', block.speaker, origin)
    return null
  }, origin)
  return refusal ? { refusal } : { id }
}

/** The block that a span begins in, and where in its text. */
function blockAt(blocks: Block[], span: Span): { block: Block | undefined; start: number } {
  const positions = blockPositions(blocks)
  const at = positions.findIndex(({ start, end }) => span.start >= start && span.start < end)
  return { block: blocks[at], start: span.start - (positions[at]?.start ?? 0) }
}

/** Of what was said, the claim stands at the second of the recording at which its words begin. */
function momentOf(address: string, block: Block | undefined, start: number): string {
  const second = block ? secondAt(block, start) : null
  return (second !== null && addressAt(address, second)) || address
}

/** Lets a claim's mark begin and end where the span does. */
export function adjustTo({ doc, origin, revision }: Room, claim: Claim, span: Span): Refusal | null {
  return adjustQuote(doc, claim.id, { revision: revision.hash, text: revision.text, span }, origin)
}

/**
 * Makes a part of a claim's quote a claim of its own. Where the part lies at one end, the claim keeps the rest;
 * from the middle, both keep the words.
 */
export function splitOff(room: Room, claim: Claim, span: Span, at: Date): ReturnType<typeof markSpan> {
  const made = markSpan(room, span, at)
  const rest = restOf(claim.selectors.position, span)
  if ('id' in made && rest) adjustTo(room, claim, rest)
  return made
}

function restOf(whole: Span, part: Span): Span | null {
  if (part.start <= whole.start && part.end < whole.end) return { start: part.end, end: whole.end }
  if (part.end >= whole.end && part.start > whole.start) return { start: whole.start, end: part.start }
  return null
}

/** Whether a span is a true part of a claim's quote. */
export function isPartOf(claim: Claim, span: Span): boolean {
  const whole = claim.selectors.position
  const isInside = span.start >= whole.start && span.end <= whole.end
  return isInside && span.end - span.start < whole.end - whole.start
}

/** How far from its quote, in code points, a claim's mark may be moved: further away it would be another claim. */
const reach = 200

/** Whether a claim's mark may be given these ends: others than it has, on or near its words. */
export function isNewPlace(claim: Claim, span: Span): boolean {
  // A quote that cannot be read is nowhere: any words may be its new ones.
  if (claim.damaged.includes('quote')) return true
  const whole = claim.selectors.position
  if (whole.start === span.start && whole.end === span.end) return false
  return span.start <= whole.end + reach && span.end >= whole.start - reach
}
