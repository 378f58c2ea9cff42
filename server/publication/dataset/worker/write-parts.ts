import { createHash } from 'node:crypto'
import { constants, createGzip } from 'node:zlib'
import type { DatasetFile } from '../data-package'

/** A file whose parts are kept: `keptBytes` is how large they are together, packed by gzip or not. */
export type WrittenFile = DatasetFile & { keptBytes: number; isPacked: boolean }
/** Takes bytes in order; both wait while what came before is on its way. */
export type FileWriter = { write: (bytes: Buffer) => Promise<void>; end: () => Promise<WrittenFile> }
export type Keep = (name: string, place: number, bytes: Buffer) => Promise<void>

type Opened = Pick<WrittenFile, 'name' | 'mediatype' | 'isPacked'>

/** Bytes of a part: what a process holds at most of a file that it copies or hands out. */
const partSize = 256 * 1024

/** Begins a file that is kept in parts as it is written, so that no more than a part of it is held. */
export function openFile(file: Opened, keep: Keep): FileWriter {
  const hash = createHash('sha256')
  const parts = openParts((place, part) => keep(file.name, place, part))
  const into = file.isPacked ? packing(parts) : parts
  let bytes = 0
  return {
    write: (some) => {
      hash.update(some)
      bytes += some.length
      return into.write(some)
    },
    end: async () => {
      const keptBytes = await into.end()
      return { ...file, bytes, sha256: hash.digest('hex'), keptBytes }
    },
  }
}

/** Gives how many bytes there were in all. */
type Into = { write: (bytes: Buffer) => Promise<void>; end: () => Promise<number> }

function openParts(keep: (place: number, part: Buffer) => Promise<void>): Into {
  let waiting: Buffer = Buffer.alloc(0)
  let [place, all] = [0, 0]
  const write = async (bytes: Buffer, least = partSize) => {
    waiting = waiting.length ? Buffer.concat([waiting, bytes]) : bytes
    for (; waiting.length >= least && waiting.length; waiting = waiting.subarray(partSize)) {
      const part = waiting.subarray(0, partSize)
      all += part.length
      await keep(place++, part)
    }
  }
  return {
    write: (bytes) => write(bytes),
    end: async () => {
      await write(Buffer.alloc(0), 1)
      return all
    },
  }
}

function packing(into: Into): Into {
  // Made each night and fetched by few: the quickest that helps has to do.
  const gzip = createGzip({ level: constants.Z_BEST_SPEED, chunkSize: partSize })
  const packed = (async () => {
    for await (const bytes of gzip) await into.write(bytes)
    return into.end()
  })()
  // Told by the write that it hinders, or by the end.
  packed.catch(() => {})
  let last: Promise<void> = Promise.resolve()
  return {
    write: async (bytes) => {
      // One piece is packed beside the making of the next.
      await last
      last = new Promise((resolve, reject) =>
        gzip.write(bytes, (error) => (error ? reject(error) : resolve())),
      )
      last.catch(() => {})
    },
    end: async () => {
      gzip.end()
      return packed
    },
  }
}
