import * as Y from 'yjs'
import type { Claim } from '../server/claim/claim'
import type { RationaleNode } from '../server/claim/rationale'
import {
  addSource,
  deleteClaim,
  markClaim,
  type RoomDoc,
  rationaleOf,
  setAppearance,
  setTopic,
  setValue,
  setVerdict,
  textOf,
} from '../server/room/room-doc'

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
  for (const [index, appearance] of claim.appearances.entries())
    setAppearance(doc, id, String(index).padStart(3, '0'), appearance)
  for (const topic of claim.topics) setTopic(doc, id, topic, true)
  setVerdict(doc, { id, verdict: null }, claim.verdict)
  textOf(doc, 'statement', id).insert(0, claim.statement)
  textOf(doc, 'short-answer', id).insert(0, claim.shortAnswer)
  textOf(doc, 'not-known', id).insert(0, claim.notKnown)
  for (const source of claim.sources) addSource(doc, { ...source, claimId: id })
  rationaleOf(doc, id).push(claim.rationale.content.map(asXml))
  if (claim.isDeleted) deleteClaim(doc, id, claim.markedAt)
}

/** A rationale's node as the editor keeps it in the document. */
function asXml(node: RationaleNode): Y.XmlElement | Y.XmlText {
  if (node.type === 'text') return new Y.XmlText(node.text)
  const element = new Y.XmlElement(node.type)
  if (node.type === 'citation') element.setAttribute('source', node.attrs.source)
  else element.insert(0, node.content.map(asXml))
  return element
}
