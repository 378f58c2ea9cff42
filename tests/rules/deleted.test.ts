import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  type DeletedKind,
  deletedArticle,
  whyNotBringBack,
  whyNotRemoveArticle,
} from '../../server/deleted/deleted'
import { say } from '../../server/refusal'
import { setText } from '../../server/room/doc/claim-values'
import { deleteClaim, mergeClaims } from '../../server/room/doc/marks'
import { readClaims } from '../../server/room/doc/room-claims'
import { openDoc, type RoomDoc, sourceIds } from '../../server/room/doc/room-doc'
import { addSource, setSourceDeleted } from '../../server/room/doc/source-values'
import { readDeletedParts, wrote } from '../../server/room/kept/deleted/tombstone'
import { aMember, aSource, damText } from '../newsroom'
import { claimIn, mark } from '../rooms/marking'

const at = '2026-03-06T09:00:00.000Z'
const partsOf = (doc: RoomDoc) => readDeletedParts(doc, readClaims(doc), sourceIds(doc))

/** The updates of a document, one for each act. */
function recorded(doc: RoomDoc): Uint8Array[] {
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  return updates
}

test('an article is said to be deleted by whom, and on the desk’s own day', () => {
  const removal = { articleId: 'a', by: 'Ruth Adeyemi', at: new Date('2026-03-05T23:30:00Z') }
  const inBerlin = say(deletedArticle({ ...removal, timeZone: 'Europe/Berlin' }))
  expect(inBerlin).toContain('Ruth Adeyemi deleted this article on 6 March 2026.')
  expect(say(deletedArticle({ ...removal, timeZone: 'UTC' }))).toContain('on 5 March 2026.')
})

test('an article that readers have claims of, or that waits for an editor, is not deleted', () => {
  expect(whyNotRemoveArticle({ publishedClaims: 0, inReview: 0 })).toBeNull()
  expect(whyNotRemoveArticle({ publishedClaims: 1, inReview: 2 })?.code).toBe('article-published')
  expect(whyNotRemoveArticle({ publishedClaims: 0, inReview: 2 })).toEqual({
    code: 'article-in-review',
    values: { count: 2 },
  })
})

test('editors bring articles back, reviewers claims, sources and threads, observers nothing', () => {
  const whole = { isArticleDeleted: false, isClaimDeleted: false }
  const why = (kind: DeletedKind, role: 'observer' | 'reviewer' | 'editor') =>
    whyNotBringBack({ kind, ...whole }, aMember({ role }))?.code ?? null
  expect(why('article', 'editor')).toBeNull()
  expect(why('article', 'reviewer')).toBe('editors-delete-articles')
  expect(why('claim', 'reviewer')).toBeNull()
  expect(why('source', 'reviewer')).toBeNull()
  expect(why('source', 'observer')).toBe('role-too-low')
  expect(why('thread', 'reviewer')).toBeNull()
  expect(why('thread', 'observer')).toBe('role-too-low')
})

test('a part comes back only into a whole that is there', () => {
  const editor = aMember({ role: 'editor' })
  const why = (kind: DeletedKind, isArticleDeleted: boolean, isClaimDeleted: boolean) =>
    whyNotBringBack({ kind, isArticleDeleted, isClaimDeleted }, editor)?.code ?? null
  expect(why('claim', true, true)).toBe('bring-back-article-first')
  expect(why('claim', false, true)).toBeNull()
  expect(why('source', false, true)).toBe('bring-back-claim-first')
  expect(why('thread', false, true)).toBe('bring-back-claim-first')
  expect(why('source', true, true)).toBe('bring-back-article-first')
  expect(why('article', true, false)).toBeNull()
})

test('of all updates of a room, the one that deleted a claim is found by its place', () => {
  const doc = openDoc()
  const id = mark(doc)
  const updates = recorded(doc)
  setText(doc, 'statement', id, 'Before.')
  deleteClaim(doc, id, at)
  setText(doc, 'statement', id, 'After.')
  const [gone] = partsOf(doc).claims
  expect(gone?.id).toBe(id)
  expect(updates.map((update) => gone && wrote(update, gone.place))).toEqual([false, true, false])
})

test('of two who delete a claim at once, the one whose word stands is found, on every device', () => {
  const doc = openDoc()
  const id = mark(doc)
  const others = [openDoc(), openDoc()]
  const deletions = others.flatMap((other) => {
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    const updates = recorded(other)
    deleteClaim(other, id, at)
    return [...updates]
  })
  for (const device of [doc, ...others]) for (const update of deletions) Y.applyUpdate(device, update)
  const places = [doc, ...others].map((device) => partsOf(device).claims[0]?.place)
  expect(new Set(places.map((place) => JSON.stringify(place))).size).toBe(1)
  const [place] = places
  expect(deletions.filter((update) => place && wrote(update, place))).toHaveLength(1)
})

test('a deleted source is known with its claim and name, one that came back is not', () => {
  const doc = openDoc()
  const claimId = mark(doc)
  const [gone, back] = [
    { ...aSource({ title: 'Register' }), claimId },
    { ...aSource(), claimId },
  ]
  for (const source of [gone, back]) {
    addSource(doc, source)
    setSourceDeleted(doc, source.id, at)
  }
  setSourceDeleted(doc, back.id, null)
  expect(partsOf(doc).sources).toMatchObject([{ id: gone.id, claimId, name: 'Register' }])
})

test('a claim that was merged is known with the one that took its words', () => {
  const doc = openDoc()
  const pair = [mark(doc, 'Engineers had warned'), mark(doc, 'warned of cracks')].map((id) =>
    claimIn(doc, id),
  )
  const [one, other] = pair
  if (!one || !other) throw new Error('a mark is not there')
  const merged = mergeClaims(doc, [one, other], damText, at)
  const taker = 'id' in merged ? merged.id : ''
  expect(partsOf(doc).claims).toMatchObject([{ taker }])
})
