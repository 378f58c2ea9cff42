/** Frames that may wait to be taken: until the room is open, and behind the one that is being applied. */
const [earlyFrames, waitingFrames] = [64, 4_000]

/** What came from a browser and is not applied yet: each frame is judged by the document as the one before it left it. */
export class Inbox {
  private readonly waiting: Uint8Array[] = []
  /** What Hocuspocus is at work on. */
  private busyWith: Uint8Array | null = null

  get isBusy(): boolean {
    return this.busyWith !== null
  }

  /** False when too many wait already. */
  add(frame: Uint8Array, isRoomOpen: boolean): boolean {
    const most = isRoomOpen ? waitingFrames : earlyFrames
    return this.waiting.length < most && this.waiting.push(frame) > 0
  }

  /** The next frame to look at; null while Hocuspocus has to work on the one before it. */
  next(): Uint8Array | null {
    return this.busyWith ? null : (this.waiting.shift() ?? null)
  }

  workOn(frame: Uint8Array): void {
    this.busyWith = frame
  }

  applied(frame: Uint8Array): void {
    if (frame === this.busyWith) this.busyWith = null
  }
}
