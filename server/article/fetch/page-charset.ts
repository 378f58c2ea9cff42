/** Turns a page's bytes into text: by byte order mark, then the header's charset, then the page's own, else UTF-8. */
export function decodePage(bytes: Uint8Array, contentType: string): string {
  const named = markOf(bytes) ?? charsetIn(contentType) ?? charsetOfPage(bytes) ?? 'utf-8'
  return decoderFor(named).decode(bytes)
}

/**
 * Turns a file's bytes into text as a page's; one that names no charset and is no UTF-8 is Windows-1252, as on the web. So
 * is one that names UTF-8 where more of its letters beyond ASCII cannot be read so than can.
 */
export function decodeFile(bytes: Uint8Array): string {
  const named = markOf(bytes) ?? charsetOfPage(bytes)
  if (named) {
    const text = decoderFor(named).decode(bytes)
    return isMisread(text) ? new TextDecoder('windows-1252').decode(bytes) : text
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function isMisread(text: string): boolean {
  const unread = text.match(/\uFFFD/g)?.length ?? 0
  return unread > 0 && unread > (text.match(/[^\p{ASCII}]/gu)?.length ?? 0) / 2
}

function markOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return null
}

function charsetIn(text: string): string | null {
  return /charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(text)?.[1] ?? null
}

// The page says so in its first bytes, in ASCII whatever the charset: <meta charset>, http-equiv or <?xml encoding?>.
function charsetOfPage(bytes: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  const meta =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(start) ??
    /<\?xml[^>]+encoding\s*=\s*["']([\w:.-]+)/i.exec(start)
  return meta?.[1] ?? null
}

function decoderFor(label: string): TextDecoder {
  try {
    return new TextDecoder(label)
  } catch {
    // A charset nobody knows: the web's own default is the best guess left.
    return new TextDecoder('utf-8')
  }
}

/** Whether bytes are no text at all, such as a picture sent as a page. */
export function isBinary(bytes: Uint8Array): boolean {
  if (markOf(bytes)?.startsWith('utf-16')) return false
  return bytes.subarray(0, 2048).includes(0)
}
