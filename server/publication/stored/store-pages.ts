import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { inArray, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../../db/client'
import { pages } from '../../../db/schema'
import { notify } from '../../channel/notify'
import { withStyles } from './read-assets'

/** Bytes beyond which a page is a file for machines. */
const large = 2 * 1024 * 1024

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

/** Packs pages, keeps them under their paths and tells every process which ones are new; of two with one path the later. */
export async function storePages(at: Database | Transaction, made: MadePage[]): Promise<void> {
  const changed: string[] = []
  for (const group of groupsOf([...new Map(made.map((page) => [page.path, page])).values()]))
    changed.push(...(await storeGroup(at, group)))
  // A message may be at most 8000 bytes long.
  for (let from = 0; from < changed.length; from += 50)
    await notify(at, 'pages_changed', { paths: changed.slice(from, from + 50) })
}

/** So many together as one question of the database bears; a file of megabytes goes alone. */
function groupsOf(made: MadePage[]): MadePage[][] {
  const small = made.filter(({ content }) => content.length <= large)
  const groups = made.filter((page) => !small.includes(page)).map((page) => [page])
  for (let from = 0; from < small.length; from += 50) groups.push(small.slice(from, from + 50))
  return groups
}

/** The paths of those that are others than the ones that were there. */
async function storeGroup(at: Database | Transaction, made: MadePage[]): Promise<string[]> {
  const { path, etag, canonical, template, madeAt } = pages
  const paths = made.map((page) => page.path)
  const kept = await at
    .select({ path, etag, canonical, template, madeAt })
    .from(pages)
    .where(inArray(path, paths))
  const before = new Map(kept.map((page) => [page.path, page]))
  const [rows, changed]: [Promise<typeof pages.$inferInsert>[], string[]] = [[], []]
  for (const { content, ...page } of made) {
    const bytes = typeof content === 'string' ? Buffer.from(withStyles(content, page)) : content
    const etag = createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
    const known = before.get(page.path)
    const isSame = known?.etag === etag && known.canonical === page.canonical
    if (isSame && known.template === page.template) continue
    if (!isSame) changed.push(page.path)
    const madeAt = isSame ? known.madeAt : new Date()
    rows.push(
      packed(bytes, page.contentType).then((codings) => ({ ...page, bytes, etag, ...codings, madeAt })),
    )
  }
  if (rows.length)
    await at
      .insert(pages)
      .values(await Promise.all(rows))
      .onConflictDoUpdate({ target: path, set: asMade })
  return changed
}

const columns = [
  'canonical',
  'content_type',
  'bytes',
  'gzip',
  'brotli',
  'etag',
  'template',
  'made_at',
] as const
/** All of a page as it was to be inserted. */
const asMade = Object.fromEntries(
  columns.map((column) => [
    column.replace(/_(.)/, (_, letter) => letter.toUpperCase()),
    sql.raw(`excluded.${column}`),
  ]),
)

async function packed(bytes: Buffer, contentType: string): Promise<{ gzip: Buffer; brotli: Buffer }> {
  if (!/^text\/|[/+](jsonl?|xml)\b/.test(contentType))
    return { gzip: Buffer.alloc(0), brotli: Buffer.alloc(0) }
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    // Level 9 readies megabytes for each page: ten times as long for one in a thousand. The last two give a tenth, in twenty.
    [constants.BROTLI_PARAM_QUALITY]: 8,
  }
  // A file of megabytes is made each night and fetched by few: the quickest that helps has to do.
  if (bytes.length > large)
    return { gzip: await promisify(gzip)(bytes, { level: 1 }), brotli: Buffer.alloc(0) }
  const [small, smaller] = await Promise.all([
    promisify(gzip)(bytes, { level: 9 }),
    promisify(brotliCompress)(bytes, { params }),
  ])
  return { gzip: small, brotli: smaller }
}
