/** One value of DER (ITU-T X.690): its tag and what stands in it. */
export type Der = { tag: number; content: Uint8Array }

/** The bytes of one value with this tag and these parts in it, one after the other. */
export function derOf(tag: number, ...parts: Uint8Array[]): Uint8Array {
  const size = parts.reduce((sum, part) => sum + part.length, 0)
  const length: number[] = []
  for (let left = size; left > 0; left = Math.floor(left / 256)) length.unshift(left % 256)
  const head = size < 128 ? [tag, size] : [tag, 128 + length.length, ...length]
  return joined([Uint8Array.from(head), ...parts])
}

/** The values that stand one after the other in these bytes; throws a RangeError where they are none of definite length. */
export function readDer(bytes: Uint8Array): Der[] {
  const values: Der[] = []
  for (let at = 0; at < bytes.length; ) {
    const [tag = 0, first = 0x80] = bytes.subarray(at, at + 2)
    const more = first < 128 ? 0 : first - 128
    if ((tag & 0x1f) === 0x1f || first === 128 || more > 4) throw new RangeError('this is not DER')
    const sizes = bytes.subarray(at + 2, at + 2 + more)
    const size = first < 128 ? first : sizes.reduce((sum, byte) => sum * 256 + byte, 0)
    const start = at + 2 + more
    if (sizes.length < more || start + size > bytes.length) throw new RangeError('this ends too early')
    values.push({ tag, content: bytes.subarray(start, start + size) })
    at = start + size
  }
  return values
}

/** The values inside one. */
export const inside = (value: Der | undefined): Der[] => (value ? readDer(value.content) : [])

/** What an octet string holds, also where it comes in pieces. */
export function octetsIn(value: Der | undefined): Uint8Array {
  if (!value) return new Uint8Array()
  return value.tag === 0x24 ? joined(inside(value).map(octetsIn)) : value.content
}

function joined(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
