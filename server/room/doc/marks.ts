import * as Y from 'yjs'
import { type Appearance, byPlace, type Claim } from '../../claim/claim'
import { placedIn } from '../../claim/figure/figure'
import { describeQuote, type Selectors, type Span } from '../../claim/quote'
import type { Refusal } from '../../refusal'
import { setFigure, setTopic, setValue, writeAppearance } from './claim-values'
import { copyAsked } from './entries/asked-values'
import {
  claimIndex,
  claimMap,
  isId,
  type RoomDoc,
  rationaleOf,
  sourceMap,
  type TextField,
  textOf,
} from './room-doc'

/** Everything a new mark needs; ids and times are made by whoever marks. */
export type NewClaim = {
  id: string
  at: string
  revision: string
  /** The revision's frozen text, and the span of code points in it. */
  text: string
  span: Span
  appearance: Appearance | null
}

/** Marks a passage as a claim, or says why its words cannot be quoted. */
export function markClaim(doc: Y.Doc, claim: NewClaim, origin: unknown = null): Refusal | null {
  const selectors = describeQuote(claim.text, claim.span)
  if (!selectors) return { code: 'quote-empty' }
  doc.transact(() => {
    writeQuote(doc, claim.id, claim.revision, selectors)
    const { appearance } = claim
    if (appearance) writeAppearance(doc, claim.id, appearance.id, appearance)
    claimIndex(doc).set(claim.id, { markedAt: claim.at })
  }, origin)
  return null
}

/** Moves the ends of a mark; statement, verdict and sources stay. */
export function adjustQuote(
  doc: Y.Doc,
  id: string,
  place: { revision: string; text: string; span: Span },
  origin: unknown = null,
): Refusal | null {
  const selectors = describeQuote(place.text, place.span)
  if (!selectors) return { code: 'quote-empty' }
  doc.transact(() => writeQuote(doc, id, place.revision, selectors), origin)
  return null
}

function writeQuote(doc: Y.Doc, id: string, revision: string, selectors: Selectors) {
  claimMap(doc, id).set('quote', { revision, selectors })
}

/**
 * Keeps the claim marked earlier, widens its quote over both, and appends what was written about the other; its
 * id, or why the two quotes cannot become one. Of two figures the kept claim's stands, and the other is offered beside it.
 */
export function mergeClaims(
  doc: Y.Doc,
  pair: [Claim, Claim],
  text: string,
  at: string,
  origin: unknown = null,
): { id: string } | { refusal: Refusal } {
  const [kept, other] = [...pair].sort((a, b) => (a.markedAt < b.markedAt ? -1 : 1)) as [Claim, Claim] // two in, two out
  const [first, last] = [...pair].sort(byPlace) as [Claim, Claim]
  const end = Math.max(first.selectors.position.end, last.selectors.position.end)
  const isOneText = kept.revision === other.revision
  const selectors = isOneText && describeQuote(text, { start: first.selectors.position.start, end })
  if (!selectors) return { refusal: { code: 'quote-gone' } }
  doc.transact(() => {
    writeQuote(doc, kept.id, kept.revision, selectors)
    for (const field of ['statement', 'short-answer', 'not-known'] as const)
      appendText(doc, field, kept.id, other.id)
    const added = rationaleOf(doc, other.id).toArray()
    rationaleOf(doc, kept.id).push(added.flatMap((node) => (node instanceof Y.XmlHook ? [] : [node.clone()])))
    for (const source of other.sources) sourceMap(doc, source.id).set('claim', kept.id)
    for (const topic of other.topics) setTopic(doc, kept.id, topic, true)
    const figure = kept.figure ?? other.figure
    if (figure) setFigure(doc, kept.id, placedIn(figure, selectors.quote.exact))
    if (kept.kind === null && other.kind) setValue(doc, kept.id, 'kind', other.kind)
    copyAsked(doc, other.id, kept.id)
    claimMap(doc, kept.id).set(`merged:${other.id}`, true)
    claimIndex(doc).set(other.id, { markedAt: other.markedAt, deleted: at })
  }, origin)
  return { id: kept.id }
}

/** Ids of the claims whose words were ever merged into this one: who wrote there has written here. */
export function claimsMergedInto(doc: RoomDoc, id: string): string[] {
  const merged = new Set<string>()
  const visit = (into: string) => {
    for (const key of claimMap(doc, into).keys()) {
      const from = key.startsWith('merged:') ? key.slice('merged:'.length) : ''
      if (!isId(from) || from === id || merged.has(from)) continue
      merged.add(from)
      visit(from)
    }
  }
  visit(id)
  return [...merged]
}

function appendText(doc: Y.Doc, field: TextField, to: string, from: string) {
  const addition = textOf(doc, field, from).toString().trim()
  const target = textOf(doc, field, to)
  if (addition && !target.toString().includes(addition))
    target.insert(target.length, (target.length ? ' ' : '') + addition)
}

/** Hides a claim with all its parts; nothing of it is removed, so that it can come back whole. */
export function deleteClaim(doc: Y.Doc, id: string, at: string, origin: unknown = null) {
  const markedAt = markedAtIn(claimIndex(doc).get(id)) ?? at
  doc.transact(() => claimIndex(doc).set(id, { markedAt, deleted: at }), origin)
}

/** An entry that was damaged no longer says when its claim was marked. */
function markedAtIn(entry: unknown): string | null {
  const isEntry = typeof entry === 'object' && entry !== null && 'markedAt' in entry
  return isEntry && typeof entry.markedAt === 'string' ? entry.markedAt : null
}

/** Brings a deleted claim back. */
export function restoreClaim(doc: Y.Doc, claim: Pick<Claim, 'id' | 'markedAt'>, origin: unknown = null) {
  doc.transact(() => claimIndex(doc).set(claim.id, { markedAt: claim.markedAt }), origin)
}
