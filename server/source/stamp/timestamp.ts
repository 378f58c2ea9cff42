import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { type Der, derOf, inside, octetsIn, readDer } from './der'

/** Object identifiers, as DER writes them: SHA-256, signed data (RFC 5652), and what a timestamp says (RFC 3161). */
const sha256Id = '608648016503040201'
const signedDataId = '2a864886f70d010702'
const timestampId = '2a864886f70d0109100104'

/** What a request asked for: the hash in hex, and eight bytes by which its answer is known. */
export type Asked = { sha256: string; nonce: Uint8Array }

/** The request for a timestamp of a hash, with the certificate in the answer (RFC 3161, 2.4.1). */
export function timestampRequest({ sha256, nonce }: Asked): Uint8Array {
  const algorithm = derOf(0x30, derOf(0x06, hexToBytes(sha256Id)), derOf(0x05))
  const imprint = derOf(0x30, algorithm, derOf(0x04, hexToBytes(sha256)))
  const yes = derOf(0x01, Uint8Array.of(0xff))
  return derOf(0x30, derOf(0x02, Uint8Array.of(1)), imprint, derOf(0x02, positive(nonce)), yes)
}

/** What is wrong with an answer: the authority refused, it cannot be read, or it is about something else. */
export type StampFault = 'stamp-refused' | 'stamp-unreadable' | 'stamp-of-another'

/**
 * The time that an answer states for what was asked, once its status grants it and its imprint and nonce are those of the
 * request. Its signature is not looked at: whoever doubts it has the answer and an authority's certificate of their own.
 */
export function readTimestamp(answer: Uint8Array, asked: Asked): { at: Date } | { fault: StampFault } {
  try {
    const [response] = readDer(answer)
    const [status, token] = inside(response)
    const [granted] = inside(status)
    if (!granted || bytesToHex(granted.content) > '01') return { fault: 'stamp-refused' }
    return timeIn(statedIn(token), asked)
  } catch (error) {
    if (error instanceof RangeError) return { fault: 'stamp-unreadable' }
    throw error
  }
}

/** The values of what is stated (TSTInfo) within a token. */
function statedIn(token: Der | undefined): Der[] {
  const [type, wrapped] = inside(token)
  if (hexOf(type) !== signedDataId) return []
  const [signed] = inside(wrapped)
  const content = inside(signed)[2]
  const [stated, octets] = inside(content)
  if (hexOf(stated) !== timestampId) return []
  const [info] = readDer(octetsIn(inside(octets)[0]))
  return inside(info)
}

function timeIn(stated: Der[], asked: Asked): { at: Date } | { fault: StampFault } {
  const [, , imprint, , time, ...rest] = stated
  const [algorithm, hash] = inside(imprint)
  const at = time?.tag === 0x18 ? timeOf(new TextDecoder().decode(time.content)) : null
  if (!at) return { fault: 'stamp-unreadable' }
  const nonce = rest.find(({ tag }) => tag === 0x02)
  const isAsked =
    hexOf(inside(algorithm)[0]) === sha256Id &&
    bytesToHex(octetsIn(hash)) === asked.sha256 &&
    hexOf(nonce) === bytesToHex(positive(asked.nonce))
  return isAsked ? { at } : { fault: 'stamp-of-another' }
}

const hexOf = (value: Der | undefined) => (value ? bytesToHex(value.content) : '')

// The first byte of a number says its sign, and may not be an empty one.
const positive = ([first = 0, ...rest]: Uint8Array) => Uint8Array.from([(first & 0x3f) | 0x40, ...rest])

function timeOf(text: string): Date | null {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d+)?Z$/.exec(text)
  if (!parts) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, rest = 0] = parts
    .slice(1)
    .map(Number)
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute, second, Math.floor((rest || 0) * 1000)))
  return Number.isNaN(at.getTime()) ? null : at
}
