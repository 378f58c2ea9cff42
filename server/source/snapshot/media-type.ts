import { typeOfFile } from '../../article/file/file-type'
import type { Refusal } from '../../refusal'
import { mostEvidenceBytes } from './snapshot'

/** Kinds of files by the bytes they begin with; "?" stands for any one. */
const beginnings: [string, string][] = [
  ['image/png', '89504e470d0a1a0a'],
  ['image/jpeg', 'ffd8ff'],
  ['image/gif', '474946383761'],
  ['image/gif', '474946383961'],
  ['image/webp', '52494646????????57454250'],
  ['application/pdf', '255044462d'],
  ['application/zip', '504b0304'],
  ['audio/mpeg', '494433'],
  ['video/mp4', '????????66747970'],
  ['video/webm', '1a45dfa3'],
  ['application/gzip', '1f8b08'],
]

/** A document of Word, which is an archive by its first bytes. */
export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Pictures that a browser may be shown as pictures; no SVG, as that may hold a script. */
export const shownPictures = ['image/png', 'image/jpeg', 'image/gif', 'image/webp']

/** What bytes are, by themselves and never by what a name or a server calls them; only text is told apart by the word of its server. */
export function mediaTypeOf(bytes: Uint8Array, said = ''): string {
  const start = Array.from(bytes.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
  const found = beginnings.find(([, pattern]) => fits(start, pattern))
  if (found?.[0] === 'application/zip' && typeOfFile(bytes) === 'docx') return wordType
  if (found) return found[0]
  if (bytes.subarray(0, 4096).includes(0)) return 'application/octet-stream'
  const named = said.split(';')[0]?.trim().toLowerCase() ?? ''
  if (/^(?:text\/html|application\/xhtml\+xml)$/.test(named)) return 'text/html'
  if (looksLikePage(bytes)) return 'text/html'
  return /^(?:text\/[\w.+-]+|application\/(?:[\w.]+\+)?(?:json|xml))$/.test(named) ? named : 'text/plain'
}

const looksLikePage = (bytes: Uint8Array) =>
  /^\s*(?:<!doctype html|<html)/i.test(new TextDecoder('latin1').decode(bytes.subarray(0, 512)))

function fits(start: string, pattern: string): boolean {
  return [...pattern].every((sign, at) => sign === '?' || sign === start[at])
}

/** Why a file cannot be attached to a source; null when it can. */
export function whyNotAttach(bytes: Uint8Array): Refusal | null {
  if (bytes.length === 0) return { code: 'evidence-empty' }
  if (bytes.length > mostEvidenceBytes)
    return { code: 'evidence-too-large', values: { most: mostEvidenceBytes / 1_000_000 } }
  return null
}

/** With which every copy, file and pack is handed out. */
export const copyHeaders = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  // Somebody else's page: whatever is in it, nothing of it runs or is fetched, and it is of no origin.
  'content-security-policy':
    "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
}
