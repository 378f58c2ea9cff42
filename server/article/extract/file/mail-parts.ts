/** A piece of a message (RFC 2045): its headers by name in lower case, and its bytes as they were before they were sent. */
export type MailPart = { headers: Map<string, string>; type: string; bytes: Uint8Array }

/** How deep messages may lie in each other; deeper ones are no mail of anybody's. */
const deepest = 8

/** The pieces of a message with words or pictures, in order, those that lie in other pieces among them. */
export function mailParts(raw: Uint8Array): MailPart[] {
  // Bytes as letters of the same number: headers and boundaries are ASCII, and nothing else is looked at.
  return partsOf(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('latin1'), 0)
}

/** The headers at the head of a message. */
export function headersOf(raw: Uint8Array): Map<string, string> {
  return split(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('latin1')).headers
}

/** A header's words: encoded ones (RFC 2047) are decoded, bytes of UTF-8 are read as such. */
export function decodeHeader(value: string): string {
  const joined = value.replace(/(\?=)\s+(?==\?)/g, '$1')
  const words = joined.replace(
    /=\?([\w-]+)(?:\*[\w-]+)?\?([BQ])\?([^?]*)\?=/gi,
    (_, charset: string, way: string, text: string) => {
      const bytes =
        way.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : quoted(text.replaceAll('_', ' '))
      return decode(bytes, charset)
    },
  )
  return words === value ? decode(Buffer.from(value, 'latin1'), 'utf-8') : words
}

/** The text of a piece, by the charset that it names. */
export function textOf({ headers, bytes }: MailPart): string {
  return decode(bytes, parameter(headers.get('content-type') ?? '', 'charset') ?? 'utf-8')
}

function partsOf(message: string, depth: number): MailPart[] {
  const { headers, body } = split(message)
  const stated = headers.get('content-type') ?? 'text/plain'
  const type = stated.split(';')[0]?.trim().toLowerCase() ?? ''
  const boundary = parameter(stated, 'boundary')
  if (type.startsWith('multipart/') && boundary && depth < deepest)
    return piecesBetween(body, boundary).flatMap((piece) => partsOf(piece, depth + 1))
  return [{ headers, type, bytes: decoded(body, headers.get('content-transfer-encoding') ?? '') }]
}

function split(message: string): { headers: Map<string, string>; body: string } {
  const end = /\r?\n\r?\n/.exec(message)
  const head = end ? message.slice(0, end.index) : message
  const headers = new Map<string, string>()
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name, value] = /^([!-9;-~]+):\s*(.*)$/.exec(line) ?? []
    if (name && !headers.has(name.toLowerCase())) headers.set(name.toLowerCase(), value ?? '')
  }
  return { headers, body: end ? message.slice(end.index + end[0].length) : '' }
}

function piecesBetween(body: string, boundary: string): string[] {
  const pieces = `\n${body}`.split(
    new RegExp(`\\r?\\n--${boundary.replace(/[^\w]/g, '\\$&')}(?=--|[ \\t]*\\r?\\n)`),
  )
  return pieces
    .slice(1)
    .filter((piece) => !piece.startsWith('--'))
    .map((piece) => piece.replace(/^[ \t]*\r?\n/, ''))
}

function parameter(header: string, name: string): string | null {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(header)
  return match?.[1] ?? match?.[2] ?? null
}

function decoded(body: string, encoding: string): Uint8Array {
  if (/base64/i.test(encoding)) return Buffer.from(body, 'base64')
  return /quoted-printable/i.test(encoding)
    ? quoted(body.replace(/=[ \t]*\r?\n/g, ''))
    : Buffer.from(body, 'latin1')
}

function quoted(text: string): Uint8Array {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return Buffer.from(bytes, 'latin1')
}

function decode(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    // It names a charset that nobody knows or that its bytes are not: Windows-1252 reads whatever there is.
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
