import type { Connection, Hocuspocus } from '@hocuspocus/server'
import { readVarString, readVarUint8Array } from 'lib0/decoding'
import type { Logger } from 'pino'
import type { Member } from '../../member/member'
import { type Allowances, anAllowance, type Share } from '../guard/allowance'
import { type Limit, limited } from '../guard/limit'
import type { Room } from '../live/open-room'
import { type RoomNews, readQuestion } from '../room-news'
import { type Ending, endings } from './endings'
import { type Frame, kinds, openFrame, openSync } from './frame'
import { Gate, type Line } from './gate'
import { Presence } from './presence'
import { Intake } from './take-updates'

const presences: Limit = { burst: 20, perSecond: 10 }
/** How often each end says how much it has sent and what it still waits for, in ms. */
const countedEvery = 3_000
/** Frames that may wait until the room is open. */
const mostWaiting = 64

/** Hocuspocus' own end of the socket. */
type Inner = ReturnType<Hocuspocus['handleConnection']>

/**
 * One browser's socket: what comes in is counted, judged and taken here, each frame before the next. Hocuspocus sees
 * the pass alone, and keeps the connection and who is present.
 */
export class Seat {
  readonly gate: Gate
  mayEdit = false
  sessionId: string | null = null
  private admitted: Member | null = null
  /** The one document this connection is about, as its first frame named it. */
  document: string | null = null
  private connection: Connection | null = null
  private room: Room | null = null
  private inner: Inner | null = null
  private isEnded = false
  private hasAuthenticated = false
  /** What came before the room was open. */
  private waiting: Uint8Array[] = []
  private readonly intake: Intake
  private readonly presence = new Presence()
  private readonly allowsEarly = anAllowance(Date.now)
  /** From the admission on, what all connections of the member share. */
  private share: Share | null = null
  private counting: NodeJS.Timeout | undefined
  private readonly takesPresence = limited(presences, Date.now)

  constructor(
    private readonly line: Line,
    private readonly allowances: Allowances,
    private readonly log: Logger,
    /** Whoever sits here wrote, and may not. */
    readonly onDeclined: (member: Member) => void,
  ) {
    this.intake = new Intake(this, log, Date.now)
    this.gate = new Gate(line, () => this.intake.levelling.isLevel)
  }

  /** Whose seat this is; asked only after it was taken. */
  get member(): Member {
    if (!this.admitted) throw new Error('nobody sits here yet')
    return this.admitted
  }

  get isTaken(): boolean {
    return this.room !== null
  }

  get sits(): { memberId: string; deskId: string; sessionId: string; document: string } | null {
    const { admitted, sessionId, document } = this
    if (!admitted || !sessionId || !document) return null
    return { memberId: admitted.id, deskId: admitted.deskId, sessionId, document }
  }

  receiveWith(inner: Inner): void {
    this.inner = inner
  }

  /** Who sits here, as the pass said and as it changes later; the browser is told when its rights change. */
  admit(member: Member, sessionId: string, mayEdit: boolean): void {
    const isChange = this.isTaken && mayEdit !== this.mayEdit
    if (!this.isEnded) this.share ??= this.allowances.join(member.id)
    this.admitted = member
    this.sessionId = sessionId
    this.mayEdit = mayEdit
    if (isChange) this.tell({ type: 'rights', mayEdit })
    // What was written meanwhile was not taken; now it may be.
    if (isChange && mayEdit && this.room) this.intake.askForAll(this.room)
  }

  /** The room is open: what waited since the pass was shown comes in now. */
  sitDown(room: Room, connection: Connection): void {
    if (this.isEnded) return
    this.room = room
    this.connection = connection
    room.seats.add(this)
    this.gate.watch(room.journal)
    this.counting = setInterval(() => this.countWith(room), countedEvery)
    for (const frame of this.waiting.splice(0)) this.guarded(() => this.take(openFrame(frame), room))
  }

  /** The socket is gone. */
  leave(): void {
    this.isEnded = true
    clearInterval(this.counting)
    this.room?.seats.delete(this)
    if (this.connection) this.presence.leave(this.connection)
    this.share?.leave()
  }

  end(ending: Ending, reason: string = ending): void {
    if (this.isEnded) return
    this.isEnded = true
    this.line.socket.close(endings[ending], reason)
    // A browser that does not answer the closing handshake is cut off.
    setTimeout(() => this.line.socket.terminate(), 2_000).unref()
  }

  tell(news: RoomNews): void {
    if (this.document) this.gate.tell(this.document, news)
  }

  /** Shows what was written. A browser that cannot be shown it is cut off: it comes back and asks for all. */
  show(frame: Uint8Array): void {
    try {
      this.gate.show(frame)
    } catch (error) {
      this.log.error({ err: error }, 'an edit could not be shown')
      this.line.socket.terminate()
    }
  }

  /** One frame from the browser. Never throws: nothing a browser sends may end the process. */
  receive(frame: Uint8Array): void {
    if (this.isEnded) return
    this.guarded(() => {
      if (!(this.share?.allows ?? this.allowsEarly)(frame.length)) this.end('too-fast')
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
    const { document, kind, rest } = openFrame(frame)
    this.document ??= document
    if (document !== this.document) this.end('update-refused', 'another-document')
    else if (kind === kinds.auth) this.takeToken(frame)
    else if (this.room) this.take({ kind, rest }, this.room)
    else if (this.waiting.push(frame) > mostWaiting) this.end('too-fast')
  }

  private take({ kind, rest }: Pick<Frame, 'kind' | 'rest'>, room: Room): void {
    if (this.isEnded) return
    if (kind === kinds.sync || kind === kinds.syncReply) this.intake.take(openSync(rest), room)
    else if (kind === kinds.awareness) this.takePresence(readVarUint8Array(rest), room)
    else if (kind === kinds.stateless) this.hear(readVarString(rest), room)
    // One socket is one room: whoever leaves it has no use for the socket.
    else if (kind === kinds.close) this.end('left')
    else if (kind !== kinds.queryAwareness) this.end('update-refused', 'unknown-message')
  }

  private takeToken(frame: Uint8Array): void {
    // A second token on a connection that is already in would only be logged by Hocuspocus.
    if (this.hasAuthenticated) return
    this.hasAuthenticated = true
    this.inner?.handleMessage(frame)
  }

  private takePresence(bytes: Uint8Array, room: Room): void {
    if (!this.connection || !this.takesPresence()) return
    const take = (clientId: number) => this.intake.takeId(clientId, room)
    this.presence.show(this.connection, bytes, { member: this.member, take })
  }

  private countWith(room: Room): void {
    this.gate.count(room.document)
    this.intake.askAgain(room)
  }

  private hear(payload: string, room: Room): void {
    const question = readQuestion(payload)
    if (question) this.intake.confirm(question, room)
  }
}
