import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { eq } from 'drizzle-orm'
import type { Database, Transaction } from '../../../db/client'
import { pages } from '../../../db/schema'
import { notify } from '../../channel/notify'

/** A page as it comes from its template, before it is packed. */
export type MadePage = {
  path: string
  canonical: string
  contentType: string
  content: string | Buffer
  /** Hash of what made it. */
  template: string
}

const html = 'text/html; charset=utf-8'
export const json = 'application/json'

/** The same for documents that one template made. */
export function storeHtml(
  at: Database | Transaction,
  made: Omit<MadePage, 'contentType' | 'template'>[],
  { template }: Pick<MadePage, 'template'>,
): Promise<void> {
  return storePages(
    at,
    made.map((page) => ({ ...page, contentType: html, template })),
  )
}

/** Packs pages, keeps them under their paths and tells every process which ones are new. */
export async function storePages(at: Database | Transaction, made: MadePage[]): Promise<void> {
  const changed: string[] = []
  for (const page of made) if (await storePage(at, page)) changed.push(page.path)
  // A message may be at most 8000 bytes long.
  for (let from = 0; from < changed.length; from += 50)
    await notify(at, 'pages_changed', { paths: changed.slice(from, from + 50) })
}

/** Whether the page is another than the one that was there. */
async function storePage(at: Database | Transaction, { content, ...page }: MadePage): Promise<boolean> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const etag = createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
  const [before] = await at
    .select({ etag: pages.etag, canonical: pages.canonical, template: pages.template })
    .from(pages)
    .where(eq(pages.path, page.path))
  const isSame = before?.etag === etag && before.canonical === page.canonical
  if (isSame && before.template === page.template) return false
  const row = { ...page, bytes, etag, ...(await packed(bytes, page.contentType)), madeAt: new Date() }
  await at.insert(pages).values(row).onConflictDoUpdate({ target: pages.path, set: row })
  return !isSame
}

async function packed(bytes: Buffer, contentType: string): Promise<{ gzip: Buffer; brotli: Buffer }> {
  if (!/^text\/|[/+](json|xml)\b/.test(contentType)) return { gzip: Buffer.alloc(0), brotli: Buffer.alloc(0) }
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    // The last two levels take ten times as long for two in a hundred.
    [constants.BROTLI_PARAM_QUALITY]: 9,
  }
  const [small, smaller] = await Promise.all([
    promisify(gzip)(bytes, { level: 9 }),
    promisify(brotliCompress)(bytes, { params }),
  ])
  return { gzip: small, brotli: smaller }
}
