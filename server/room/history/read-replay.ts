import { documentOf } from '../doc/room-doc'
import { readNames } from './read-history'
import { readLastSequence, readUpdates } from './read-updates'

type ReplayedRow = {
  sequence: number
  at: number
  memberId: string
  claims: string[]
  sources: string[]
  bytes: string
}

/** A page of a room's life in the order of its updates; `bytes` as base64, times in ms since 1970. */
export type ReplayPage = {
  updates: ReplayedRow[]
  /** The sequence of the room's last update at this moment. */
  last: number
  names: Record<string, string>
}

const page = { rows: 2_000, bytes: 700_000 }

/** The next updates of an article's room after a sequence, to be replayed in a browser. */
export async function readReplay(asked: { articleId: string; after: number }): Promise<ReplayPage> {
  const document = documentOf(asked.articleId)
  const last = await readLastSequence(document)
  const updates = await readUpdates({ document, after: asked.after, to: last, ...page })
  return {
    updates: updates.map(({ sequence, at, memberId, claims, sources, bytes }) => ({
      sequence,
      at: at.getTime(),
      memberId,
      claims,
      sources,
      bytes: bytes.toString('base64'),
    })),
    last,
    names: await readNames(updates.map(({ memberId }) => memberId)),
  }
}
