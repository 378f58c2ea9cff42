import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type AnswerablePage, type Coding, codingsOf, type StoredPage } from './stored-page'

/** A process's own copy of the finished pages, in memory and in files, for when the database does not answer. */
export type Mirror = {
  paths: () => string[]
  head: (path: string) => AnswerablePage | null
  body: (path: string, coding: Coding) => Buffer
  put: (page: StoredPage) => void
  drop: (path: string) => void
}

/** Bytes of pages kept in memory; beyond it the pages asked for least recently are read from their files. */
const memory = 64 * 1024 * 1024

const headShape = z.object({
  path: z.string(),
  canonical: z.string(),
  contentType: z.string(),
  etag: z.string(),
  lengths: z.tuple([z.number(), z.number(), z.number()]),
})

/** Opens the copy in a folder with what an earlier process left there; a folder that cannot be written only costs memory. */
export function openMirror(folder: string, onError: (error: unknown) => void): Mirror {
  const heads = new Map<string, AnswerablePage>()
  const bodies = new Map<string, StoredPage>()
  const unwritten = new Set<string>()
  let size = 0

  const forget = (path: string) => {
    size -= sizeOf(bodies.get(path))
    bodies.delete(path)
  }
  const remember = (page: StoredPage) => {
    forget(page.path)
    bodies.set(page.path, page)
    size += sizeOf(page)
    for (const path of bodies.keys()) {
      if (size <= memory || path === page.path) break
      if (!unwritten.has(path)) forget(path)
    }
  }
  const load = (path: string): StoredPage => {
    const page = bodies.get(path) ?? readPageFile(join(folder, fileOf(path)))
    if (!page) throw new Error(`the copy of ${path} cannot be read`)
    remember(page)
    return page
  }
  const put = (page: StoredPage) => {
    const { path, canonical, contentType, etag } = page
    heads.set(path, { path, canonical, contentType, etag, codings: codingsOf(page) })
    remember(page)
    try {
      writePageFile(folder, page)
      unwritten.delete(path)
    } catch (error) {
      unwritten.add(path)
      onError(error)
    }
  }
  const drop = (path: string) => {
    heads.delete(path)
    forget(path)
    rmSync(join(folder, fileOf(path)), { force: true })
  }

  for (const page of readFolder(folder)) {
    const { path, canonical, contentType, etag } = page
    heads.set(path, { path, canonical, contentType, etag, codings: codingsOf(page) })
    remember(page)
  }
  return {
    paths: () => [...heads.keys()],
    head: (path) => heads.get(path) ?? null,
    body: (path, coding) => load(path)[coding],
    put,
    drop,
  }
}

const sizeOf = (page: StoredPage | undefined) =>
  page ? page.bytes.length + page.gzip.length + page.brotli.length : 0

// Never a path that somebody asked for: the name is a hash.
const fileOf = (path: string) => `${createHash('sha256').update(path).digest('hex')}.page`

function writePageFile(folder: string, page: StoredPage): void {
  const { path, canonical, contentType, etag, bytes, gzip, brotli } = page
  const lengths = [bytes.length, gzip.length, brotli.length]
  const head = `${JSON.stringify({ path, canonical, contentType, etag, lengths })}\n`
  mkdirSync(folder, { recursive: true })
  const half = join(folder, `${randomBytes(8).toString('hex')}.half`)
  writeFileSync(half, Buffer.concat([Buffer.from(head), bytes, gzip, brotli]))
  // Whole or not at all: another process may be reading.
  renameSync(half, join(folder, fileOf(path)))
}

function* readFolder(folder: string): Generator<StoredPage> {
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
function readPageFile(file: string): StoredPage | null {
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
