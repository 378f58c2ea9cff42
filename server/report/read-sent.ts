import type { IncomingMessage } from 'node:http'
import { cleaned } from '../form/form'
import { readBody } from '../process/read-body'
import { nothingWritten, reportFields, type Written } from './report'

/** What a form brought; `trap` is the field that people do not see. */
export type SentForm = { written: Written; token: string; trap: string }

/** The most bytes that a form may have: all fields full, when each letter is written as twelve, and as much again. */
const mostBytes = 256_000

/** Reads a form that a reader sent; null when it is too long to be read. */
export async function readSentForm(request: IncomingMessage): Promise<SentForm | null> {
  const body = await readBody(request, mostBytes)
  if (body === null) return null
  const fields = new URLSearchParams(body)
  const written = { ...nothingWritten }
  for (const field of reportFields) written[field] = cleaned(fields.get(field) ?? '').trim()
  return { written, token: fields.get('form') ?? '', trap: fields.get('website') ?? '' }
}
