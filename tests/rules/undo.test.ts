import { v7 as uuid } from 'uuid'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { whyNotRemove } from '../../server/claim/claim'
import type { Refusal } from '../../server/refusal'
import { setVerdict } from '../../server/room/doc/claim-values'
import { adjustQuote, deleteClaim, mergeClaims, restoreClaim } from '../../server/room/doc/marks'
import { setRationale } from '../../server/room/doc/rationale-xml'
import { readClaim } from '../../server/room/doc/room-claims'
import { openDoc, type RoomDoc, rationaleOf, sourceMap, textOf } from '../../server/room/doc/room-doc'
import { addSource, setSourceDeleted, setSourceField } from '../../server/room/doc/source-values'
import { undoFor, undoTyping } from '../../server/room/doc/undo'
import { aRationale, aSource, damHash, damText } from '../newsroom'
import { mark } from '../rooms/marking'

const damPlace = { revision: damHash, text: damText }
const at = '2026-03-06T09:00:00.000Z'
const never = () => null

/** Two people with the same room on their screens, and how each takes back what is theirs. */
function twoPeople() {
  const [ana, ben] = [openDoc(), openDoc()]
  for (const [from, to] of [
    [ana, ben],
    [ben, ana],
  ] as const)
    from.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'colleague') Y.applyUpdate(to, update, 'colleague')
    })
  const mine = {}
  return { ana, ben, mine, undo: undoFor(ana, mine) }
}

/** A claim as it stands on a screen; it has to be there. */
function claimOn(doc: RoomDoc, id: string) {
  const claim = readClaim(doc, id)
  if (!claim) throw new Error('the claim is gone')
  return claim
}

function type(doc: RoomDoc, id: string, words: string) {
  const statement = textOf(doc, 'statement', id)
  statement.insert(statement.length, words)
}

describe('when a delete is undone', () => {
  test('what a colleague typed into the claim meanwhile is there', () => {
    const { ana, ben, mine, undo } = twoPeople()
    const id = mark(ana)
    type(ana, id, 'The largest package')
    deleteClaim(ana, id, at, mine)
    type(ben, id, ' since 1987.')
    undo.undo(at, never)
    for (const doc of [ana, ben])
      expect(claimOn(doc, id)).toMatchObject({
        isDeleted: false,
        statement: 'The largest package since 1987.',
      })
  })

  test('a colleague’s own delete of the same claim stays', () => {
    const { ana, ben, mine, undo } = twoPeople()
    const id = mark(ana)
    deleteClaim(ana, id, at, mine)
    restoreClaim(ben, claimOn(ben, id))
    deleteClaim(ben, id, at)
    undo.undo(at, never)
    expect(claimOn(ana, id).isDeleted).toBe(true)
  })

  test('a source comes back with the words a colleague put into it meanwhile', () => {
    const { ana, ben, mine, undo } = twoPeople()
    const source = { ...aSource({ quote: '' }), claimId: mark(ana) }
    addSource(ana, source)
    setSourceDeleted(ana, source.id, at, mine)
    setSourceField(ben, source.id, 'quote', '14,000,000 marks')
    undo.undo(at, never)
    expect(claimOn(ben, source.claimId).sources).toMatchObject([{ quote: '14,000,000 marks' }])
  })
})

describe('undo takes back', () => {
  test('only one’s own acts, also where a colleague wrote over the last of them', () => {
    const { ana, ben, mine, undo } = twoPeople()
    const id = mark(ana)
    setVerdict(ana, claimOn(ana, id), 'false', mine)
    setVerdict(ben, claimOn(ben, id), 'misleading')
    undo.undo(at, never)
    expect(claimOn(ana, id).verdict).toBe('misleading')
  })

  test('a source with a tombstone, so that a colleague’s words in it can come back', () => {
    const { ana, ben, mine, undo } = twoPeople()
    const source = { ...aSource({ quote: '' }), claimId: mark(ana) }
    addSource(ana, source, mine)
    setSourceField(ben, source.id, 'quote', '14,000,000 marks')
    undo.undo(at, never)
    expect(claimOn(ana, source.claimId).sources).toEqual([])
    setSourceDeleted(ben, source.id, null)
    expect(claimOn(ana, source.claimId).sources).toMatchObject([{ quote: '14,000,000 marks' }])
  })

  test('a merge, but not the paragraph of it in which a colleague has written since', () => {
    const { ana, ben, mine, undo } = twoPeople()
    const [first, second] = [mark(ana, 'Engineers had warned'), mark(ana, 'cracks')]
    setRationale(ana, second, aRationale('They had.'))
    mergeClaims(ana, [claimOn(ana, first), claimOn(ana, second)], damText, at, mine)
    const merged = [first, second].find((id) => !claimOn(ben, id).isDeleted) ?? ''
    const paragraph = rationaleOf(ben, merged).get(0) as Y.XmlElement
    paragraph.push([new Y.XmlText('Twice.')])
    undo.undo(at, never)
    expect(claimOn(ana, second).isDeleted).toBe(false)
    expect(JSON.stringify(claimOn(ana, merged).rationale)).toContain('Twice.')
  })

  test('in a text, only the letters one typed oneself', () => {
    const { ana, ben } = twoPeople()
    const id = mark(ana)
    const typing = {}
    const undo = undoTyping(ana, 'statement', id, typing)
    ana.transact(() => textOf(ana, 'statement', id).insert(0, 'The largest.'), typing)
    textOf(ben, 'statement', id).insert(4, 'second ')
    undo.undo()
    expect(claimOn(ana, id).statement).toBe('second ')
    undo.redo()
    expect(claimOn(ben, id).statement).toBe('The second largest.')
  })

  test('a cut, without a colleague’s words that came into its place', () => {
    const { ana, ben } = twoPeople()
    const id = mark(ana)
    type(ana, id, 'The largest package.')
    const typing = {}
    const undo = undoTyping(ana, 'statement', id, typing)
    ana.transact(() => textOf(ana, 'statement', id).delete(4, 7), typing)
    textOf(ben, 'statement', id).insert(4, 'second')
    undo.undo()
    expect(claimOn(ben, id).statement).toMatch(/^The (largestsecond|secondlargest) package\.$/)
  })
})

describe('a claim that readers have by now', () => {
  const published: Refusal = { code: 'claim-published' }
  const whyNot = (doc: RoomDoc) => (id: string) => whyNotRemove(claimOn(doc, id), true)

  test('is not deleted by redoing an old delete', () => {
    const { ana, mine, undo } = twoPeople()
    const id = mark(ana)
    deleteClaim(ana, id, at, mine)
    undo.undo(at, never)
    expect(undo.redo(at, whyNot(ana))).toEqual(published)
    expect(claimOn(ana, id).isDeleted).toBe(false)
    expect(undo.redo(at, whyNot(ana))).toBeNull()
  })

  test('is not deleted by taking back that it was restored', () => {
    const { ana, mine, undo } = twoPeople()
    const id = mark(ana)
    deleteClaim(ana, id, at)
    restoreClaim(ana, claimOn(ana, id), mine)
    expect(undo.undo(at, whyNot(ana))).toEqual(published)
    expect(claimOn(ana, id).isDeleted).toBe(false)
  })

  test('is not merged away by redoing an old merge', () => {
    const { ana, mine, undo } = twoPeople()
    const [first, second] = [mark(ana, 'Engineers had warned'), mark(ana, 'cracks')]
    mergeClaims(ana, [claimOn(ana, first), claimOn(ana, second)], damText, at, mine)
    undo.undo(at, never)
    expect(undo.redo(at, whyNot(ana))).toEqual(published)
    expect([first, second].map((id) => claimOn(ana, id).isDeleted)).toEqual([false, false])
  })

  test('is asked about even where the steps after it have nothing left to take back', () => {
    const { ana, ben, undo, mine } = twoPeople()
    const id = mark(ana)
    deleteClaim(ana, id, at)
    restoreClaim(ana, claimOn(ana, id), mine)
    const source = { ...aSource(), claimId: id }
    addSource(ben, source)
    setSourceField(ana, source.id, 'place', 'p. 4', mine)
    setSourceField(ben, source.id, 'place', 'p. 5')
    expect(undo.undo(at, whyNot(ana))).toEqual(published)
    expect(claimOn(ben, id)).toMatchObject({ isDeleted: false, sources: [{ place: 'p. 5' }] })
  })

  test('is deleted again where readers have no version of it', () => {
    const { ana, ben, mine, undo } = twoPeople()
    const id = mark(ana)
    deleteClaim(ana, id, at, mine)
    undo.undo(at, never)
    expect(undo.redo(at, (one) => whyNotRemove(claimOn(ana, one), false))).toBeNull()
    expect(claimOn(ben, id).isDeleted).toBe(true)
  })
})

describe.each([
  [1, 2],
  [2, 1],
])('when both did the same in the same moment, as clients %i and %i', (anasId, bensId) => {
  /** Ana and Ben act without hearing of each other, then they hear, and Ana takes hers back. */
  function meanwhile(
    prepare: (doc: RoomDoc) => string,
    act: (doc: RoomDoc, id: string, origin?: object) => void,
  ) {
    const [ana, ben] = [openDoc(), openDoc()]
    ana.clientID = anasId
    ben.clientID = bensId
    const mine = {}
    const undo = undoFor(ana, mine)
    const id = prepare(ana)
    Y.applyUpdate(ben, Y.encodeStateAsUpdate(ana))
    act(ana, id, mine)
    act(ben, id)
    Y.applyUpdate(ana, Y.encodeStateAsUpdate(ben))
    undo.undo(at, never)
    Y.applyUpdate(ben, Y.encodeStateAsUpdate(ana))
    expect(claimOn(ben, id)).toEqual(claimOn(ana, id))
    return claimOn(ben, id)
  }
  const written = (doc: RoomDoc) => {
    const id = mark(doc)
    type(doc, id, 'The largest package')
    return id
  }

  test('a claim that both brought back is there with its words', () => {
    const deleted = (doc: RoomDoc) => {
      const id = written(doc)
      deleteClaim(doc, id, at)
      return id
    }
    const claim = meanwhile(deleted, (doc, id, origin) => restoreClaim(doc, { id, markedAt: at }, origin))
    expect(claim).toMatchObject({ isDeleted: false, statement: 'The largest package' })
  })

  test('a claim that both deleted is there with its words', () => {
    const claim = meanwhile(written, (doc, id, origin) => deleteClaim(doc, id, at, origin))
    expect(claim.statement).toBe('The largest package')
  })

  test('a quote that both moved stands somewhere', () => {
    const claim = meanwhile(written, (doc, id, origin) =>
      adjustQuote(doc, id, { ...damPlace, span: { start: 0, end: doc.clientID + 20 } }, origin),
    )
    expect(claim.selectors.quote.exact.length).toBeGreaterThan(0)
  })

  test('a source that both moved belongs to a claim', () => {
    const source = { ...aSource(), id: uuid() }
    const withSource = (doc: RoomDoc) => {
      const id = written(doc)
      addSource(doc, { ...source, claimId: id })
      return id
    }
    const claim = meanwhile(withSource, (doc, id, origin) =>
      doc.transact(() => sourceMap(doc, source.id).set('claim', id), origin),
    )
    expect(claim.sources.map(({ id }) => id)).toEqual([source.id])
  })
})
