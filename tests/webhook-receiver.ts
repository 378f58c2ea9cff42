import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'

export type Received = { headers: Record<string, string>; body: string; at: number }

/** An address of this machine that webhooks can be sent to; `answer` says with which status, or hangs up. */
export async function openReceiver(answer: (received: Received, count: number) => number | 'hang up') {
  const received: Received[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += String(chunk)))
    request.on('end', () => {
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, said]) => [name, String(said)]),
      )
      const one = { headers, body, at: Date.now() }
      received.push(one)
      const status = answer(one, received.length)
      if (status === 'hang up') return void request.socket.destroy()
      // Where a redirect would be followed, it would come back to us.
      response.writeHead(status, { location: '/elsewhere' }).end('x'.repeat(100_000))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  const port = bound && typeof bound === 'object' ? bound.port : 0
  return {
    received,
    host: `127.0.0.1:${port}`,
    address: `http://127.0.0.1:${port}/hook`,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Whether a message is from who holds the secret, and as it was sent: as a receiver checks it (Standard Webhooks). */
export function isGenuine({ headers, body }: Pick<Received, 'headers' | 'body'>, secret: string): boolean {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  const content = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  const expected = createHmac('sha256', key).update(content).digest()
  return (headers['webhook-signature'] ?? '').split(' ').some((signature) => {
    const [version, said = ''] = signature.split(',')
    const given = Buffer.from(said, 'base64')
    return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected)
  })
}
