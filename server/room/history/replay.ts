import * as Y from 'yjs'
import { openDoc, type RoomDoc, touchedClaims } from '../doc/room-doc'
import type { Lived } from './moments'

/** An update to be replayed; `at` in ms since 1970. */
export type ReplayedUpdate = { at: number; memberId: string; bytes: Uint8Array }

/** The whole of a room's life on one device: it is only read, nothing that happens here is ever sent. */
export type Replay = {
  /** Takes more of the room's life; what each update touched is found out on the way. */
  take: (updates: readonly ReplayedUpdate[]) => void
  lived: () => readonly Lived[]
  /** The document as it stood after so many updates; the one given before is no longer to be used. */
  docAt: (count: number) => RoomDoc
}

/** How many states are kept to step back from, evenly over the room's life. */
const mostCheckpoints = 32
const firstStride = 250

/** Opens an empty replay: forward each update is applied once, backward it starts at the nearest kept state. */
export function openReplay(): Replay {
  const bytes: Uint8Array[] = []
  const lived: Lived[] = []
  const newest = openDoc()
  let checkpoints: { count: number; state: Uint8Array }[] = []
  let stride = firstStride
  let shown = { doc: openDoc(), count: 0 }
  let touched: string[] = []
  newest.on('afterTransaction', (transaction) => {
    touched = touchedClaims(transaction)
  })

  const keepCheckpoint = () => {
    checkpoints.push({ count: bytes.length, state: Y.encodeStateAsUpdate(newest) })
    if (checkpoints.length <= mostCheckpoints) return
    stride *= 2
    checkpoints = checkpoints.filter(({ count }) => count % stride === 0)
  }
  return {
    take: (updates) => {
      for (const { at, memberId, bytes: update } of updates) {
        touched = []
        Y.applyUpdate(newest, update)
        bytes.push(update)
        lived.push({ at, memberId, claims: touched })
        if (bytes.length % stride === 0) keepCheckpoint()
      }
    },
    lived: () => lived,
    docAt: (count) => {
      const nearest = checkpoints.findLast((checkpoint) => checkpoint.count <= count)
      const mustJump = count < shown.count || (nearest?.count ?? 0) > shown.count
      if (mustJump) {
        shown.doc.destroy()
        shown = { doc: openDoc(), count: nearest?.count ?? 0 }
        if (nearest) Y.applyUpdate(shown.doc, nearest.state)
      }
      const missing = bytes.slice(shown.count, count)
      shown.doc.transact(() => {
        for (const update of missing) Y.applyUpdate(shown.doc, update)
      })
      shown.count = Math.min(count, bytes.length)
      return shown.doc
    },
  }
}
