import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileOf, readFolder, readPageFile, writePageFile } from './keep-files'
import { readHead } from './read-head'
import type { AnswerablePage, Coding, StoredPage } from './stored-page'

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
/** A page with more would push out a thousand others: it is read from its file each time. */
const mostOfOne = memory / 16

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
    if (sizeOf(page) > mostOfOne && !unwritten.has(page.path)) return
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
    const { path } = page
    heads.set(path, readHead(page))
    remember(page)
    try {
      writePageFile(folder, page)
      unwritten.delete(path)
    } catch (error) {
      unwritten.add(path)
      remember(page)
      onError(error)
    }
  }
  const drop = (path: string) => {
    heads.delete(path)
    forget(path)
    rmSync(join(folder, fileOf(path)), { force: true })
  }

  for (const page of readFolder(folder)) {
    const { path } = page
    heads.set(path, readHead(page))
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
