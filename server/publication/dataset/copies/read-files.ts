import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { and, eq } from 'drizzle-orm'
import { db } from '../../../../db/client'
import { datasetFiles, datasetParts } from '../../../../db/schema'
import type { AnswerablePage } from '../../stored/stored-page'

/** A file of the data set as it is kept: in parts, packed or not. */
export type KeptFile = typeof datasetFiles.$inferSelect

/** The large files that readers have now. */
export function readFiles(): Promise<KeptFile[]> {
  return db().select().from(datasetFiles)
}

/** The file at a public address; null when there is none. */
export async function readFileAt(path: string): Promise<KeptFile | null> {
  const [, name] = /^\/dataset\/([^/]+)$/.exec(path) ?? []
  if (!name) return null
  const [file] = await db().select().from(datasetFiles).where(eq(datasetFiles.name, name))
  return file ?? null
}

/** What is kept of a file, a part at a time; fails when it was made anew meanwhile. */
export async function* readParts({ making, name, keptBytes }: KeptFile): AsyncGenerator<Buffer> {
  const { place: at, bytes } = datasetParts
  const ofFile = and(eq(datasetParts.making, making), eq(datasetParts.name, name))
  for (let [place, read] = [0, 0]; read < keptBytes; place++) {
    const [part] = await db()
      .select({ bytes })
      .from(datasetParts)
      .where(and(ofFile, eq(at, place)))
    if (!part) throw new Error(`${name} of the data set was made anew while it was read`)
    read += part.bytes.length
    yield part.bytes
  }
}

/** A file unpacked, as it is read. */
export function readUnpacked(file: KeptFile): Readable {
  const kept = Readable.from(readParts(file), { objectMode: false })
  return file.isPacked ? unpacked(kept) : kept
}

/** What is packed by gzip, unpacked; a failure of what is read is one of what comes out. */
export function unpacked(packed: Readable): Readable {
  const gunzip = createGunzip()
  packed.on('error', (error) => gunzip.destroy(error))
  gunzip.on('close', () => packed.destroy())
  return packed.pipe(gunzip)
}

/** A file as the page that it is for whoever asks. */
export function asPage({ name, mediatype, sha256, madeAt, isPacked }: KeptFile): AnswerablePage {
  const path = `/dataset/${name}`
  return {
    ...{ path, canonical: path, madeAt, codings: isPacked ? ['bytes', 'gzip'] : ['bytes'], styles: [] },
    contentType: mediatype.endsWith('parquet') ? mediatype : `${mediatype}; charset=utf-8`,
    etag: Buffer.from(sha256, 'hex').toString('base64url').slice(0, 22),
  }
}
