import { v7 as uuid } from 'uuid'
import * as Y from 'yjs'
import type { Claim } from '../../server/claim/claim'
import { setVerdict } from '../../server/room/doc/claim-values'
import { deleteClaim, restoreClaim } from '../../server/room/doc/marks'
import { readClaims } from '../../server/room/doc/room-claims'
import { type RoomDoc, rationaleOf, textOf } from '../../server/room/doc/room-doc'
import { addSource } from '../../server/room/doc/source-values'
import { undoTyping } from '../../server/room/doc/undo'
import { mark } from '../rooms/marking'
import type { Person } from './person'
import type { Typed } from './typed'

const fields = ['statement', 'short-answer', 'not-known'] as const
const verdicts = ['true', 'false', 'misleading', 'unproven'] as const
const now = () => new Date().toISOString()

/** What people do in a room, as the workspace does it; each has one claim that all type in. */
export type Act = (person: Person, which: number, typed: Typed) => void

const undos = new WeakMap<Person, Y.UndoManager>()

export const acts = {
  mark: ({ doc, origin }) => mark(doc, undefined, origin),
  type(person, which, typed) {
    const text = textOf(person.doc, pick(fields, which), aClaimIn(person.doc, which).id)
    const string = typed.next(person.name, person.acts.done)
    typingUndo(person)
    // Letter by letter, in one go: nobody stands between the letters.
    person.doc.transact(() => {
      const start = which % 2 ? text.length : 0
      for (const [index, letter] of [...string].entries()) text.insert(start + index, letter)
    }, person)
  },
  erase(person, which, typed) {
    const text = textOf(person.doc, pick(fields, which), aClaimIn(person.doc, which).id)
    const found = [...text.toString().matchAll(/\[[^\]]+\]/g)]
    const one = found[which % Math.max(1, found.length)]
    if (one) noting(person, typed, () => text.delete(one.index, one[0].length))
  },
  paragraph({ doc, name, acts }, which, typed) {
    const { id } = aClaimIn(doc, which)
    const string = typed.next(name, acts.done)
    doc.transact(() => {
      const paragraph = new Y.XmlElement('paragraph')
      const text = new Y.XmlText()
      rationaleOf(doc, id).push([paragraph])
      paragraph.push([text])
      text.insert(0, string)
    })
  },
  source({ doc, name, acts, origin }, which, typed) {
    const { id: claimId } = aClaimIn(doc, which)
    addSource(doc, { id: uuid(), claimId, title: typed.next(name, acts.done) }, origin)
  },
  verdict: ({ doc, origin }, which) => setVerdict(doc, aClaimIn(doc, which), pick(verdicts, which), origin),
  delete: ({ doc, origin }, which) => deleteClaim(doc, aClaimIn(doc, which).id, now(), origin),
  restore: ({ doc, origin }, which) => restoreClaim(doc, aClaimIn(doc, which), origin),
  undo: (person, _which, typed) => noting(person, typed, () => person.undo.undo(now(), () => null)),
  'undo-typing': (person, _which, typed) => noting(person, typed, () => undos.get(person)?.undo()),
} satisfies Record<string, Act>

/** Everything that can be read in a room, as one text. */
export function wordsIn(doc: RoomDoc): string {
  return JSON.stringify(readClaims(doc))
}

function noting(person: Person, typed: Typed, act: () => void): void {
  const before = wordsIn(person.doc)
  act()
  typed.noteChange(person.name, before, wordsIn(person.doc))
}

// Of one field, so that several people write in it at once.
function typingUndo(person: Person): void {
  if (undos.has(person)) return
  undos.set(person, undoTyping(person.doc, 'statement', aClaimIn(person.doc, 0).id, person))
}

function aClaimIn(doc: RoomDoc, which: number): Claim {
  const claims = readClaims(doc)
  if (claims.length === 0) mark(doc)
  const all = claims.length > 0 ? claims : readClaims(doc)
  // Half of all that is done is done to the first claim.
  const claim = all[which % 2 ? 0 : which % all.length]
  if (!claim) throw new Error('a claim that was just marked is not there')
  return claim
}

function pick<Value>(from: readonly [Value, ...Value[]], which: number): Value {
  return from[which % from.length] ?? from[0]
}
