import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { isPartOf, markSpan, splitOff } from '../../app/desk/[slug]/articles/[articleId]/_selection/mark-acts'
import { whyNotRemove } from '../../server/claim/claim'
import { setVerdict } from '../../server/room/doc/claim-values'
import { markClaim, restoreClaim } from '../../server/room/doc/marks'
import { readClaim, readClaims } from '../../server/room/doc/room-claims'
import { openDoc, textOf } from '../../server/room/doc/room-doc'
import { undoFor } from '../../server/room/doc/undo'
import { damHash, damParagraphs, damText } from '../newsroom'

/** As much of a room as marking needs. */
function aRoom() {
  const doc = openDoc()
  const origin = {}
  const article = { id: 'a', address: 'https://ledger.example/karsell', isOwn: false, publicNumber: null }
  const kinds = ['paragraph', 'picture', 'paragraph'] as const
  const blocks = damParagraphs.map((text, index) => ({ kind: kinds[index], text }))
  const revision = { hash: damHash, text: damText, blocks, published: '2026-03-05T14:10:00+01:00' }
  // The other parts of a room are not used when marking.
  return { doc, origin, undo: undoFor(doc, origin), article, revision } as unknown as Parameters<
    typeof markSpan
  >[0]
}

function spanOf(words: string) {
  const start = damText.indexOf(words)
  return { start, end: start + words.length }
}

function marked(room: ReturnType<typeof aRoom>, words: string) {
  const made = markSpan(room, spanOf(words), new Date())
  const claim = 'id' in made ? readClaim(room.doc, made.id) : null
  if (!claim) throw new Error('not marked')
  return claim
}

const quotes = (room: ReturnType<typeof aRoom>) =>
  readClaims(room.doc)
    .filter((claim) => !claim.isDeleted)
    .map((claim) => claim.selectors.quote.exact)

describe('marking', () => {
  test('a new claim appeared where the article did, on the day it was published', () => {
    expect(marked(aRoom(), '14 million marks').appearances).toEqual([
      { id: expect.any(String), address: 'https://ledger.example/karsell', date: '2026-03-05' },
    ])
  })

  test('a claim marked in the words of a picture is about a picture', () => {
    const room = aRoom()
    expect(marked(room, '14 million marks').kind).toBe('picture')
    expect(marked(room, 'Two thousand people').kind).toBeNull()
  })

  test('a claim marked in a transcript is said by who speaks, at that second of the recording', () => {
    const room = aRoom()
    const blocks = [
      { kind: 'paragraph' as const, text: damParagraphs[0] ?? '', speaker: 'Anna Weir', at: 42 },
    ]
    const claim = marked({ ...room, revision: { ...room.revision, blocks } }, 'Two thousand people')
    expect(claim.speaker).toBe('Anna Weir')
    expect(claim.appearances[0]?.address).toBe('https://ledger.example/karsell#t=42')
  })

  test('a claim within what somebody says in a row is led to the second at which its words begin', () => {
    const room = aRoom()
    const text = damParagraphs[1] ?? ''
    const moments: [number, number][] = [
      [0, 40],
      [text.indexOf('14 million'), 47],
      [text.indexOf('the largest'), 52],
    ]
    const blocks = [
      { kind: 'paragraph' as const, text: damParagraphs[0] ?? '', at: 42 },
      { kind: 'paragraph' as const, text, at: 40, moments },
    ]
    const heard = (words: string) =>
      marked({ ...room, revision: { ...room.revision, blocks } }, words).appearances[0]?.address
    expect(heard('The government')).toMatch(/#t=40$/)
    expect(heard('million marks')).toMatch(/#t=47$/)
    expect(heard('largest relief')).toMatch(/#t=52$/)
  })

  test('spaces around the selection are left out', () => {
    const room = aRoom()
    markSpan(room, spanOf(' 14 million marks, '), new Date())
    expect(quotes(room)).toEqual(['14 million marks,'])
  })

  test('a blank between paragraphs cannot be marked', () => {
    const at = damText.indexOf('\n\n')
    expect(markSpan(aRoom(), { start: at, end: at + 2 }, new Date())).toEqual({
      refusal: { code: 'quote-empty' },
    })
  })
})

describe('splitting', () => {
  test('a part at one end becomes a claim of its own, and the claim keeps the rest', () => {
    const room = aRoom()
    const claim = marked(room, 'Two thousand people were driven from their homes')
    splitOff(room, claim, spanOf('were driven from their homes'), new Date())
    expect(quotes(room)).toEqual(['Two thousand people', 'were driven from their homes'])
  })

  test('a part from the middle is marked, and the claim keeps all its words', () => {
    const room = aRoom()
    const claim = marked(room, 'Two thousand people were driven from their homes')
    splitOff(room, claim, spanOf('people'), new Date())
    expect(quotes(room)).toEqual(['Two thousand people were driven from their homes', 'people'])
  })

  test('a split copies the quote only', () => {
    const room = aRoom()
    const claim = marked(room, 'Two thousand people were driven')
    textOf(room.doc, 'statement', claim.id).insert(0, 'They fled.')
    const made = splitOff(room, claim, spanOf('Two thousand'), new Date())
    expect('id' in made && readClaim(room.doc, made.id)?.statement).toBe('')
  })

  test('the whole quote is no part of itself', () => {
    const claim = marked(aRoom(), '14 million marks')
    expect(isPartOf(claim, spanOf('14 million marks'))).toBe(false)
    expect(isPartOf(claim, spanOf('14 million'))).toBe(true)
  })
})

describe('undo', () => {
  test('it takes back one’s own acts, newest first, and nobody else’s', () => {
    const room = aRoom()
    const claim = marked(room, '14 million marks')
    setVerdict(room.doc, claim, 'false', room.origin)
    textOf(room.doc, 'statement', claim.id).insert(0, 'by somebody else')
    room.undo.undo('2026-03-06T09:00:00.000Z', () => null)
    const now = readClaim(room.doc, claim.id)
    expect(now?.verdict).toBeNull()
    expect(now?.statement).toBe('by somebody else')
    expect(now?.isDeleted).toBe(false)
  })

  test('a mark taken back can be restored with what others wrote about it', () => {
    const room = aRoom()
    const claim = marked(room, '14 million marks')
    textOf(room.doc, 'statement', claim.id).insert(0, 'by somebody else')
    room.undo.undo('2026-03-06T09:00:00.000Z', () => null)
    expect(readClaim(room.doc, claim.id)?.isDeleted).toBe(true)
    restoreClaim(room.doc, claim)
    const back = readClaim(room.doc, claim.id)
    expect(back).toMatchObject({ isDeleted: false, statement: 'by somebody else' })
  })

  test('a mark that readers have a version of stays, and the next undo passes it over', () => {
    const room = aRoom()
    const [first, published] = [marked(room, 'nobody acted'), marked(room, '14 million marks')]
    const whyNot = (id: string) => whyNotRemove(first, id === published.id)
    const undo = () => room.undo.undo('2026-03-06T09:00:00.000Z', whyNot)
    expect(undo()).toEqual({ code: 'claim-published' })
    expect(quotes(room)).toEqual(['14 million marks', 'nobody acted'])
    expect(undo()).toBeNull()
    expect(quotes(room)).toEqual(['14 million marks'])
  })

  test('where one has done nothing, nothing is taken back', () => {
    const room = aRoom()
    const id = randomUUID()
    markClaim(room.doc, {
      id,
      at: '',
      revision: damHash,
      text: damText,
      span: spanOf('nobody acted'),
      appearance: null,
    })
    expect(room.undo.undo('2026-03-06T09:00:00.000Z', () => null)).toBeNull()
    expect(quotes(room)).toEqual(['nobody acted'])
  })
})
