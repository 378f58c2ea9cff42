'use client'
import type { Verdict } from '@/db/vocabulary'
import { isVerdict } from '@/server/claim/claim'
import { claimMap, type RoomDoc } from '@/server/room/doc/room-doc'
import { type Store, storeOf } from '../../_room/store'
import { usePeople, useRoom, useStore } from '../../_room/use-room'

/** Two people gave a verdict without seeing each other's; `window` is where the other one sits. */
type Clash = { mine: Verdict | null; theirs: Verdict | null; window: number | null }

type Watch = { mine: Map<string, Verdict | null>; clashes: Store<ReadonlyMap<string, Clash>> }
const watches = new WeakMap<RoomDoc, Watch>()

/** Remembers the verdict given here, to tell its giver when somebody overwrites it who had not seen it. */
export function noteVerdict(doc: RoomDoc, claimId: string, verdict: Verdict | null) {
  const watch = watchOf(doc)
  if (!watch.mine.has(claimId)) follow(doc, claimId, watch)
  watch.mine.set(claimId, verdict)
  forgetClash(doc, claimId)
}

/** The clash about a claim's verdict that its giver has not settled yet, with the other one's name where known. */
export function useClash(claimId: string): (Clash & { name: string | null }) | null {
  const { doc } = useRoom()
  const people = usePeople()
  const clash = useStore(watchOf(doc).clashes).get(claimId)
  if (!clash) return null
  return { ...clash, name: people.find((person) => person.window === clash.window)?.name ?? null }
}

export function forgetClash(doc: RoomDoc, claimId: string) {
  put(watchOf(doc), claimId, null)
}

function follow(doc: RoomDoc, claimId: string, watch: Watch) {
  const map = claimMap(doc, claimId)
  map.observe((event, transaction) => {
    const change = event.changes.keys.get('verdict')
    if (!change || transaction.local) return
    const mine = watch.mine.get(claimId) ?? null
    const [before, now] = [partsOf(change.oldValue), partsOf(map.get('verdict'))]
    // Whoever saw my verdict names it as the one replaced.
    const isBlind = before.value === mine && now.value !== mine && now.replaced !== mine
    const window = map._map.get('verdict')?.id.client ?? null
    put(watch, claimId, isBlind ? { mine, theirs: now.value, window } : null)
  })
}

function partsOf(value: unknown): { value: Verdict | null; replaced: Verdict | null } {
  const parts: { value?: unknown; replaced?: unknown } = typeof value === 'object' && value ? value : {}
  return {
    value: isVerdict(parts.value) ? parts.value : null,
    replaced: isVerdict(parts.replaced) ? parts.replaced : null,
  }
}

function put({ clashes }: Watch, claimId: string, clash: Clash | null) {
  if (!clash && !clashes.get().has(claimId)) return
  const next = new Map(clashes.get())
  if (clash) next.set(claimId, clash)
  else next.delete(claimId)
  clashes.set(next)
}

function watchOf(doc: RoomDoc): Watch {
  const watch: Watch = watches.get(doc) ?? {
    mine: new Map(),
    clashes: storeOf<ReadonlyMap<string, Clash>>(new Map()),
  }
  watches.set(doc, watch)
  return watch
}
