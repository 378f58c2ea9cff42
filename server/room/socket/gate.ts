import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { Journal } from '../kept/keep-updates'
import type { RoomNews } from '../room-news'
import { kindOf, kinds, statelessFrame, syncStatusFrame } from './frame'

/** A browser's socket and the line below it, which can hold bytes back for a moment to send them in one go. */
export type Line = { socket: WebSocket; below: Pick<Duplex, 'cork' | 'uncork'> }

/** What waits for a position: a frame that shows or confirms an edit, or a version to confirm. */
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

  /** Called by Hocuspocus with every frame it has for this browser. */
  send(frame: Uint8Array): void {
    const shown = showing(frame, this.position)
    if (shown) this.hold(shown)
    else this.pass(frame)
  }

  /** Sends something at once that shows no edit. */
  tell(document: string, news: RoomNews): void {
    this.pass(statelessFrame(document, news))
  }

  /** Says at once whether there was nothing in what a reader sent; an edit of theirs is not taken. */
  answer(document: string, isTaken: boolean): void {
    this.pass(syncStatusFrame(document, isTaken))
  }

  /** Confirms a version once everything that came before it is on disk. */
  confirm(document: string, version: number): void {
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
    // What one commit lets out is one call to the system, however many edits were in it.
    this.line.below.cork()
    for (const held of leaving) this.letOut(held)
    this.line.below.uncork()
  }

  private letOut(held: Held): void {
    if ('frame' in held) {
      this.bytes -= held.frame.length
      this.pass(held.frame)
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

  private pass(frame: Uint8Array): void {
    if (this.socket.bufferedAmount > patience) this.socket.terminate()
    else if (this.socket.readyState === this.socket.OPEN) this.socket.send(frame)
  }
}

type Shown = { frame: Uint8Array; position: number }
let latest: { frame: Uint8Array; shown: Shown | null } | null = null

/** A frame that shows or confirms an edit, with what it waits for; null for any other. */
function showing(frame: Uint8Array, position: number): Shown | null {
  // One edit leaves for a hundred browsers in a row: it is looked at once.
  if (latest?.frame === frame && (!latest.shown || latest.shown.position === position)) return latest.shown
  const kind = kindOf(frame)
  const isShown = kind === kinds.sync || kind === kinds.syncReply || kind === kinds.syncStatus
  latest = { frame, shown: isShown ? { frame, position } : null }
  return latest.shown
}
