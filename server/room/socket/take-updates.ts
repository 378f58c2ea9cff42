import type { Logger } from 'pino'
import * as Y from 'yjs'
import { hasClock } from '../doc/room-doc'
import { clientsOf, decode, hasGap, isForeign, isNothingNew, type Update, whyRefused } from '../guard/guard'
import { type Limit, limited } from '../guard/limit'
import type { Room } from '../live/open-room'
import type { RoomQuestion } from '../room-news'
import { type openSync, questionFrame, syncKinds } from './frame'
import { Levelling } from './levelling'
import type { Seat } from './seat'

/** Bytes that may wait for the disk; less than may wait in one socket, so that readers are not cut off before. */
const farthestBacklog = 8 * 1024 * 1024
/** A browser asks every three seconds; each answer may be as large as the room. */
const answers: Limit = { burst: 10, perSecond: 1 }

type Sent = { bytes: Uint8Array; kind: number; update: Update }
type Sitting = Pick<Seat, 'member' | 'mayEdit' | 'gate' | 'end'>

/** What a browser writes: judged here, and then written into the room's document. */
export class Intake {
  readonly levelling = new Levelling()
  private readonly mayAnswer = limited(answers, Date.now)
  /** What the last answer waits for. */
  private answeredAt = 0

  constructor(
    private readonly seat: Sitting,
    private readonly log: Logger,
  ) {}

  take({ kind, bytes }: ReturnType<typeof openSync>, room: Room): void {
    const isKnown = kind === syncKinds.step2 && room.differences.isKnown(bytes)
    const update = kind === syncKinds.step1 || isKnown ? null : decode(bytes)
    if (kind === syncKinds.step1) this.answer(bytes, room)
    else if (isKnown) this.decline(true, kind)
    else if (kind !== syncKinds.step2 && kind !== syncKinds.update)
      this.seat.end('update-refused', 'unknown-message')
    else if (!update) this.seat.end('update-refused', 'cannot-be-decoded')
    else if (this.seat.mayEdit) this.judge({ bytes, kind, update }, room)
    else this.decline(isNothingNew(update, room.doc) && !this.hasForeign(update, room), kind)
  }

  /** Something was lost on its way: what builds on it is left, and the browser sends all that we lack. */
  askForAll(room: Room): void {
    if (this.levelling.begin()) this.seat.gate.send(questionFrame(room.document, room.doc))
  }

  /** Confirms a version once it is on disk with all before it; what the browser counts and we lack was lost. */
  confirm({ version, ...own }: RoomQuestion, room: Room): void {
    if (!hasClock(room.doc, own)) this.askForAll(room)
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
    this.seat.gate.send(questionFrame(room.document, room.doc))
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

  private write({ bytes, kind, update }: Sent, room: Room): void {
    for (const client of clientsOf(update, room.doc)) this.takeId(client, room)
    // The seat is the origin: the journal knows from it who wrote.
    Y.applyUpdate(room.doc, bytes, this.seat)
    if (kind === syncKinds.step2) this.reach()
  }

  private decline(isNothing: boolean, kind: number): void {
    if (!isNothing) this.levelling.refuse()
    else if (kind === syncKinds.step2) this.reach()
  }

  /** Versions that waited until the browser had told all it has may go now. */
  private reach(): void {
    this.levelling.reach()
    this.seat.gate.release()
  }

  private hasForeign(update: Update, { doc, clients }: Room): boolean {
    return isForeign(update, { doc, ownerOf: clients.ownerOf, memberId: this.seat.member.id })
  }
}
