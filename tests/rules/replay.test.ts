import { expect, test } from 'vitest'
import { setText } from '../../server/room/doc/claim-values'
import { deleteClaim } from '../../server/room/doc/marks'
import { openDoc, type RoomDoc } from '../../server/room/doc/room-doc'
import { addSource } from '../../server/room/doc/source-values'
import { openReplay, type ReplayedUpdate } from '../../server/room/history/replay'
import { aSource } from '../newsroom'
import { mark } from '../rooms/marking'

/** A room with its log: what is written there is an update of this member, so long (ms) after the one before. */
function aLog() {
  const doc = openDoc()
  const updates: ReplayedUpdate[] = []
  let next = { at: 0, memberId: 'lena', claims: [] as string[], sources: [] as string[] }
  doc.on('update', (bytes: Uint8Array) => updates.push({ ...next, bytes }))
  const write = (parts: { after?: number } & Partial<typeof next>, change: (doc: RoomDoc) => void) => {
    const { after = 1_000, ...known } = parts
    next = { ...next, sources: [], ...known, at: next.at + after }
    change(doc)
  }
  return { doc, updates, write }
}

/** A claim whose statement counts up, a long pause between. */
function counting(length: number) {
  const { doc, updates, write } = aLog()
  let id = ''
  write({}, () => {
    id = mark(doc)
  })
  for (const update of updates) update.claims = [id]
  for (let count = 2; count <= length; count++)
    write({ claims: [id], after: 60_000 }, () => setText(doc, 'statement', id, `${count}`))
  return { id, doc, updates, write }
}

function replayed(updates: ReplayedUpdate[]) {
  const replay = openReplay()
  replay.take(updates.slice(0, 7))
  replay.take(updates.slice(7))
  replay.finish()
  return replay
}

test('the timeline shows the room as it stood, forward, backward and far away', () => {
  const replay = replayed(counting(500).updates)
  expect(replay.moments).toHaveLength(500)
  const said = (moments: number) => replay.claimsAt(moments).map(({ statement }) => statement)
  expect(said(0)).toEqual([])
  expect(said(1)).toEqual([''])
  for (const moments of [2, 3, 500, 499, 251, 7, 8, 2]) expect(said(moments)).toEqual([`${moments}`])
})

test('what one member does at one claim without a pause is one moment of the timeline', () => {
  const { id, doc, updates, write } = counting(1)
  write({ claims: [id], after: 4_000 }, () => setText(doc, 'statement', id, 'One'))
  write({ claims: [id], memberId: 'idris' }, () => setText(doc, 'statement', id, 'Two'))
  write({ claims: [id], after: 6_000 }, () => setText(doc, 'statement', id, 'Three'))
  const { moments, claimsAt } = replayed(updates)
  expect(moments.map(({ end, memberId }) => [end, memberId])).toEqual([
    [2, 'lena'],
    [3, 'idris'],
    [4, 'idris'],
  ])
  expect(claimsAt(1)).toMatchObject([{ statement: 'One' }])
})

test('a claim has its sources while they stand, and is gone while it is deleted', () => {
  const { id, doc, updates, write } = counting(1)
  const source = aSource({ claimId: id })
  write({ claims: [id], sources: [source.id], after: 60_000 }, () => addSource(doc, source))
  write({ claims: [id], after: 60_000 }, () => deleteClaim(doc, id, '2026-03-06T00:00:00Z'))
  const replay = replayed(updates)
  expect(replay.claimsAt(2)).toMatchObject([{ sources: [source] }])
  expect(replay.claimsAt(3)).toEqual([])
  expect(replay.standingAt(id, 3)?.claim.isDeleted).toBe(true)
})

test('parts of a claim that did not change are kept once', () => {
  const { id, updates } = counting(3)
  const replay = replayed(updates)
  expect(replay.standingAt(id, 3)?.claim.selectors).toBe(replay.standingAt(id, 1)?.claim.selectors)
})
