import { type Store, storeOf } from '../store'
import type { Stop } from './stop'

/** How the room's line to the server stands. */
export type Line = {
  connection: 'connecting' | 'live' | 'offline'
  /** What the server lets this window do; null until it has said so. */
  mayEdit: boolean | null
  /** Why the line stays down until somebody acts; null while it is up or tries to be. */
  stopped: Stop | null
  /** Whether edits reach the disk, as far as the server has told. */
  isStored: boolean
}

type Followers = { isLive: () => void; isDown: () => void; isOffline: () => void }

/** How long the line may be down before people are told, in ms: a restart takes about a second. */
const patience = 2000

/** Keeps what is known of the line; a short break is not told to people. */
export function followLine(saving: Followers) {
  const store: Store<Line> = storeOf<Line>({
    connection: 'connecting',
    mayEdit: null,
    stopped: null,
    isStored: true,
  })
  const change = (part: Partial<Line>) => store.set({ ...store.get(), ...part })
  let whenDown: ReturnType<typeof setTimeout> | undefined
  const forget = () => {
    clearTimeout(whenDown)
    whenDown = undefined
  }
  const isDown = (wait = patience) => {
    saving.isDown()
    change({ isStored: true })
    if (store.get().connection === 'live') change({ connection: 'connecting' })
    whenDown ??= setTimeout(() => {
      change({ connection: 'offline' })
      saving.isOffline()
    }, wait)
  }
  return {
    store,
    change,
    isDown,
    isLive: () => {
      forget()
      change({ connection: 'live' })
      saving.isLive()
    },
    /** The browser itself says that there is no network: nothing to wait for. */
    isOffline: () => {
      forget()
      isDown(0)
    },
    leave: forget,
  }
}

/** What changes it. */
export type LineKeeper = ReturnType<typeof followLine>
