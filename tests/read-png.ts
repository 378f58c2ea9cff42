import { inflateSync } from 'node:zlib'

/** A picture's pixels; `at` gives red, green and blue. */
export type Picture = {
  width: number
  height: number
  at: (x: number, y: number) => [number, number, number]
}

/** Reads an uncrossed PNG of 8 bits in RGB or RGBA (W3C PNG, third edition), without the library that wrote it. */
export function readPng(bytes: Buffer): Picture {
  if (bytes.toString('latin1', 1, 4) !== 'PNG') throw new Error('this is no PNG')
  const header = bytes.subarray(16)
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const channels = { 2: 3, 6: 4 }[header[9] ?? 0]
  if (header[8] !== 8 || !channels || header[12] !== 0) throw new Error('this PNG is of another kind')
  const rows = unfiltered(inflateSync(Buffer.concat([...dataOf(bytes)])), { width, height, channels })
  const at = (x: number, y: number): [number, number, number] => {
    const from = (y * width + x) * channels
    return [rows[from] ?? 0, rows[from + 1] ?? 0, rows[from + 2] ?? 0]
  }
  return { width, height, at }
}

function* dataOf(bytes: Buffer): Generator<Buffer> {
  for (let from = 8; from < bytes.length; ) {
    const length = bytes.readUInt32BE(from)
    if (bytes.toString('latin1', from + 4, from + 8) === 'IDAT')
      yield bytes.subarray(from + 8, from + 8 + length)
    from += 12 + length
  }
}

type Size = { width: number; height: number; channels: number }

function unfiltered(raw: Buffer, { width, height, channels }: Size): Uint8Array {
  const line = width * channels
  const out = new Uint8Array(line * height)
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (line + 1)] ?? 0
    for (let x = 0; x < line; x++) {
      const left = x >= channels ? (out[y * line + x - channels] ?? 0) : 0
      const up = y ? (out[(y - 1) * line + x] ?? 0) : 0
      const corner = x >= channels && y ? (out[(y - 1) * line + x - channels] ?? 0) : 0
      const guess = [0, left, up, (left + up) >> 1, nearest(left, up, corner)][filter] ?? 0
      out[y * line + x] = (raw[y * (line + 1) + 1 + x] ?? 0) + guess
    }
  }
  return out
}

function nearest(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const far = (value: number) => Math.abs(guess - value)
  if (far(left) <= far(up) && far(left) <= far(corner)) return left
  return far(up) <= far(corner) ? up : corner
}
