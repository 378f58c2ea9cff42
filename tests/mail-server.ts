import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'

export type Received = { to: string[]; text: string }

type Options = {
  /** The answer to each address it is to take mail for; `250 ok` where nothing else is said. */
  answerTo?: (to: string) => string
  /** Called when a whole mail is there, before the server's yes. */
  beforeYes?: (socket: Socket) => Promise<void> | void
}

/** A mail server that keeps what it is sent (RFC 5321, as much as a client needs). */
export async function openMailServer({ answerTo = () => '250 ok', beforeYes }: Options = {}) {
  const received: Received[] = []
  const server = createServer((socket) => {
    socket.on('error', () => {}) // A test may cut the line.
    socket.write('220 mail.example\r\n')
    let to: string[] = []
    let body: string | null = null
    let read = ''
    const say = (answer: string) => socket.write(`${answer}\r\n`)
    socket.on('data', async (bytes) => {
      read += String(bytes)
      for (;;) {
        const end = body === null ? read.indexOf('\r\n') : read.indexOf('\r\n.\r\n')
        if (end < 0) return
        const part = read.slice(0, end)
        read = read.slice(end + (body === null ? 2 : 5))
        if (body !== null) {
          await beforeYes?.(socket)
          received.push({ to, text: part.replaceAll('\r\n', '\n').replace(/^\.\./gm, '.') })
          ;[to, body] = [[], null]
          say('250 kept')
        } else if (/^(EHLO|HELO)/i.test(part)) say('250 mail.example')
        else if (/^RCPT TO:/i.test(part)) {
          const address = /<([^>]*)>/.exec(part)?.[1] ?? ''
          const answer = answerTo(address)
          if (answer.startsWith('2')) to.push(address)
          say(answer)
        } else if (/^DATA/i.test(part)) {
          body = ''
          say('354 go on')
        } else if (/^QUIT/i.test(part)) {
          say('221 bye')
          socket.end()
        } else say('250 ok')
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // It listens on TCP.
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    close: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  }
}
