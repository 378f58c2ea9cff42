import type { IncomingMessage } from 'node:http'
import { readBody } from '../process/read-body'
import { longestComment } from './guest-link'
import type { Tried } from './page/forms'

/** What a guest's form brings. */
export type Sent = { act: 'comment' | 'given' | 'refused'; text: string; hash: string }

/** The most bytes that a form may have: the longest comment, when each of its letters is written as twelve. */
const mostBytes = 160_000

/** Reads a form that a guest sent; what is no form of theirs, or too long to be read, is told like a wrong input. */
export async function readSent(request: IncomingMessage): Promise<Sent | Tried> {
  const body = await readBody(request, mostBytes)
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
