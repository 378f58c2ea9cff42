import type * as Y from 'yjs'
import type { Verdict } from '../../../db/vocabulary'
import type { Appearance, Claim } from '../../claim/claim'
import { type Confidence, inOneLine } from '../../claim/confidence'
import { type Figure, figureShape } from '../../claim/figure/figure'
import { claimMap, type TextField, textOf, type ValueField } from './room-doc'

/** Sets one of the single values of a claim. */
export function setValue(
  doc: Y.Doc,
  id: string,
  field: ValueField,
  value: string | null,
  origin: unknown = null,
) {
  doc.transact(() => claimMap(doc, id).set(field, value), origin)
}

/** Gives or takes a verdict, naming the one it replaced, so that a clash after an offline spell can be seen. */
export function setVerdict(
  doc: Y.Doc,
  claim: Pick<Claim, 'id' | 'verdict'>,
  value: Verdict | null,
  origin: unknown = null,
) {
  if (claim.verdict === value) return
  doc.transact(() => claimMap(doc, claim.id).set('verdict', { value, replaced: claim.verdict }), origin)
}

/** Says how sure the desk is of its verdict and why, in one value: of two at once the newest stands whole. */
export function setConfidence(doc: Y.Doc, id: string, confidence: Confidence | null, origin: unknown = null) {
  const value = confidence && { level: confidence.level, why: inOneLine(confidence.why) }
  doc.transact(() => claimMap(doc, id).set('confidence', value), origin)
}

/** Says which number the claim holds, as a person confirmed it, in one value; null takes it away. */
export function setFigure(doc: Y.Doc, id: string, figure: Figure | null, origin: unknown = null) {
  doc.transact(() => claimMap(doc, id).set('figure', figure && figureShape.parse(figure)), origin)
}

/** Confirms a figure, and where nobody has said yet what kind of claim it is, that it is a number: one act, one undo. */
export function confirmFigure(
  doc: Y.Doc,
  claim: Pick<Claim, 'id' | 'kind'>,
  figure: Figure,
  origin: unknown = null,
) {
  doc.transact(() => {
    setFigure(doc, claim.id, figure, origin)
    if (claim.kind === null) setValue(doc, claim.id, 'kind', 'number', origin)
  }, origin)
}

/** Gives a claim back what it had before its figure was confirmed: the one before, and no kind where confirming had said it. */
export function takeBackFigure(
  doc: Y.Doc,
  before: Pick<Claim, 'id' | 'kind' | 'figure'>,
  origin: unknown = null,
) {
  doc.transact(() => {
    setFigure(doc, before.id, before.figure, origin)
    const isOurs = before.kind === null && claimMap(doc, before.id).get('kind') === 'number'
    if (isOurs) setValue(doc, before.id, 'kind', null, origin)
  }, origin)
}

/** Writes a text field anew; people at work change it letter by letter through the fields themselves. */
export function setText(doc: Y.Doc, field: TextField, id: string, text: string, origin: unknown = null) {
  const shared = textOf(doc, field, id)
  doc.transact(() => {
    shared.delete(0, shared.length)
    shared.insert(0, text)
  }, origin)
}

export function setTopic(doc: Y.Doc, id: string, topic: string, on: boolean, origin: unknown = null) {
  doc.transact(() => claimMap(doc, id).set(`topic:${topic.trim()}`, on), origin)
}

/** What the room keeps of an appearance under its id. */
export type AppearanceParts = Omit<Appearance, 'id'>

/** Adds, changes (same id) or, with null, removes an address where the claim stands. */
export function setAppearance(
  doc: Y.Doc,
  id: string,
  appearanceId: string,
  appearance: AppearanceParts | null,
  origin: unknown = null,
) {
  doc.transact(() => writeAppearance(doc, id, appearanceId, appearance), origin)
}

export function writeAppearance(doc: Y.Doc, id: string, appearanceId: string, parts: AppearanceParts | null) {
  // Its id is the key; what else the caller knows of it does not belong into the value.
  const value = parts && { address: parts.address, date: parts.date }
  claimMap(doc, id).set(`appearance:${appearanceId}`, value)
}
