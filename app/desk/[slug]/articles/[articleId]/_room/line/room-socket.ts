import { HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import type { RoomNews } from '@/server/room/room-news'
import { kinds, openFrame, openSync, partFrame, syncKinds, writtenFrame } from '@/server/room/socket/frame'
import { splitUpdate } from '@/server/room/socket/split-update'

/** The room takes frames of 256 KB; smaller ones let others have their turn in between. */
const longestUpdate = 64 * 1024

/** What was sent on one connection and what came, in frames; `edits` since the last answer, null when some are missing. */
type Count = { sent: number; answers: number; edits: number | null }

type Closed = Parameters<HocuspocusProviderWebsocket['onClose']>[0]

/**
 * The socket of a room. What is too long for a frame leaves in parts, and what leaves and comes is counted as the
 * server counts it, so that each end misses what was lost on its way. There is one connection at a time, and one next
 * try, after `delay` ms from the close of the last.
 */
export class RoomSocket extends HocuspocusProviderWebsocket {
  private readonly counts = new WeakMap<object, Count>()

  constructor(configuration: ConstructorParameters<typeof HocuspocusProviderWebsocket>[0]) {
    // A line that opens and closes again would be tried twice: by its own repetition, and by its close.
    super({ ...configuration, maxAttempts: 1 })
    this.on('message', ({ data }: { data: ArrayBuffer }) => this.countHeard(new Uint8Array(data)))
  }

  /** Frames with edits that were sent on the connection that is open now. */
  get sent(): number {
    return this.count.sent
  }

  /** Whether less came than the server says it sent; then also until an answer has brought all that lacks. */
  lacks({ answers, edits }: Pick<Extract<RoomNews, { type: 'told' }>, 'answers' | 'edits'>): boolean {
    const { count } = this
    if (count.answers === answers && count.edits === edits) return false
    count.answers = answers
    count.edits = null
    return true
  }

  override send(frame: Uint8Array): void {
    const { webSocket } = this
    // What waits for a connection comes by here again.
    const isOpen = webSocket !== null && webSocket.readyState === webSocket.OPEN
    for (const part of isOpen ? inParts(frame) : [frame]) {
      if (isOpen && editKind(part) === syncKinds.update) this.count.sent += 1
      super.send(part)
    }
  }

  override onClose(closed: Closed): void {
    this.cancelWebsocketRetry?.()
    const next = setTimeout(() => {
      if (this.shouldConnect) void this.connect()
    }, this.configuration.delay)
    // Who connects before takes its place.
    this.cancelWebsocketRetry = () => clearTimeout(next)
    super.onClose(closed)
  }

  /** Gives the connection up, if there is one, without waiting for the other end; the next try comes as after any close. */
  giveUp(): void {
    if (this.webSocket) this.emit('close', { event: { code: 4408, reason: 'given-up' } })
  }

  private get count(): Count {
    const connection = this.webSocket ?? this
    const count = this.counts.get(connection) ?? { sent: 0, answers: 0, edits: 0 }
    this.counts.set(connection, count)
    return count
  }

  private countHeard(frame: Uint8Array): void {
    const { count } = this
    const kind = editKind(frame)
    if (kind === syncKinds.step2) {
      count.answers += 1
      count.edits = 0
    } else if (kind === syncKinds.update && count.edits !== null) count.edits += 1
  }
}

/** Which kind of sync message this is; null for any other frame. */
function editKind(frame: Uint8Array): number | null {
  // A sign of life names no document.
  if (frame.length === 1) return null
  const { kind, rest } = openFrame(frame)
  return kind === kinds.sync ? openSync(rest).kind : null
}

function inParts(frame: Uint8Array): Uint8Array[] {
  if (frame.length <= longestUpdate) return [frame]
  const { document, kind, rest } = openFrame(frame)
  if (kind !== kinds.sync) return [frame]
  const message = openSync(rest)
  const parts = splitUpdate(message.bytes, longestUpdate)
  if (message.kind === syncKinds.update) return parts.map((part) => writtenFrame(document, part))
  if (message.kind !== syncKinds.step2) return [frame]
  return parts.map((part, index) => partFrame(document, { index, count: parts.length }, part))
}
