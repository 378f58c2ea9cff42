import type { Connection, Hocuspocus } from '@hocuspocus/server'
import { readVarUint8Array } from 'lib0/decoding'
import type { Logger } from 'pino'
import type { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { Member } from '../../member/member'
import { clientsOf, decode, hasGap, isForeign, isNothingNew, type Update, whyRefused } from '../guard/guard'
import { type Limit, limited } from '../guard/limit'
import type { Room } from '../live/open-room'
import { type RoomNews, readQuestion } from '../room-news'
import { type Ending, endings } from './endings'
import { kinds, openFrame, openSync, questionFrame, syncKinds } from './frame'
import { Gate } from './gate'
import { Levelling } from './levelling'
import { Presence } from './presence'

const messages: Limit = { burst: 2_000, perSecond: 300 }
const bytes: Limit = { burst: 16 * 1024 * 1024, perSecond: 1024 * 1024 }
const presences: Limit = { burst: 20, perSecond: 10 }
/** Frames that may wait to be taken: until the room is open, and behind the one that is being applied. */
const [earlyFrames, waitingFrames] = [64, 4_000]
const farthestBacklog = 32 * 1024 * 1024

type Sent = { frame: Uint8Array; kind: number; update: Update }

/** Hocuspocus' own end of the socket. */
type Inner = ReturnType<Hocuspocus['handleConnection']>

/** One browser's socket: what comes in is counted and judged here before Hocuspocus sees it. */
export class Seat {
  readonly gate: Gate
  mayEdit = false
  sessionId: string | null = null
  private admitted: Member | null = null
  private document: string | null = null
  private connection: Connection | null = null
  private room: Room | null = null
  private inner: Inner | null = null
  private isEnded = false
  private hasAuthenticated = false
  /** What came and has not been looked at: each frame is judged by the document as the one before it left it. */
  private inbox: Uint8Array[] = []
  /** What Hocuspocus is at work on. */
  private busyWith: Uint8Array | null = null
  private readonly levelling = new Levelling()
  private readonly presence = new Presence()
  private readonly takesMessage = limited(messages, Date.now)
  private readonly takesBytes = limited(bytes, Date.now)
  private readonly takesPresence = limited(presences, Date.now)

  constructor(
    private readonly socket: WebSocket,
    private readonly log: Logger,
  ) {
    this.gate = new Gate(socket, () => this.levelling.isLevel)
  }

  /** Whose seat this is; asked only after it was taken. */
  get member(): Member {
    if (!this.admitted) throw new Error('nobody sits here yet')
    return this.admitted
  }

  get isTaken(): boolean {
    return this.room !== null
  }

  get sits(): { memberId: string; sessionId: string; document: string } | null {
    const { admitted, sessionId, document } = this
    return admitted && sessionId && document ? { memberId: admitted.id, sessionId, document } : null
  }

  receiveWith(inner: Inner): void {
    this.inner = inner
  }

  /** Who sits here, as the pass said and as it changes later; the browser is told when its rights change. */
  admit(member: Member, sessionId: string, mayEdit: boolean): void {
    const isChange = this.isTaken && mayEdit !== this.mayEdit
    this.admitted = member
    this.sessionId = sessionId
    this.mayEdit = mayEdit
    if (this.connection) this.connection.readOnly = !mayEdit
    // What Hocuspocus is at work on it may not take any more.
    if (isChange && !mayEdit && this.busyWith) this.levelling.distrust()
    if (isChange) this.tell({ type: 'rights', mayEdit })
    // What was written meanwhile was not taken; now it may be.
    if (isChange && mayEdit && this.room) this.askForAll(this.room)
  }

  /** The room is open: what waited since the pass was shown comes in now. */
  sitDown(room: Room, connection: Connection): void {
    if (this.isEnded) return
    this.room = room
    this.connection = connection
    connection.readOnly = !this.mayEdit
    room.seats.add(this)
    this.gate.watch(room.journal)
    this.takeNext()
  }

  /** Resolves when all that came in has been applied. */
  async settled(): Promise<void> {
    await this.connection?.waitForPendingMessages()
  }

  /** The socket is gone. */
  leave(): void {
    this.isEnded = true
    this.room?.seats.delete(this)
    if (this.connection) this.presence.leave(this.connection)
  }

  end(ending: Ending, reason: string = ending): void {
    if (this.isEnded) return
    this.isEnded = true
    this.socket.close(endings[ending], reason)
    // A browser that does not answer the closing handshake is cut off.
    setTimeout(() => this.socket.terminate(), 2_000).unref()
  }

  tell(news: RoomNews): void {
    if (this.document) this.gate.tell(this.document, news)
  }

  /** One frame from the browser. Never throws: nothing a browser sends may end the process. */
  receive(frame: Uint8Array): void {
    if (this.isEnded) return
    this.guarded(() => {
      if (!this.takesMessage() || !this.takesBytes(frame.length)) this.end('too-fast')
      else this.sort(frame)
    })
  }

  private guarded(work: () => void): void {
    try {
      work()
    } catch (error) {
      this.log.info({ err: error }, 'a frame was refused')
      this.end('update-refused', 'cannot-be-decoded')
    }
  }

  private sort(frame: Uint8Array): void {
    if (frame.length === 1 && frame[0] === kinds.pong) return
    const { document, kind } = openFrame(frame)
    this.document ??= document
    if (document !== this.document) this.end('update-refused', 'another-document')
    else if (kind === kinds.auth) this.takeToken(frame)
    else if (this.inbox.length >= (this.room ? waitingFrames : earlyFrames)) this.end('too-fast')
    else {
      this.inbox.push(frame)
      this.takeNext()
    }
  }

  /** Takes what has come, until Hocuspocus has to work on something. */
  private takeNext(): void {
    while (this.room && !this.busyWith && !this.isEnded) {
      const frame = this.inbox.shift()
      if (!frame) return
      this.take(frame, this.room)
    }
  }

  private take(frame: Uint8Array, room: Room): void {
    const { kind, rest } = openFrame(frame)
    if (kind === kinds.sync || kind === kinds.syncReply) this.takeSync(frame, openSync(rest), room)
    else if (kind === kinds.awareness) this.takePresence(readVarUint8Array(rest), room)
    else if (kind === kinds.stateless) this.pass(frame)
    // One socket is one room: whoever leaves it has no use for the socket.
    else if (kind === kinds.close) this.end('left')
    else if (kind !== kinds.queryAwareness) this.end('update-refused', 'unknown-message')
  }

  /** A frame has been applied: versions that waited for it may go, and the next one is taken. */
  applied(frame: Uint8Array): void {
    this.levelling.applied(frame)
    this.gate.release()
    if (frame === this.busyWith) this.busyWith = null
    this.guarded(() => this.takeNext())
  }

  private takeToken(frame: Uint8Array): void {
    // A second token on a connection that is already in would only be logged by Hocuspocus.
    if (this.hasAuthenticated) return
    this.hasAuthenticated = true
    this.inner?.handleMessage(frame)
  }

  private pass(frame: Uint8Array): void {
    this.busyWith = frame
    this.inner?.handleMessage(frame)
  }

  private takeSync(frame: Uint8Array, { kind, bytes }: ReturnType<typeof openSync>, room: Room): void {
    const isKnown = kind === syncKinds.step2 && room.differences.isKnown(bytes)
    const update = kind === syncKinds.step1 || isKnown ? null : decode(bytes)
    if (kind === syncKinds.step1) this.takeQuestion(bytes, room)
    else if (isKnown) this.decline(true, kind)
    else if (kind !== syncKinds.step2 && kind !== syncKinds.update)
      this.end('update-refused', 'unknown-message')
    else if (!update) this.end('update-refused', 'cannot-be-decoded')
    else if (this.mayEdit) this.takeUpdate({ frame, kind, update }, room)
    else this.decline(isNothingNew(update, room.doc) && !this.hasForeign(update, room), kind)
  }

  private hasForeign(update: Update, { doc, clients }: Room): boolean {
    return isForeign(update, { doc, ownerOf: clients.ownerOf, memberId: this.member.id })
  }

  private takeQuestion(stateVector: Uint8Array, room: Room): void {
    const has = Y.decodeStateVector(stateVector) // Throws on garbage.
    this.gate.send(room.differences.frameFor(has))
    this.gate.send(questionFrame(room.document, room.doc))
  }

  private takeUpdate(sent: Sent, room: Room): void {
    const memberId = this.member.id
    const { doc, clients, document } = room
    const objection = whyRefused(sent.update, { doc, ownerOf: clients.ownerOf, memberId })
    const isIncomplete = objection === null && hasGap(sent.update, doc)
    if (objection || (isIncomplete && sent.kind === syncKinds.step2)) {
      this.log.warn({ memberId, document, objection }, 'an update was refused')
      this.end('update-refused', objection ?? 'gap')
    } else if (isIncomplete) this.askForAll(room)
    else if (room.journal.backlog > farthestBacklog) this.end('room-moved', 'storage')
    else this.write(sent, room)
  }

  private write({ frame, kind, update }: Sent, room: Room): void {
    for (const client of clientsOf(update, room.doc)) this.takeId(client, room)
    if (kind === syncKinds.step2) this.levelling.waitFor(frame)
    this.pass(frame)
  }

  /** Something was lost on its way: what builds on it is left, and the browser sends all that we lack. */
  private askForAll(room: Room): void {
    if (this.levelling.begin()) this.gate.send(questionFrame(room.document, room.doc))
  }

  private decline(isNothing: boolean, kind: number): void {
    if (!isNothing) this.levelling.refuse()
    else if (kind === syncKinds.step2) this.levelling.reach()
    this.gate.release()
    if (this.document) this.gate.answer(this.document, isNothing)
  }

  private takePresence(bytes: Uint8Array, room: Room): void {
    if (this.connection && this.takesPresence())
      this.presence.show(this.connection, bytes, {
        member: this.member,
        take: (clientId) => this.takeId(clientId, room),
      })
  }

  /** Makes a client id this member's, for ever; false when it is another's. */
  private takeId(clientId: number, { clients, journal }: Room): boolean {
    const memberId = this.member.id
    if (clients.take(clientId, memberId)) journal.bind(clientId, memberId)
    return clients.ownerOf(clientId) === memberId
  }

  /** A stateless message, once everything before it has been applied. */
  hear(payload: string): void {
    const question = readQuestion(payload)
    if (question && this.document) this.gate.confirm(this.document, question.version)
  }
}
