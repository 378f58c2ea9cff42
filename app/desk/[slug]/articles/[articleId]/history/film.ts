import type { Claim } from '@/server/claim/claim'
import { type Change, changesBetween } from '@/server/room/history/changes'
import { type Moment, momentsOf, writersAround } from '@/server/room/history/moments'
import type { ReplayPage } from '@/server/room/history/read-replay'
import { openReplay } from '@/server/room/history/replay'
import { standingAmong } from '@/server/room/history/standing'
import { followClaims } from '../_room/claim-store'
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
      const moments = momentsOf(replay.lived())
      const scene = storeOf<Scene>({ index: -1, moment: null, claims: [], did: [], writers: [] })
      const claimsAt = openClaims(replay)
      return {
        moments,
        scene,
        show: (wanted) => {
          const index = Math.min(Math.max(wanted, 0), moments.length)
          if (index !== scene.get().index) scene.set(sceneAt(moments, index, claimsAt))
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

type ClaimsAt = ReturnType<typeof openClaims>

/** Gives the claims after so many updates; forward only those are read again that an update touched. */
function openClaims(replay: ReturnType<typeof openReplay>) {
  let doc = replay.docAt(0)
  let followed = followClaims(doc)
  return (count: number) => {
    const now = replay.docAt(count)
    if (now !== doc) {
      followed.stop()
      doc = now
      followed = followClaims(doc)
    }
    return { doc, ...followed.store.get() }
  }
}

function sceneAt(moments: readonly Moment[], index: number, claimsAt: ClaimsAt): Scene {
  const moment = moments[index - 1] ?? null
  const touched = moment?.claims ?? []
  const before = claimsAt(moments[index - 2]?.end ?? 0)
  const stoodBefore = new Map(
    touched.map((id) => {
      const claim = before.byId.get(id)
      return [id, claim ? standingAmong(before.doc, claim, []) : null]
    }),
  )
  const { doc, claims, byId } = claimsAt(moment?.end ?? 0)
  const did = touched.flatMap((id): Did[] => {
    const claim = byId.get(id)
    if (!claim) return []
    const changes = changesBetween(stoodBefore.get(id) ?? null, standingAmong(doc, claim, touched))
    const at = claims.indexOf(claim)
    return [{ claim, number: at < 0 ? null : at + 1, changes }]
  })
  return { index, moment, claims, did, writers: writersAround(moments, index - 1) }
}

function fromBase64(text: string): Uint8Array {
  const binary = atob(text)
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0))
}
