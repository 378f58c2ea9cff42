import type { Logger } from 'pino'
import * as Y from 'yjs'
import { hasClock } from '../doc/room-doc'
import { clientsOf, decode, hasGap, isForeign, isNothingNew, type Update, whyRefused } from '../guard/guard'
import { type Limit, limited } from '../guard/limit'
import type { Room } from '../live/open-room'
import type { RoomQuestion } from '../room-news'
import { type Part, questionFrame, type SyncMessage, syncKinds } from './frame'
import { Levelling } from './levelling'
import type { Seat } from './seat'

/** Bytes that may wait for the disk; less than may wait in one socket, so that readers are not cut off before. */
const farthestBacklog = 8 * 1024 * 1024
/** A browser asks where it misses something; each answer may be as large as the room. */
const answers: Limit = { burst: 10, perSecond: 1 }
/** Whoever may not write and does is said once a minute, however much they send. */
const declines: Limit = { burst: 1, perSecond: 1 / 60 }

/** Messages that bring something. */
const brings = new Set<number>([syncKinds.step2, syncKinds.update, syncKinds.part])

type Sent = SyncMessage & { update: Update }
type Sitting = Pick<Seat, 'member' | 'mayEdit' | 'gate' | 'end' | 'onDeclined'>

/** What a browser writes: judged here, and then written into the room's document. */
export class Intake {
  readonly levelling: Levelling
  private readonly mayAnswer: ReturnType<typeof limited>
  private readonly saysDeclined: ReturnType<typeof limited>
  /** What the last answer waits for. */
  private answeredAt = 0
  /** Frames with edits that came on this connection. */
  private heard = 0

  constructor(
    private readonly seat: Sitting,
    private readonly log: Logger,
    now: () => number,
  ) {
    this.levelling = new Levelling(now)
    this.mayAnswer = limited(answers, now)
    this.saysDeclined = limited(declines, now)
  }

  take(message: SyncMessage, room: Room): void {
    const { kind, bytes } = message
    if (kind === syncKinds.update) this.heard += 1
    if (kind === syncKinds.step1) this.answer(bytes, room)
    else if (kind === syncKinds.step2 && room.differences.isKnown(bytes)) this.reach(null)
    else if (!brings.has(kind)) this.seat.end('update-refused', 'unknown-message')
    else this.takeUpdate(message, room)
  }

  /** Something was lost on its way: what builds on it is left, and the browser sends all that we lack. */
  askForAll(room: Room): void {
    if (this.levelling.begin()) this.ask(room)
  }

  /** Asks once more for what does not come, as a question or an answer may have been lost, too. */
  askAgain(room: Room): void {
    if (this.levelling.isStuck) this.ask(room)
  }

  /** Confirms a version once it is on disk with all before it; what the browser counts and we lack was lost. */
  confirm({ version, sent, ...own }: RoomQuestion, room: Room): void {
    const isLost = sent > this.heard || !hasClock(room.doc, own)
    this.heard = sent
    if (isLost) this.askForAll(room)
    this.seat.gate.confirm(room.document, version)
  }

  /** Makes a client id the member's, for ever; false when it is another's. */
  takeId(clientId: number, { clients, journal }: Room): boolean {
    const memberId = this.seat.member.id
    if (clients.take(clientId, memberId)) journal.bind(clientId, memberId)
    return clients.ownerOf(clientId) === memberId
  }

  private answer(stateVector: Uint8Array, room: Room): void {
    const has = Y.decodeStateVector(stateVector) // Throws on garbage.
    // One that still waits for the disk is enough, and whoever asks too often asks again.
    if (room.journal.committed < this.answeredAt || !this.mayAnswer()) return
    this.answeredAt = room.journal.position
    this.seat.gate.answer(room.differences.frameFor(has))
    // What it has that the room lacks is told once; from then on both ends count what they send.
    if (!this.levelling.isLevel) this.ask(room)
  }

  private ask({ document, doc }: Room): void {
    this.levelling.ask()
    this.seat.gate.send(questionFrame(document, doc))
  }

  private takeUpdate(message: SyncMessage, room: Room): void {
    const update = decode(message.bytes)
    if (!update) this.seat.end('update-refused', 'cannot-be-decoded')
    else if (this.seat.mayEdit) this.judge({ ...message, update }, room)
    else this.decline({ ...message, update }, room)
  }

  private judge(sent: Sent, room: Room): void {
    const memberId = this.seat.member.id
    const { doc, clients, document } = room
    const objection = whyRefused(sent.update, { doc, ownerOf: clients.ownerOf, memberId })
    const isIncomplete = objection === null && hasGap(sent.update, doc)
    if (objection || (isIncomplete && sent.kind === syncKinds.step2)) {
      this.log.warn({ memberId, document, objection }, 'an update was refused')
      this.seat.end('update-refused', objection ?? 'gap')
    } else if (isIncomplete) this.askForAll(room)
    else if (room.journal.backlog > farthestBacklog) this.seat.end('room-moved', 'storage')
    else this.write(sent, room)
  }

  private write({ bytes, kind, part, update }: Sent, room: Room): void {
    for (const client of clientsOf(update, room.doc)) this.takeId(client, room)
    // The seat is the origin: the journal knows from it who wrote.
    Y.applyUpdate(room.doc, bytes, this.seat)
    if (kind !== syncKinds.update) this.reach(part)
  }

  /** Whoever may not edit has nothing taken; there may be nothing in it. */
  private decline({ kind, part, update }: Sent, room: Room): void {
    if (!isNothingNew(update, room.doc) || this.hasForeign(update, room)) {
      this.levelling.refuse()
      if (this.saysDeclined()) this.seat.onDeclined(this.seat.member)
    } else if (kind !== syncKinds.update) this.reach(part)
  }

  /** The browser has told all it has, or a part of it: versions that waited for that may go. */
  private reach(part: Part | null): void {
    if (part) this.levelling.reachPart(part)
    else this.levelling.reach()
    this.seat.gate.release()
  }

  private hasForeign(update: Update, { doc, clients }: Room): boolean {
    return isForeign(update, { doc, ownerOf: clients.ownerOf, memberId: this.seat.member.id })
  }
}
