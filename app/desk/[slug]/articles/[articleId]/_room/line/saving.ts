import type { RoomDoc } from '@/server/room/doc/room-doc'
import { type Store, storeOf } from '../store'

/** How this window's own edits stand; `saved` means that the server has them on disk. */
export type Saving = {
  state: 'saved' | 'saving' | 'offline' | 'syncing' | 'not-saved'
  /** How many of this window's changes the server has not confirmed; what is typed in one go is one. */
  waiting: number
}

/** From when on a wait is shown, and from when on it is a fault, in ms. */
const [shownAfter, faultAfter] = [1000, 15_000]
/** How long a pause, in ms, ends a change: letters typed one after the other are one. */
const pause = 2000
/** How long an answer may take before it is asked for again, in ms: the question or the answer may be lost. */
const answeredWithin = 3000
/** Receipts are asked for no more often than this, in ms: far below what is shown as a wait. */
const askedEvery = 50

/** Counts this window's own edits, and sends their number so that the server can say when they are kept. */
export function followSaving(
  doc: RoomDoc,
  isForeign: (origin: unknown) => boolean,
  line: { send: (version: number) => void },
) {
  let [version, kept, asked] = [0, 0, 0]
  let [isLive, isOffline, wasOffline] = [false, false, false]
  let waitsSince: number | null = null
  let askedAt = 0
  let askingLater: ReturnType<typeof setTimeout> | undefined
  // The last edit of each change that is not kept.
  let changes: { version: number; at: number }[] = []
  const store: Store<Saving> = storeOf<Saving>({ state: 'saved', waiting: 0 })

  const stateNow = (): Saving['state'] => {
    if (isOffline) return 'offline'
    const waits = waitsSince === null ? 0 : Date.now() - waitsSince
    if (version === kept) return 'saved'
    if (waits > faultAfter) return 'not-saved'
    if (wasOffline) return 'syncing'
    return waits >= shownAfter ? 'saving' : 'saved'
  }
  const show = () => {
    const next = { state: stateNow(), waiting: changes.length }
    const shown = store.get()
    if (next.state !== shown.state || next.waiting !== shown.waiting) store.set(next)
  }
  // One question under way at a time: the newest number follows when the answer is there.
  const ask = () => {
    if (!isLive || asked > kept || version === kept) return
    const early = askedAt + askedEvery - Date.now()
    clearTimeout(askingLater)
    if (early > 0) {
      askingLater = setTimeout(ask, early)
      return
    }
    asked = version
    askedAt = Date.now()
    line.send(version)
  }
  const askAgain = () => {
    if (Date.now() - askedAt < answeredWithin) return
    asked = 0
    ask()
  }
  const edited = (_update: Uint8Array, origin: unknown) => {
    if (isForeign(origin)) return
    version += 1
    waitsSince ??= Date.now()
    if (Date.now() - (changes.at(-1)?.at ?? 0) < pause) changes.pop()
    changes.push({ version, at: Date.now() })
    // The edit itself is sent by a listener of the same event, added before or after this one.
    queueMicrotask(ask)
    show()
  }
  doc.on('update', edited)
  const clock = setInterval(() => {
    askAgain()
    show()
  }, 500)

  return {
    store,
    /** Changes that the device kept from last time, and that the server had not confirmed. */
    noteWaiting: (count: number) => {
      for (let change = 0; change < count; change++) changes.push({ version: ++version, at: 0 })
      if (count > 0) waitsSince ??= Date.now()
      ask()
      show()
    },
    isKept: (upTo: number) => {
      kept = Math.max(kept, Math.min(upTo, version))
      changes = changes.filter((change) => change.version > kept)
      if (kept === version) [waitsSince, wasOffline] = [null, false]
      else waitsSince = Date.now()
      ask()
      show()
    },
    /** Called when everything of this window has been sent. */
    isLive: () => {
      if (isOffline) wasOffline = true
      ;[isLive, isOffline, asked, askedAt] = [true, false, 0, 0]
      if (waitsSince !== null) waitsSince = Date.now()
      ask()
      show()
    },
    isDown: () => {
      ;[isLive, asked] = [false, 0]
    },
    isOffline: () => {
      isOffline = true
      show()
    },
    stop: () => {
      clearInterval(clock)
      clearTimeout(askingLater)
      doc.off('update', edited)
    },
  }
}
