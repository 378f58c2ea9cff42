import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import type { Dispatcher } from 'undici'
import { joined } from '../../bytes/read-slices'
import { type RefusalCode, Refused } from '../../refusal'

/** The bytes of an answer, unpacked. They are counted after that: a small archive may hold gigabytes. */
export async function readBytes(
  response: Dispatcher.ResponseData,
  { maxBytes, signal }: { maxBytes: number; signal: AbortSignal },
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  const stream = unpacked(response.body, String(response.headers['content-encoding'] ?? ''))
  const stop = () => stream.destroy(new Error('the time is up'))
  signal.addEventListener('abort', stop, { once: true })
  try {
    for await (const chunk of stream) {
      size += chunk.length
      if (size > maxBytes) return refuse('page-too-large')
      chunks.push(chunk)
    }
  } finally {
    signal.removeEventListener('abort', stop)
    response.body.on('error', ignoreEnd).destroy()
  }
  return joined(chunks)
}

function unpacked(body: Readable, encoding: string): Readable {
  const unpackers = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name && name !== 'identity')
  if (unpackers.length > 2) return refuse('page-failed')
  return unpackers.toReversed().reduce<Readable>((stream, name) => {
    const unpacker = unpackerFor(name)
    stream.on('error', (fault) => unpacker.destroy(fault))
    return stream.pipe(unpacker)
  }, body)
}

function unpackerFor(name: string) {
  if (name === 'gzip' || name === 'x-gzip') return createGunzip()
  if (name === 'deflate') return createInflate()
  if (name === 'br') return createBrotliDecompress()
  return refuse('page-failed')
}

// A body nobody reads any more may still end in an error, and nobody must hear of it.
export function ignoreEnd(): void {}

function refuse(code: RefusalCode): never {
  throw new Refused({ code })
}
