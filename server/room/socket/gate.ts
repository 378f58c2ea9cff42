import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { Journal } from '../kept/keep-updates'
import type { RoomNews } from '../room-news'
import { statelessFrame } from './frame'

/** A browser's socket and the line below it, which can hold bytes back for a moment to send them in one go. */
export type Line = { socket: WebSocket; below: Pick<Duplex, 'cork' | 'uncork'> }

/** What waits for a position: a frame that tells what is in the document, or a version to confirm. */
type Held = { position: number } & Waiting
type Waiting = { frame: Uint8Array } | { document: string; version: number }

/** Bytes that may wait in one socket, for the disk or for a slow reader. */
const patience = 16 * 1024 * 1024

/**
 * What leaves for one browser. Everything that shows or confirms an edit waits until the edit is on disk; cursors
 * and news pass at once. A version also waits until all that the browser has is in the document.
 */
export class Gate {
  private journal: Journal | null = null
  private held: Held[] = []
  private bytes = 0
  private unconfirmed: { document: string; version: number } | null = null
  /** Answers that left, and since the last of them edits; without an answer a browser follows nothing. */
  private told = { answers: 0, edits: 0 }

  constructor(
    private readonly line: Line,
    /** The browser has told, on this connection, all it has, and all of it was taken. */
    private readonly isLevel: () => boolean,
  ) {}

  get readyState(): number {
    return this.socket.readyState
  }

  private get socket(): WebSocket {
    return this.line.socket
  }

  /** Sends a frame that shows no edit; called by Hocuspocus with every frame it has for this browser. */
  send(frame: Uint8Array): void {
    if (this.socket.bufferedAmount > patience) this.socket.terminate()
    else if (this.socket.readyState === this.socket.OPEN) this.socket.send(frame)
  }

  /** Tells what is in the document now, once all of that is on disk. */
  answer(frame: Uint8Array): void {
    this.hold({ frame, position: this.position })
  }

  /** Shows what has been written to disk since it was last called, and lets out what waited for that. */
  show(frame: Uint8Array): void {
    // What one commit lets out is one call to the system.
    this.line.below.cork()
    this.release()
    if (this.told.answers > 0) {
      this.told.edits += 1
      this.send(frame)
    }
    this.line.below.uncork()
  }

  /** Sends something at once that shows no edit. */
  tell(document: string, news: RoomNews): void {
    this.send(statelessFrame(document, news))
  }

  /** Says how much was sent, so that the browser misses what was lost. */
  count(document: string): void {
    if (this.told.answers > 0) this.tell(document, { type: 'told', ...this.told })
  }

  /** Confirms a version once everything that came before it is on disk, and what it counts and was lost on its way. */
  confirm(document: string, version: number): void {
    // What was lost is not in the document yet: where it will stand among what is written is not known before it comes.
    if (!this.isLevel()) {
      this.unconfirmed = { document, version }
      return
    }
    const last = this.held.at(-1)
    // One receipt is enough for all that was asked at the same point.
    if (last && 'version' in last && last.position === this.position)
      last.version = Math.max(last.version, version)
    else this.hold({ document, version, position: this.position })
  }

  close(code?: number, reason?: string): void {
    this.socket.close(code, reason)
  }

  /** From here on, this is the journal to wait for. */
  watch(journal: Journal): void {
    this.journal = journal
    this.held = this.held.map((held) => ({ ...held, position: journal.position }))
    this.release()
  }

  /** Lets out what no longer has to wait. */
  release(): void {
    const { journal } = this
    if (!journal || journal.isLost) return
    this.askAgain(journal.position)
    const staying = this.held.findIndex(({ position }) => position > journal.committed)
    if (this.held.length === 0 || staying === 0) return
    const leaving = this.held.splice(0, staying < 0 ? this.held.length : staying)
    for (const held of leaving) this.letOut(held)
  }

  private letOut(held: Held): void {
    if ('frame' in held) {
      this.bytes -= held.frame.length
      this.told = { answers: this.told.answers + 1, edits: 0 }
      this.send(held.frame)
    } else if (this.isLevel()) this.tell(held.document, { type: 'kept', version: held.version })
    else this.unconfirmed = held
  }

  /** A version that could not be confirmed waits anew, for all that has come since. */
  private askAgain(position: number): void {
    if (!this.unconfirmed || !this.isLevel()) return
    this.held.push({ ...this.unconfirmed, position })
    this.unconfirmed = null
  }

  private get position(): number {
    return this.journal?.position ?? Number.POSITIVE_INFINITY
  }

  private hold(held: Held): void {
    this.held.push(held)
    if ('frame' in held) this.bytes += held.frame.length
    if (this.bytes > patience) this.socket.terminate()
    else this.release()
  }
}
