import type { Claim } from '@/server/claim/claim'
import { type Change, changesBetween } from '@/server/room/history/changes'
import { type Moment, writersAround } from '@/server/room/history/moments'
import type { ReplayPage } from '@/server/room/history/read-replay'
import { openReplay, type Replay } from '@/server/room/history/replay'
import { type Store, storeOf } from '../_room/store'

/** What a moment did to one claim. `number` is its place in the text then; null once it is deleted. */
export type Did = { claim: Claim; number: number | null; changes: Change[] }

/** The room as it stood after a moment; before the first one it was empty. */
export type Scene = {
  /** How many moments lie behind: 0 is the empty room. */
  index: number
  moment: Moment | null
  claims: Claim[]
  did: Did[]
  /** Who was writing then, the moment's member first. */
  writers: string[]
}

/** A room's life that has been read whole, and the scene that is shown of it. */
export type Film = {
  moments: readonly Moment[]
  scene: Store<Scene>
  show: (index: number) => void
  nameOf: (memberId: string) => string
  /** The index from which on an update, named by its sequence, is in the scene. */
  indexOf: (sequence: number) => number
}

/** Collects the pages of a room's life; `develop` makes the film of them. */
export function collectFilm() {
  const replay = openReplay()
  const sequences: number[] = []
  const names = new Map<string, string>()
  return {
    take: (page: ReplayPage) => {
      for (const [id, name] of Object.entries(page.names)) names.set(id, name)
      for (const { sequence } of page.updates) sequences.push(sequence)
      replay.take(page.updates.map(({ bytes, ...update }) => ({ ...update, bytes: fromBase64(bytes) })))
    },
    last: () => sequences.at(-1) ?? 0,
    develop: (): Film => {
      replay.finish()
      const { moments } = replay
      const scene = storeOf<Scene>({ index: -1, moment: null, claims: [], did: [], writers: [] })
      return {
        moments,
        scene,
        show: (wanted) => {
          const index = Math.min(Math.max(wanted, 0), moments.length)
          if (index !== scene.get().index) scene.set(sceneAt(replay, index))
        },
        nameOf: (memberId) => names.get(memberId) ?? '',
        indexOf: (sequence) => {
          const count = sequences.findLastIndex((one) => one <= sequence) + 1
          const at = moments.findIndex(({ end }) => end >= count)
          return at < 0 ? moments.length : at + 1
        },
      }
    },
  }
}

function sceneAt(replay: Replay, index: number): Scene {
  const moment = replay.moments[index - 1] ?? null
  const claims = replay.claimsAt(index)
  const did = (moment?.claims ?? []).flatMap((id): Did[] => {
    const after = replay.standingAt(id, index)
    if (!after) return []
    const at = claims.indexOf(after.claim)
    const changes = changesBetween(replay.standingAt(id, index - 1), after)
    return [{ claim: after.claim, number: at < 0 ? null : at + 1, changes }]
  })
  return { index, moment, claims, did, writers: writersAround(replay.moments, index - 1) }
}

function fromBase64(text: string): Uint8Array {
  const binary = atob(text)
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0))
}
