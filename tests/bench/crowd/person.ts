import { once } from 'node:events'
import { v7 as newId } from 'uuid'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { setVerdict } from '../../../server/room/doc/claim-values'
import { markClaim } from '../../../server/room/doc/marks'
import { openDoc, ownClock, textOf } from '../../../server/room/doc/room-doc'
import { type Dialect, hear, speak } from './wire'

/** A place in a room of some server. */
export type Place = {
  url: string
  dialect: Dialect
  document: string
  token: string
  hash: string
  text: string
}

/** Where an edit ends, counted by its author's clock: servers may merge edits on their way, clocks stay. */
export type Written = { author: number; until: number }

/** What a person hears that is counted. */
export type Ears = {
  /** What somebody else wrote is on this screen, from one clock to another. */
  seen: (author: number, from: number, to: number) => void
  /** One's own edit is confirmed. */
  confirmed: (madeAt: number) => void
}

/** As our browsers ask for receipts, in ms. */
const askedEvery = 50

/**
 * Somebody who marks, rates and types letter by letter, and takes no more of what others write than where it ends:
 * a hundred of them fit into one process beside the server they measure.
 */
export class Person {
  private readonly doc = openDoc()
  private readonly claimId = newId()
  private readonly speech: ReturnType<typeof speak>
  /** How far each author is known here, as a browser that has applied everything knows it. */
  private readonly reached = new Map<number, number>()
  private unconfirmed: { version: number; madeAt: number }[] = []
  private version = 0
  private asked = 0
  private askedAt = Number.NEGATIVE_INFINITY
  private askingLater: NodeJS.Timeout | undefined
  private edits = 0
  private sent = 0
  private clock = 0
  private socket: WebSocket | null = null

  constructor(
    private readonly place: Place,
    private readonly ears: Ears,
    /** Our rooms confirm versions, Hocuspocus each edit, y-websocket nothing. */
    private readonly asksVersions: boolean,
  ) {
    this.speech = speak(place.dialect, place.document)
    this.doc.on('update', (update: Uint8Array) => this.send(update))
  }

  /** Enters; resolves when the document has come. */
  async enter(): Promise<void> {
    const { url, dialect, document, token } = this.place
    const socket = new WebSocket(dialect === 'y-websocket' ? `${url}/${document}` : url)
    await once(socket, 'open')
    this.socket = socket
    if (dialect === 'hocuspocus') socket.send(this.speech.pass(token))
    const entered = new Promise<void>((resolve, reject) => {
      socket.on('message', (data) => this.listen(new Uint8Array(data as Buffer), resolve)) // `ws` gives Buffers.
      socket.once('close', (code, reason) => reject(new Error(`the room closed: ${code} ${reason}`)))
    })
    socket.send(this.speech.ask(Uint8Array.of(0)))
    await entered
    this.mark(this.claimId)
  }

  /** One letter; each fortieth time another mark, each twentieth a verdict. */
  edit(): Written {
    this.version += 1
    this.unconfirmed.push({ version: this.version, madeAt: performance.now() })
    this.edits += 1
    if (this.edits % 40 === 0) this.mark(newId())
    else if (this.edits % 20 === 0)
      setVerdict(this.doc, { id: this.claimId, verdict: this.verdict() }, this.verdict(1))
    else this.type()
    this.ask()
    return { author: this.doc.clientID, until: Y.getState(this.doc.store, this.doc.clientID) }
  }

  point(): void {
    this.clock += 1
    const selection = { start: this.clock * 7, end: this.clock * 7 + 30 }
    const state = { user: { name: 'Somebody' }, claimId: this.claimId, selection }
    this.socket?.send(this.speech.cursor(this.doc.clientID, this.clock, state))
  }

  leave(): void {
    clearTimeout(this.askingLater)
    this.socket?.removeAllListeners('close')
    this.socket?.close()
  }

  private send(update: Uint8Array): void {
    if (!this.socket) return
    this.sent += 1
    this.socket.send(this.speech.edit(update))
  }

  private verdict(later = 0) {
    return (Math.floor(this.edits / 20) + later) % 2 === 0 ? 'true' : 'false'
  }

  private type(): void {
    const statement = textOf(this.doc, 'statement', this.claimId)
    statement.insert(statement.length, String.fromCharCode(97 + (this.edits % 26)))
  }

  private mark(id: string): void {
    const { hash, text } = this.place
    markClaim(this.doc, {
      id,
      at: new Date().toISOString(),
      revision: hash,
      text,
      span: { start: 0, end: 60 },
      appearance: null,
    })
  }

  private ask(): void {
    if (!this.asksVersions || this.asked > 0) return
    const early = this.askedAt + askedEvery - performance.now()
    clearTimeout(this.askingLater)
    if (early > 0) {
      this.askingLater = setTimeout(() => this.ask(), early)
      return
    }
    this.askedAt = performance.now()
    this.asked = this.version
    this.socket?.send(this.speech.version(this.version, { sent: this.sent, ...ownClock(this.doc) }))
  }

  private listen(frame: Uint8Array, entered: () => void): void {
    const heard = hear(this.place.dialect, frame)
    if (heard.type === 'edit') this.learn(heard.update)
    else if (heard.type === 'document') {
      this.learn(heard.update)
      entered()
    } else if (heard.type === 'question')
      this.socket?.send(this.speech.tell(Y.encodeStateAsUpdate(this.doc, heard.stateVector)))
    else if (heard.type === 'taken' && !this.asksVersions) this.confirm(this.unconfirmed.splice(0, 1))
    else if (heard.type === 'kept') {
      this.confirm(this.unconfirmed.filter(({ version }) => version <= heard.version))
      this.unconfirmed = this.unconfirmed.filter(({ version }) => version > heard.version)
      this.asked = 0
      if (this.unconfirmed.length > 0) this.ask()
    } else if (heard.type === 'refused') throw new Error('an edit was refused')
  }

  private confirm(edits: { madeAt: number }[]): void {
    for (const { madeAt } of edits) this.ears.confirmed(madeAt)
  }

  /** What builds on something that has not come is not on the screen: it comes with the next answer. */
  private learn(update: Uint8Array): void {
    for (const { author, from, to } of spansOf(update)) {
      const reached = this.reached.get(author) ?? 0
      if (from > reached || to <= reached) continue
      this.reached.set(author, to)
      this.ears.seen(author, reached, to)
    }
  }
}

/** What an update brings of each author, worked out once for all who hear it. */
function spansOf(update: Uint8Array): Span[] {
  const key = Buffer.from(update).toString('latin1')
  let spans = known.get(key)
  if (!spans) {
    const { from, to } = Y.parseUpdateMeta(update)
    spans = [...to].map(([author, end]) => ({ author, from: from.get(author) ?? 0, to: end }))
    if (known.size > 5_000) known.clear()
    known.set(key, spans)
  }
  return spans
}
type Span = { author: number; from: number; to: number }
const known = new Map<string, Span[]>()
