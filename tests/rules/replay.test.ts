import { expect, test } from 'vitest'
import { setText } from '../../server/room/doc/claim-values'
import { readClaims } from '../../server/room/doc/room-claims'
import { openDoc } from '../../server/room/doc/room-doc'
import { momentsOf } from '../../server/room/history/moments'
import { openReplay, type ReplayedUpdate } from '../../server/room/history/replay'
import { mark } from '../rooms/marking'

/** A room's life: a mark, then a statement that counts up, an update a second. */
function aLife(length: number): { id: string; updates: ReplayedUpdate[] } {
  const doc = openDoc()
  const updates: ReplayedUpdate[] = []
  doc.on('update', (bytes: Uint8Array) =>
    updates.push({ at: updates.length * 1_000, memberId: 'lena', bytes }),
  )
  const id = mark(doc)
  for (let count = 2; count <= length; count++) setText(doc, 'statement', id, `${count}`)
  return { id, updates }
}

test('the timeline shows the room as it stood, forward, backward and far away', () => {
  const { updates } = aLife(2_000)
  const replay = openReplay()
  replay.take(updates.slice(0, 700))
  replay.take(updates.slice(700))
  const said = (count: number) => readClaims(replay.docAt(count)).map(({ statement }) => statement)
  expect(said(0)).toEqual([])
  for (const count of [2, 3, 2_000, 1_999, 251, 250, 249, 1_500, 2]) expect(said(count)).toEqual([`${count}`])
  expect(said(1)).toEqual([''])
})

test('a long life stays steppable with few states kept', () => {
  const { updates } = aLife(20_000)
  const replay = openReplay()
  replay.take(updates)
  for (const count of [19_999, 10_001, 3])
    expect(readClaims(replay.docAt(count)).map(({ statement }) => statement)).toEqual([`${count}`])
})

test('each update says which claims it touched', () => {
  const { id, updates } = aLife(2)
  const replay = openReplay()
  replay.take(updates)
  expect(replay.lived().map(({ claims }) => claims)).toEqual([[id], [id]])
})

test('what one member does at one claim without a pause is one moment of the timeline', () => {
  const lived = (at: number, memberId: string, ...claims: string[]) => ({ at, memberId, claims })
  const moments = momentsOf([
    lived(0, 'lena', 'one'),
    lived(4_000, 'lena', 'one'),
    lived(5_000, 'idris', 'one'),
    lived(6_000, 'idris', 'two'),
    lived(60_000, 'idris', 'two'),
  ])
  expect(moments.map(({ end, since, at }) => [end, since, at])).toEqual([
    [2, 0, 4_000],
    [3, 5_000, 5_000],
    [4, 6_000, 6_000],
    [5, 60_000, 60_000],
  ])
})
