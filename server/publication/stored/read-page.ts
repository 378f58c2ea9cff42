import { eq, inArray } from 'drizzle-orm'
import { db } from '../../../db/client'
import { pages } from '../../../db/schema'
import { keptUnder, type StoredPage } from './stored-page'

const stored = {
  path: pages.path,
  canonical: pages.canonical,
  contentType: pages.contentType,
  etag: pages.etag,
  bytes: pages.bytes,
  gzip: pages.gzip,
  brotli: pages.brotli,
}

/** The finished page that answers a public path; null when there is none. */
export async function readPage(path: string): Promise<StoredPage | null> {
  const [page] = await db()
    .select(stored)
    .from(pages)
    .where(eq(pages.path, keptUnder(path)))
  return page ?? null
}

/** Finished pages by the paths they are kept under; what is not there is left out. */
export function readPages(paths: string[]): Promise<StoredPage[]> {
  return db().select(stored).from(pages).where(inArray(pages.path, paths))
}

/** What is kept, by path: an etag says whether a copy is still the same. */
export async function readEtags(): Promise<Map<string, string>> {
  const rows = await db()
    .select({ path: pages.path, etag: pages.etag, canonical: pages.canonical })
    .from(pages)
  return new Map(rows.map(({ path, etag, canonical }) => [path, `${etag} ${canonical}`]))
}
