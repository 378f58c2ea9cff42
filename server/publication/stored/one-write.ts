/** What node:http can write in one go with the headers: the bytes as text of Latin-1, a letter a byte; more of them go as they are. */
export function inOneWrite(bytes: Buffer): string | Buffer {
  if (bytes.length > mostAsText) return bytes
  const known = texts.get(bytes)
  if (known !== undefined) return known
  const text = bytes.toString('latin1')
  texts.set(bytes, text)
  return text
}

// Beyond it, copying the bytes behind the headers costs more than a second write.
const mostAsText = 32 * 1024
// A text goes with its bytes: pages that are asked for no more cost no memory.
const texts = new WeakMap<Buffer, string>()
