import type { RoomDoc } from '@/server/room/doc/room-doc'
import { type Store, storeOf } from '../store'

/** How this window's own edits stand; `saved` means that the server has them on disk. */
export type Saving = {
  state: 'saved' | 'saving' | 'offline' | 'syncing' | 'not-saved'
  /** How many of this window's changes the server has not confirmed; what is typed in one go is one. */
  waiting: number
  /** How many of these the copy on this device has; null where there is no copy. */
  onDevice: number | null
}

/** How edits leave this window: their number to the server, and, where a copy is kept, until when it has them all. */
type Ways = { send: (version: number) => void; whenWritten?: (() => Promise<void>) | undefined }

/** Resolves when everything that this window has written until then is on the server's disk. */
export function allKept({ get, subscribe }: Store<Saving>): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (get().waiting > 0) return
      stop()
      resolve()
    }
    const stop = subscribe(look)
    look()
  })
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
export function followSaving(doc: RoomDoc, isForeign: (origin: unknown) => boolean, ways: Ways) {
  let [version, kept, asked] = [0, 0, 0]
  let [isLive, isOffline, wasOffline] = [false, false, false]
  let waitsSince: number | null = null
  let askedAt = 0
  let askingLater: ReturnType<typeof setTimeout> | undefined
  let [written, isWriting] = [0, false]
  // The first and the last edit of each change that is not kept.
  let changes: { first: number; version: number; at: number }[] = []
  const onDevice = () => (ways.whenWritten ? changes.filter(({ first }) => first <= written).length : null)
  const store: Store<Saving> = storeOf<Saving>({ state: 'saved', waiting: 0, onDevice: onDevice() })

  const stateNow = (): Saving['state'] => {
    if (isOffline) return 'offline'
    const waits = waitsSince === null ? 0 : Date.now() - waitsSince
    if (version === kept) return 'saved'
    if (waits > faultAfter) return 'not-saved'
    if (wasOffline) return 'syncing'
    return waits >= shownAfter ? 'saving' : 'saved'
  }
  const show = () => {
    const next = { state: stateNow(), waiting: changes.length, onDevice: onDevice() }
    const shown = store.get()
    const isSame = next.waiting === shown.waiting && next.onDevice === shown.onDevice
    if (next.state !== shown.state || !isSame) store.set(next)
  }
  // What a copy refuses to take is not said to be in it.
  const followCopy = async () => {
    if (isWriting || !ways.whenWritten) return
    isWriting = true
    const upTo = version
    const isThere = await ways.whenWritten().then(
      () => true,
      () => false,
    )
    isWriting = false
    if (isThere) written = upTo
    show()
    if (isThere && written < version) await followCopy()
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
    ways.send(version)
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
    const last = changes.at(-1)
    const goesOn = last !== undefined && Date.now() - last.at < pause
    if (goesOn) changes.pop()
    changes.push({ first: goesOn ? last.first : version, version, at: Date.now() })
    // The edit itself is sent, and written in the copy, by listeners of the same event, added before or after this one.
    queueMicrotask(ask)
    queueMicrotask(followCopy)
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
      for (let change = 0; change < count; change++) {
        version += 1
        changes.push({ first: version, version, at: 0 })
      }
      written = version
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
