import { WebSocket } from 'ws'
import { kinds, openFrame } from '../../server/room/socket/frame'

type Way = 'out' | 'in'

/** The line between one browser and the server: it can be cut, lose frames, and hold them back. */
export class Line {
  private isCut = false
  private toLose = { out: 0, in: 0 }
  private held: (() => void)[] | null = null
  private sockets = new Set<WebSocket>()

  constructor(private readonly url: () => string) {}

  /** The class of sockets that go over this line, for the provider. */
  socketClass(): typeof WebSocket {
    const line = this
    // The provider knows no more of a socket than what this one has.
    return class extends WebSocket {
      constructor() {
        super(line.isCut ? 'ws://127.0.0.1:1' : line.url())
        line.sockets.add(this)
        // A socket that is given up while it connects says so as an error that nobody else hears.
        this.on('error', () => {})
        this.on('close', () => line.sockets.delete(this))
      }

      override send(frame: Uint8Array): void {
        line.carry('out', frame, () => this.readyState === this.OPEN && super.send(frame))
      }

      override emit(event: string | symbol, ...args: unknown[]): boolean {
        if (event !== 'message') return super.emit(event, ...args)
        const frame = new Uint8Array(args[0] as Buffer) // `ws` gives Buffers unless told otherwise.
        line.carry('in', frame, () => super.emit(event, ...args))
        return true
      }
    } as unknown as typeof WebSocket
  }

  /** The network is gone, without a word to either side. */
  cut(): void {
    this.isCut = true
    this.held = null
    for (const socket of this.sockets) socket.terminate()
  }

  /** The next frames one way do not arrive. */
  lose(way: Way, count: number): void {
    this.toLose[way] = count
  }

  /** From now on frames wait, in their order, both ways. */
  hold(): void {
    this.held ??= []
  }

  /** Nothing is wrong any more; what was held arrives. */
  heal(): void {
    this.isCut = false
    this.toLose = { out: 0, in: 0 }
    const waiting = this.held ?? []
    this.held = null
    for (const deliver of waiting) deliver()
  }

  private carry(way: Way, frame: Uint8Array, deliver: () => void): void {
    // Who may come in is no part of this: a lost pass is a connection that ends by itself.
    const isLost = this.toLose[way] > 0 && frame.length > 1 && openFrame(frame).kind !== kinds.auth
    if (isLost) this.toLose[way] -= 1
    else if (this.held) this.held.push(deliver)
    else deliver()
  }
}
