import type { IncomingMessage } from 'node:http'
import { longestComment } from './guest-link'
import type { Tried } from './page/forms'

/** What a guest's form brings. */
export type Sent = { act: 'comment' | 'given' | 'refused'; text: string; hash: string }

/** The most bytes that a form may have: the longest comment, when each of its letters is written as twelve. */
const mostBytes = 160_000

/** Reads a form that a guest sent; what is no form of theirs, or too long to be read, is told like a wrong input. */
export async function readSent(request: IncomingMessage): Promise<Sent | Tried> {
  const body = await readBody(request)
  const wrong: Tried = { form: 'comment', text: '', refusal: { code: 'input-wrong' } }
  if (body === null)
    return { ...wrong, refusal: { code: 'guest-too-long', values: { most: longestComment } } }
  const fields = new URLSearchParams(body)
  // Browsers send a line's end as two letters; kept words have one.
  const text = (fields.get('text') ?? '').replaceAll('\r\n', '\n')
  const act = fields.get('act')
  if (text.includes('\0') || !text.isWellFormed()) return wrong
  if (act !== 'comment' && act !== 'given' && act !== 'refused') return wrong
  return { act, text, hash: fields.get('hash') ?? '' }
}

/** A request's body as text; null when it is longer than any form of ours, of which the rest is not kept. */
async function readBody(request: IncomingMessage): Promise<string | null> {
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
