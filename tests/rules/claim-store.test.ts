import { expect, test } from 'vitest'
import { followClaims } from '../../app/desk/[slug]/articles/[articleId]/_room/claim-store'
import { deleteClaim } from '../../server/room/doc/marks'
import { openDoc, textOf } from '../../server/room/doc/room-doc'
import { aClaim, damText } from '../newsroom'
import { writeClaim } from '../write-claim'

function aRoomOf(count: number) {
  const doc = openDoc()
  const all = Array.from({ length: count }, () => aClaim())
  for (const claim of all) writeClaim(doc, claim, damText)
  const claims = followClaims(doc)
  const shown = () => claims.store.get().claims.map(({ id }) => id)
  const remove = (id: string) => deleteClaim(doc, id, '2026-03-06T09:00:00.000Z')
  return { doc, claims, shown, remove, ids: all.map(({ id }) => id) }
}

test('a claim that readers have stays in the room, whichever browser deleted it', () => {
  const { claims, shown, remove, ids } = aRoomOf(2)
  const [published = '', other = ''] = ids
  claims.keepPublished(new Set([published]))
  remove(published)
  remove(other)
  expect(shown()).toEqual([published])
  expect(claims.store.get().deleted.map(({ id }) => id)).toEqual([other])
})

test('one that was deleted before its publication was heard of comes back when it is', () => {
  const { doc, claims, shown, remove, ids } = aRoomOf(1)
  const [id = ''] = ids
  remove(id)
  expect(shown()).toEqual([])
  claims.keepPublished(new Set([id]))
  expect(shown()).toEqual([id])
  textOf(doc, 'statement', id).insert(0, 'So far, ')
  expect(claims.store.get().claims).toMatchObject([{ id, statement: expect.stringMatching(/^So far, /) }])
})
