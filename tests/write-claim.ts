import { replyFields } from '../server/claim/asked/reply'
import { searchFields } from '../server/claim/asked/search'
import type { Claim } from '../server/claim/claim'
import {
  setAppearance,
  setConfidence,
  setFigure,
  setText,
  setTopic,
  setValue,
  setVerdict,
} from '../server/room/doc/claim-values'
import { setReplyField, setSearchField } from '../server/room/doc/entries/asked-values'
import {
  addConfidential,
  addUnlinked,
  setReason,
  setUnlinkedField,
} from '../server/room/doc/entries/unlinked-values'
import { deleteClaim, markClaim } from '../server/room/doc/marks'
import { setRationale } from '../server/room/doc/rationale-xml'
import type { RoomDoc } from '../server/room/doc/room-doc'
import { addSource } from '../server/room/doc/source-values'
import { unlinkedFields } from '../server/source/unlinked'

/** Writes a claim of plain values into a room's document by the acts that the workspace uses. */
export function writeClaim(doc: RoomDoc, claim: Claim, text: string) {
  const { id } = claim
  const refusal = markClaim(doc, {
    ...{ id, at: claim.markedAt, revision: claim.revision, text, appearance: null },
    span: claim.selectors.position,
  })
  if (refusal) throw new Error(refusal.code)
  for (const field of ['speaker', 'saidAt', 'kind', 'asKnownAt'] as const)
    setValue(doc, id, field, claim[field])
  for (const appearance of claim.appearances) setAppearance(doc, id, appearance.id, appearance)
  for (const topic of claim.topics) setTopic(doc, id, topic, true)
  setVerdict(doc, { id, verdict: null }, claim.verdict)
  if (claim.confidence) setConfidence(doc, id, claim.confidence)
  if (claim.figure) setFigure(doc, id, claim.figure)
  setText(doc, 'statement', id, claim.statement)
  setText(doc, 'short-answer', id, claim.shortAnswer)
  setText(doc, 'not-known', id, claim.notKnown)
  for (const { unlinked, confidential, ...source } of claim.sources) {
    const place = { id: source.id, claimId: id }
    if (confidential) addConfidential(doc, place)
    if (confidential) setReason(doc, source.id, confidential.reason)
    if (unlinked) addUnlinked(doc, { ...place, way: unlinked.way ?? 'call', by: unlinked.by })
    for (const field of unlinkedFields) if (unlinked) setUnlinkedField(doc, source.id, field, unlinked[field])
    addSource(doc, { ...source, claimId: id })
  }
  for (const { id: searchId, ...search } of claim.searches)
    for (const field of searchFields) setSearchField(doc, { claimId: id, id: searchId }, field, search[field])
  for (const { id: replyId, ...reply } of claim.replies)
    for (const field of replyFields) setReplyField(doc, { claimId: id, id: replyId }, field, reply[field])
  setRationale(doc, id, claim.rationale)
  if (claim.isDeleted) deleteClaim(doc, id, claim.markedAt)
}
