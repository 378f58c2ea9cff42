import { eq, inArray, max } from 'drizzle-orm'
import { isAway } from '../../../db/away/away'
import { db } from '../../../db/client'
import { pages } from '../../../db/schema'
import { readKept } from './keep-files'
import { keptUnder, type StoredPage } from './stored-page'

const stored = {
  path: pages.path,
  canonical: pages.canonical,
  contentType: pages.contentType,
  etag: pages.etag,
  madeAt: pages.madeAt,
  bytes: pages.bytes,
  gzip: pages.gzip,
  brotli: pages.brotli,
}

/** The finished page that answers a public path, our own copy while the database is away; null when there is none. */
export async function readPage(path: string): Promise<StoredPage | null> {
  try {
    const [page] = await db()
      .select(stored)
      .from(pages)
      .where(eq(pages.path, keptUnder(path)))
    return page ?? null
  } catch (error) {
    const kept = isAway(error) ? readKept(path) : null
    if (kept) return kept
    throw error
  }
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

/** When any of these finished pages last came out otherwise, our copies while the database is away; null where none is made yet. */
export async function readLastChange(paths: string[]): Promise<Date | null> {
  try {
    const [last] = await db()
      .select({ at: max(pages.madeAt) })
      .from(pages)
      .where(inArray(pages.path, paths))
    return last?.at ?? null
  } catch (error) {
    const kept = isAway(error) ? paths.flatMap((path) => readKept(path)?.madeAt ?? []) : []
    if (kept.length > 0) return new Date(Math.max(...kept.map(Number)))
    throw error
  }
}

/** When anything last changed that readers find in lists: what was published, is said of it, or by whom. */
export function readLastChangeOfAll(): Promise<Date | null> {
  return readLastChange(['/log/checkpoint', '/latest', '/about'])
}
