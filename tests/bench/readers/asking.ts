import { connect, type Socket } from 'node:net'

/** Where readers ask and what: plain HTTP/1.1 over lines that stay open, one question at a time on each. */
export type Question = { host: string; port: number; path: string; acceptEncoding: string }

/** One line to a server. It reads no more of an answer than its status and its end, so that it is cheaper than who answers. */
export class Line {
  private readonly question: Buffer
  private held: Buffer = Buffer.alloc(0)
  /** Bytes of the answer that are still to come; null while its head is not whole. */
  private missing: number | null = null
  private answered: (() => void) | null = null
  private failed: (error: Error) => void = () => undefined

  private constructor(
    private readonly socket: Socket,
    { host, port, path, acceptEncoding }: Question,
  ) {
    this.question = Buffer.from(
      `GET ${path} HTTP/1.1\r\nhost: ${host}:${port}\r\naccept-encoding: ${acceptEncoding}\r\n\r\n`,
    )
    socket.setNoDelay(true)
    socket.on('data', (part) => this.take(part))
    socket.on('error', (error) => this.failed(error))
    socket.on('close', () => this.failed(new Error('the server closed a line')))
  }

  static open(question: Question): Promise<Line> {
    return new Promise((resolve, reject) => {
      const socket = connect(question.port, question.host, () => resolve(new Line(socket, question)))
      socket.once('error', reject)
    })
  }

  /** Resolves with the last byte of the answer; anything but 200 is a fault. */
  ask(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.answered = resolve
      this.failed = reject
      if (this.socket.destroyed) return reject(new Error('the server closed a line'))
      this.socket.write(this.question)
    })
  }

  close(): void {
    this.failed = () => undefined
    this.socket.destroy()
  }

  private take(part: Buffer): void {
    if (this.missing !== null) this.missing -= part.length
    else {
      this.held = this.held.length ? Buffer.concat([this.held, part]) : part
      const end = this.held.indexOf('\r\n\r\n')
      if (end < 0) return
      const head = this.held.toString('latin1', 0, end)
      const [, length] = /\r\ncontent-length: (\d+)/i.exec(head) ?? []
      if (!head.startsWith('HTTP/1.1 200') || !length)
        return void this.failed(new Error(`it was answered with ${head.split('\r\n')[0]}`))
      this.missing = Number(length) - (this.held.length - end - 4)
    }
    if (this.missing > 0) return
    this.missing = null
    this.held = Buffer.alloc(0)
    this.answered?.()
  }
}
