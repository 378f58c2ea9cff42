import fc from 'fast-check'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { setText } from '../../server/room/doc/claim-values'
import { readClaims } from '../../server/room/doc/room-claims'
import { claimMap, openDoc, rationaleOf, textOf } from '../../server/room/doc/room-doc'
import { decode, hasGap, isForeign, isNothingNew, whyRefused } from '../../server/room/guard/guard'
import { limited } from '../../server/room/guard/limit'
import { aClaim, damText } from '../newsroom'
import { writeClaim } from '../write-claim'

const [lena, idris] = [uuid(), uuid()]
const claim = aClaim()

/** The room as Lena, whose client id is 1, has left it. */
const stored = (() => {
  const doc = Object.assign(openDoc(), { clientID: 1 })
  writeClaim(doc, claim, damText)
  return Y.encodeStateAsUpdate(doc)
})()

function aRoom(clientID = 99): Y.Doc {
  const doc = openDoc()
  Y.applyUpdate(doc, stored)
  return Object.assign(doc, { clientID })
}

/** What Idris, whose client id is 2, sends for a change. */
function updateBy(change: (doc: Y.Doc) => void): Uint8Array {
  const doc = aRoom(2)
  const before = Y.encodeStateVector(doc)
  change(doc)
  return Y.encodeStateAsUpdate(doc, before)
}

const asDecoded = (bytes: Uint8Array) => {
  const update = decode(bytes)
  if (!update) throw new Error('it cannot be decoded')
  return update
}

const ownerOf = (clientId: number) => new Map([[1, lena]]).get(clientId)

/** Idris's update is applied if the guard lets it in; tells whether it did. */
function send(doc: Y.Doc, bytes: Uint8Array): boolean {
  const update = decode(bytes)
  if (!update || whyRefused(update, { doc, ownerOf, memberId: idris }) || hasGap(update, doc)) return false
  Y.applyUpdate(doc, bytes)
  return true
}

const edit = updateBy((doc) => {
  textOf(doc, 'statement', claim.id).delete(3, 5)
  textOf(doc, 'statement', claim.id).insert(3, 'was')
  rationaleOf(doc, claim.id).push([new Y.XmlElement('paragraph')])
  claimMap(doc, claim.id).set('speaker', 'Somebody')
})

test('an honest edit is let in whole', () => {
  const doc = aRoom()
  expect(send(doc, edit)).toBe(true)
  expect(claimMap(doc, claim.id).get('speaker')).toBe('Somebody')
})

test('whatever bytes are changed, what is let in is complete, writes for nobody else and can be read', () => {
  const change = fc.record({ at: fc.nat(edit.length - 1), byte: fc.nat(255) })
  const changes = fc.array(change, { minLength: 1, maxLength: 2 })
  let letIn = 0
  fc.assert(
    fc.property(changes, fc.constantFrom(0, 0, 0, 0, 7), (bytes, cut) => {
      const damaged = edit.slice(0, edit.length - cut)
      for (const { at, byte } of bytes) if (at < damaged.length) damaged[at] = byte
      const doc = aRoom()
      if (!send(doc, damaged)) return
      letIn += 1
      expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null])
      expect(Y.getState(doc.store, 1)).toBe(Y.getState(aRoom().store, 1))
      readClaims(doc)
    }),
    { numRuns: 5_000, seed: 20_261_122 },
  )
  // Else the property would say nothing.
  expect(letIn).toBeGreaterThan(100)
})

test('an edit that skips one of the same hand is a gap, and none once that has come', () => {
  const doc = aRoom(2)
  setText(doc, 'not-known', claim.id, 'one ')
  const first = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(aRoom()))
  const between = Y.encodeStateVector(doc)
  textOf(doc, 'not-known', claim.id).insert(4, 'two')
  const second = Y.encodeStateAsUpdate(doc, between)
  const room = aRoom()
  expect(send(room, second)).toBe(false)
  expect(send(room, first)).toBe(true)
  expect(send(room, second)).toBe(true)
  expect(textOf(room, 'not-known', claim.id).toString()).toBe('one two')
})

test('what is there already is nothing new, a deletion is', () => {
  const room = aRoom()
  const deletion = updateBy((doc) => textOf(doc, 'statement', claim.id).delete(0, 2))
  expect(isNothingNew(asDecoded(stored), room)).toBe(true)
  expect(isNothingNew(asDecoded(deletion), room)).toBe(false)
  Y.applyUpdate(room, deletion)
  expect(isNothingNew(asDecoded(deletion), room)).toBe(true)
})

test('words under a colleague’s client id are foreign also where their numbers are known', () => {
  const doc = Object.assign(openDoc(), { clientID: 1 })
  claimMap(doc, claim.id).set('speaker', 'other words under the same numbers')
  const update = asDecoded(Y.encodeStateAsUpdate(doc))
  const room = aRoom()
  expect(isNothingNew(update, room)).toBe(true)
  expect(isForeign(update, { doc: room, ownerOf, memberId: idris })).toBe(true)
  expect(isForeign(update, { doc: room, ownerOf, memberId: lena })).toBe(false)
})

test('a limit lets a burst through, then what fits in each second', () => {
  let now = 0
  const takes = limited({ burst: 3, perSecond: 2 }, () => now)
  expect([takes(), takes(), takes(), takes()]).toEqual([true, true, true, false])
  now = 500
  expect([takes(), takes()]).toEqual([true, false])
  now = 60_000
  expect([takes(3), takes()]).toEqual([true, false])
})
