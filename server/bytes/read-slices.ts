import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'

/** How many bytes are taken at once: hashing or copying more of them would hold up the rooms of this process. */
export const sliceBytes = 500_000

/** Bytes a slice at a time; between two of them everybody else is answered. */
export async function* slicesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += sliceBytes) {
    if (at > 0) await setImmediate()
    yield bytes.subarray(at, at + sliceBytes)
  }
}

/** SHA-256 of bytes, in hex. */
export async function hashOf(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256')
  for await (const slice of slicesOf(bytes)) hash.update(slice)
  return hash.digest('hex')
}

/** Pieces, none much larger than a slice, put together into bytes of their own. */
export async function joined(pieces: readonly Uint8Array[]): Promise<Buffer> {
  const whole = Buffer.allocUnsafeSlow(pieces.reduce((size, { length }) => size + length, 0))
  let [at, rest] = [0, sliceBytes]
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
    rest -= piece.length
    if (rest > 0) continue
    rest = sliceBytes
    await setImmediate()
  }
  return whole
}
