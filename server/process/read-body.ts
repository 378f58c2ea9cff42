import type { IncomingMessage } from 'node:http'

/** A request's body as text; null when it is longer than it may be, of which the rest is not kept. */
export async function readBody(request: IncomingMessage, mostBytes: number): Promise<string | null> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    bytes += chunk.length
    if (bytes <= mostBytes) chunks.push(chunk)
    // Whoever sends on and on is not waited for.
    else if (bytes > 10 * mostBytes) break
  }
  return bytes <= mostBytes ? Buffer.concat(chunks).toString('utf8') : null
}
