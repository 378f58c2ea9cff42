import { and, asc, between, eq, inArray, lt } from 'drizzle-orm'
import type { Transaction } from '../../../db/client'
import { logEntries, logNodes, pages } from '../../../db/schema'
import { notify } from '../../channel/notify'
import { type MadePage, storePages } from '../stored/store-pages'
import { entryBytes, type LogEntry } from './log'
import { proofText } from './proof'
import { signCheckpoint } from './sign-checkpoint'
import { readInclusion, readTree } from './tree/read-tree'
import { bundleOf, fullTile, outgrownBy, type Tile, tilePath, tilesOf } from './tree/tile'
import type { Tree } from './tree/tree'

/** Every level of tiles stands this many levels of the tree above the one before it. */
const levelsOfTile = 8
/** How long a tile that has grown since is still handed out, in ms: whoever read the checkpoint of then asks for it. */
const lingering = 60 * 60_000

/** Makes the pages of the log as it stands: the tiles of its tree, then the signed checkpoint over them. */
export async function renderLog(tx: Transaction): Promise<void> {
  const tree = await readTree(tx)
  const tiles = new Map(tilesOf(tree.size).map((tile) => [tilePath(tile), tile]))
  const made = await tx
    .select({ path: pages.path })
    .from(pages)
    .where(inArray(pages.path, ['', ...tiles.keys()]))
  for (const { path } of made) tiles.delete(path)
  for (const [path, tile] of tiles) await storePages(tx, [pageOf(path, octets, await readTile(tx, tile))])
  const { checkpoint, key } = await signCheckpoint(tree)
  await storePages(tx, [pageOf('/log/key', text, `${key}\n`), pageOf('/log/checkpoint', text, checkpoint)])
  await dropOutgrown(tx, tree.size)
}

/**
 * Makes the proof that each of these entries is in the log, where there is none yet: whatever comes later, it stays one.
 */
export async function renderProofs(
  tx: Transaction,
  sealed: { path: string; entry: LogEntry }[],
): Promise<void> {
  const paths = sealed.map(({ path }) => path)
  const made = await tx.select({ path: pages.path }).from(pages).where(inArray(pages.path, paths))
  const isMade = new Set(made.map(({ path }) => path))
  const tree = await readTree(tx)
  for (const { path, entry } of sealed.filter((one) => !isMade.has(one.path)))
    await storePages(tx, [pageOf(path, text, await proofOf(tx, entry, tree))])
}

/** The same of entries by their places, each time anew: words may be removed from a version again. */
export async function renderRedactionProofs(
  tx: Transaction,
  sealed: { path: string; index: number }[],
): Promise<void> {
  if (sealed.length === 0) return
  const tree = await readTree(tx)
  for (const { path, index } of sealed) {
    const [entry] = await tx.select().from(logEntries).where(eq(logEntries.index, index))
    if (entry) await storePages(tx, [pageOf(path, text, await proofOf(tx, entry, tree))])
  }
}

async function proofOf(tx: Transaction, entry: LogEntry, tree: Tree): Promise<string> {
  const beside = await readInclusion(tx, entry.index, tree.size)
  const { checkpoint } = await signCheckpoint(tree)
  return proofText({ index: entry.index, bytes: entryBytes(entry) }, beside, checkpoint)
}

async function readTile(tx: Transaction, { of, place, width }: Tile): Promise<Buffer> {
  const [from, to] = [place * fullTile, place * fullTile + width - 1]
  if (of === 'entries') {
    const entries = await tx
      .select()
      .from(logEntries)
      .where(between(logEntries.index, from, to))
      .orderBy(asc(logEntries.index))
    return Buffer.from(bundleOf(entries.map(entryBytes)))
  }
  const nodes = await tx
    .select({ hash: logNodes.hash })
    .from(logNodes)
    .where(and(eq(logNodes.level, of * levelsOfTile), between(logNodes.place, from, to)))
    .orderBy(asc(logNodes.place))
  return Buffer.concat(nodes.map(({ hash }) => hash))
}

async function dropOutgrown(tx: Transaction, size: number): Promise<void> {
  const outgrown = await tx
    .select({ path: pages.path })
    .from(pages)
    .where(
      and(
        inArray(pages.path, ['', ...outgrownBy(size).map(tilePath)]),
        lt(pages.madeAt, new Date(Date.now() - lingering)),
      ),
    )
  const paths = outgrown.map(({ path }) => path)
  if (paths.length === 0) return
  await tx.delete(pages).where(inArray(pages.path, paths))
  for (let from = 0; from < paths.length; from += 50)
    await notify(tx, 'pages_changed', { paths: paths.slice(from, from + 50) })
}

const octets = 'application/octet-stream'
const text = 'text/plain; charset=utf-8'

function pageOf(path: string, contentType: string, content: string | Buffer): MadePage {
  return { path, canonical: path, contentType, content, template: 'log' }
}
