import type { HocuspocusProvider } from '@hocuspocus/provider'
import type { Role } from '@/db/vocabulary'
import type { Block } from '@/server/article/extract/extraction'
import type { Claim } from '@/server/claim/claim'
import { readClaims } from '@/server/room/doc/room-claims'
import type { RoomDoc } from '@/server/room/doc/room-doc'
import { openDoc } from '@/server/room/doc/room-doc'
import { undoFor } from '@/server/room/doc/undo'
import { type FollowedClaims, followClaims, type RoomClaims } from './claim-store'
import type { Line } from './line/line'
import { type Link, linkRoom } from './line/link'
import type { Saving } from './line/saving'
import type { Stop } from './line/stop'
import { followPeople, type Person } from './people-store'
import { type Store, storeOf } from './store'

/** What the page brings: the article as it is read, and who reads it. */
export type Workspace = {
  desk: { slug: string; name: string; sourcesNeeded: number; language: string; timeZone: string }
  member: { id: string; name: string; role: Role }
  article: { id: string; address: string | null; isOwn: boolean; publicNumber: number | null }
  revision: {
    id: string
    number: number
    hash: string
    text: string
    blocks: Block[]
    title: string
    byline: string[]
    published: string | null
    publisher: string | null
    language: string | null
    /** Whether it came as a file, which can be had again as it came. */
    hasFile: boolean
  }
  revisionsCount: number
  /** Which life of the room this is: a restore from a backup begins another. */
  lineage: string
}

/** An open room: the document, what follows from it, and the line to the server. */
export type OpenRoom = {
  doc: RoomDoc
  /** The origin of this person's structured acts: what Ctrl+Z takes back. */
  origin: object
  undo: ReturnType<typeof undoFor>
  claims: Store<RoomClaims>
  keepPublished: FollowedClaims['keepPublished']
  people: Store<Person[]>
  line: Store<Line>
  saving: Store<Saving>
  provider: HocuspocusProvider
  reconnect: () => void
  /** Removes the copy on this device, with all that was not sent. */
  forget: () => Promise<void>
  /** Which life of the room this is; a page that stood open across a restore came with the one before. */
  lineage: string
  /** What this window held of the room before it was restored, where the device keeps no copy. */
  left: Claim[]
  /** The sentence for the one polite live region. */
  said: Store<string>
  /** The window whose reading place this one follows. */
  following: Store<{ window: number; name: string } | null>
}

type Door = {
  askForPass: () => Promise<string>
  whyRefused: (error: unknown) => Stop | null
  restoredTo: (error: unknown) => string | null
  /** The room has begun anew; gives what was in it here, where this device keeps no copy. */
  onRestored: (lineage: string, left: Claim[]) => void
  lookAgain: () => void
}

/** Opens the room of an article; `enter` is called once it can be worked in, the answer leaves it. */
export function openRoom(
  workspace: Workspace & Pick<OpenRoom, 'left'>,
  door: Door,
  enter: (room: OpenRoom) => void,
): () => void {
  const doc = openDoc()
  const claims = followClaims(doc)
  let isLeft = false
  let leave = () => doc.destroy()
  let hasCopy = false
  const options = {
    doc,
    articleId: workspace.article.id,
    memberId: workspace.member.id,
    lineage: workspace.lineage,
    ...door,
    onRestored: (lineage: string) => door.onRestored(lineage, hasCopy ? [] : readClaims(doc)),
  }
  void linkRoom(options, () => isLeft).then((link) => {
    if (!link) return
    hasCopy = link.hasCopy
    const people = followPeople(link.provider)
    const { store, keepPublished } = claims
    const room = roomOf(doc, workspace, link, { claims: store, keepPublished, people: people.store })
    const stopWaiting = whenFilled(room, () => enter(room))
    leave = () => {
      stopWaiting()
      people.stop()
      claims.stop()
      link.leave()
      doc.destroy()
    }
  })
  return () => {
    isLeft = true
    leave()
  }
}

/** Waits for the first words of the room, from this device or the server, so that nobody sees an empty list first. */
function whenFilled({ claims, line }: OpenRoom, act: () => void): () => void {
  const isFilled = () => {
    const { connection, stopped } = line.get()
    return connection !== 'connecting' || stopped !== null || claims.get().byId.size > 0
  }
  if (isFilled()) {
    act()
    return () => undefined
  }
  const stop = line.subscribe(() => {
    if (!isFilled()) return
    stop()
    act()
  })
  return stop
}

function roomOf(
  doc: RoomDoc,
  { member, lineage, left }: Workspace & Pick<OpenRoom, 'left'>,
  link: Link,
  stores: Pick<OpenRoom, 'claims' | 'keepPublished' | 'people'>,
): OpenRoom {
  const origin = { by: member.id }
  link.provider.setAwarenessField('user', { memberId: member.id, name: member.name, role: member.role })
  return {
    doc,
    origin,
    undo: undoFor(doc, origin),
    ...stores,
    line: link.line,
    saving: link.saving,
    provider: link.provider,
    reconnect: link.reconnect,
    forget: link.forget,
    lineage,
    left,
    said: storeOf(''),
    following: storeOf<{ window: number; name: string } | null>(null),
  }
}
