import type { Claim } from '../server/claim/claim'
import {
  setAppearance,
  setConfidence,
  setText,
  setTopic,
  setValue,
  setVerdict,
} from '../server/room/doc/claim-values'
import { deleteClaim, markClaim } from '../server/room/doc/marks'
import { setRationale } from '../server/room/doc/rationale-xml'
import type { RoomDoc } from '../server/room/doc/room-doc'
import { addSource } from '../server/room/doc/source-values'

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
  setText(doc, 'statement', id, claim.statement)
  setText(doc, 'short-answer', id, claim.shortAnswer)
  setText(doc, 'not-known', id, claim.notKnown)
  for (const source of claim.sources) addSource(doc, { ...source, claimId: id })
  setRationale(doc, id, claim.rationale)
  if (claim.isDeleted) deleteClaim(doc, id, claim.markedAt)
}
