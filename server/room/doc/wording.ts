import type { Rationale } from '../../claim/rationale'
import { setRationale } from './rationale-xml'
import { type RoomDoc, type TextField, textOf } from './room-doc'
import { editBetween, writeEdits } from './text-edit'

/** An earlier wording of one of the texts that several people write in. */
export type Wording = { field: TextField; text: string } | { field: 'rationale'; rationale: Rationale }

/** Writes an earlier wording as a new edit of whoever asks for it; what it shares with the present one stays untouched. */
export function bringBackWording(doc: RoomDoc, claimId: string, wording: Wording, origin: unknown = null) {
  if (wording.field === 'rationale') return setRationale(doc, claimId, wording.rationale, origin)
  const shared = textOf(doc, wording.field, claimId)
  const edit = editBetween(shared.toString(), wording.text)
  if (edit) doc.transact(() => writeEdits(shared, [edit]), origin)
}
