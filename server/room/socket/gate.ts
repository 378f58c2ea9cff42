import type { WebSocket } from 'ws'
import type { Journal } from '../keep-updates'
import { kindOf, kinds, type RoomNews, statelessFrame } from './frame'

type Held = { frame: Uint8Array; position: number; isReceipt: boolean }

/** Bytes that may wait in one socket, for the disk or for a slow reader. */
const patience = 16 * 1024 * 1024

/**
 * What leaves for one browser. Everything that shows or confirms an edit waits until the edit is on disk; cursors
 * and news pass at once. Receipts also wait until all the browser has sent can be read.
 */
export class Gate {
  private journal: Journal | null = null
  private held: Held[] = []
  private receipts: Uint8Array[] = []
  private bytes = 0

  constructor(
    private readonly socket: WebSocket,
    private readonly isComplete: () => boolean,
  ) {}

  get readyState(): number {
    return this.socket.readyState
  }

  /** Called by Hocuspocus with every frame it has for this browser. */
  send(frame: Uint8Array): void {
    const kind = kindOf(frame)
    if (kind === kinds.sync || kind === kinds.syncReply) this.hold(frame, false)
    else if (kind === kinds.syncStatus) this.hold(frame, true)
    else this.pass(frame)
  }

  /** Sends something at once that shows no edit. */
  tell(document: string, news: RoomNews): void {
    this.pass(statelessFrame(document, news))
  }

  /** Confirms a version once everything that came before it is on disk. */
  confirm(document: string, version: number): void {
    this.hold(statelessFrame(document, { type: 'kept', version }), true)
  }

  close(code?: number, reason?: string): void {
    this.socket.close(code, reason)
  }

  /** From here on, this is the journal to wait for. */
  watch(journal: Journal): void {
    this.journal = journal
    for (const held of this.held) held.position = journal.position
    this.release()
  }

  /** Lets out what no longer has to wait. */
  release(): void {
    const { journal } = this
    if (!journal || journal.isLost) return
    if (this.receipts.length > 0 && this.isComplete())
      for (const frame of this.receipts.splice(0)) this.hold(frame, true)
    let next = this.held[0]
    while (next && next.position <= journal.committed) {
      this.held.shift()
      this.bytes -= next.frame.length
      if (next.isReceipt && !this.isComplete()) this.receipts.push(next.frame)
      else this.pass(next.frame)
      next = this.held[0]
    }
  }

  private hold(frame: Uint8Array, isReceipt: boolean): void {
    this.held.push({ frame, position: this.journal?.position ?? Number.POSITIVE_INFINITY, isReceipt })
    this.bytes += frame.length
    if (this.bytes > patience) this.socket.terminate()
    else this.release()
  }

  private pass(frame: Uint8Array): void {
    if (this.socket.bufferedAmount > patience) this.socket.terminate()
    else if (this.socket.readyState === this.socket.OPEN) this.socket.send(frame)
  }
}
