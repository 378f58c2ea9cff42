/**
 * Whether a browser has told, on this connection, all that it has and the room lacked, and all of it was taken. Only
 * then may its versions be confirmed.
 */
export class Levelling {
  /** The room has asked for everything and waits for it. */
  hasAsked = false
  private hasTold = false
  private hasRefused = false
  private frame: Uint8Array | null = null

  get isLevel(): boolean {
    return this.hasTold && !this.hasRefused
  }

  /** Something was lost on its way; true when the browser is to be asked for everything, once. */
  begin(): boolean {
    this.hasTold = false
    const isFirst = !this.hasAsked
    this.hasAsked = true
    return isFirst
  }

  /** The browser tells all it has with this frame, once it is applied. */
  waitFor(frame: Uint8Array): void {
    this.frame = frame
  }

  applied(frame: Uint8Array): void {
    if (frame === this.frame) this.reach()
  }

  /** Something it sent was not taken, or may not be: what it tells next decides. */
  refuse(): void {
    this.hasRefused = true
  }

  /** What is being applied may not be taken any more. */
  distrust(): void {
    this.hasRefused = true
    this.frame = null
  }

  reach(): void {
    this.hasTold = true
    this.hasAsked = false
    this.hasRefused = false
  }
}
