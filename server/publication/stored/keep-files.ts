import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { settings } from '../../env'
import { keptUnder, type StoredPage } from './stored-page'

/** Where the files of finished pages lie that every process of this DATA_DIR keeps together. */
export const folderOf = (dataDir: string) => join(dataDir, 'pages')

/** The copy of a finished page that lies in our files, for when the database does not answer; null when there is none. */
export function readKept(path: string): StoredPage | null {
  return readPageFile(join(folderOf(settings().dataDir), fileOf(keptUnder(path))))
}

const headShape = z.object({
  path: z.string(),
  canonical: z.string(),
  contentType: z.string(),
  etag: z.string(),
  madeAt: z.coerce.date(),
  lengths: z.tuple([z.number(), z.number(), z.number()]),
})

/** The name of a page's file: a hash, and never a path that somebody asked for. */
export const fileOf = (path: string) => `${createHash('sha256').update(path).digest('hex')}.page`

/** Writes a page into the folder, whole or not at all. */
export function writePageFile(folder: string, page: StoredPage): void {
  const { path, canonical, contentType, etag, madeAt, bytes, gzip, brotli } = page
  const lengths = [bytes.length, gzip.length, brotli.length]
  const head = `${JSON.stringify({ path, canonical, contentType, etag, madeAt, lengths })}\n`
  mkdirSync(folder, { recursive: true })
  const half = join(folder, `${randomBytes(8).toString('hex')}.half`)
  writeFileSync(half, Buffer.concat([Buffer.from(head), bytes, gzip, brotli]))
  // Whole or not at all: another process may be reading.
  renameSync(half, join(folder, fileOf(path)))
}

/** Every page of the folder; what is not whole is left out. */
export function* readFolder(folder: string): Generator<StoredPage> {
  let names: string[] = []
  try {
    names = readdirSync(folder)
  } catch {
    return // No folder yet: the first start.
  }
  for (const name of names) {
    if (name.endsWith('.half')) rmSync(join(folder, name), { force: true })
    const page = name.endsWith('.page') ? readPageFile(join(folder, name)) : null
    if (page && fileOf(page.path) === name) yield page
  }
}

/** A page from its file; null when the file is gone or not whole. */
export function readPageFile(file: string): StoredPage | null {
  try {
    const all = readFileSync(file)
    const start = all.indexOf('\n') + 1
    const { lengths, ...head } = headShape.parse(JSON.parse(all.subarray(0, start).toString()))
    const [first, second, third] = lengths
    if (all.length !== start + first + second + third) return null
    return {
      ...head,
      bytes: all.subarray(start, start + first),
      gzip: all.subarray(start + first, start + first + second),
      brotli: all.subarray(start + first + second),
    }
  } catch {
    return null // Half written by a killed process, or removed: the database has it.
  }
}
