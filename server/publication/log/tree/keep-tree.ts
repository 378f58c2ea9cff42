import { asc, gte } from 'drizzle-orm'
import { db, type Transaction } from '../../../../db/client'
import { logEntries, logNodes } from '../../../../db/schema'
import { takeTurn } from '../../../../db/take-turn'
import { entryBytes } from '../log'
import { readTree } from './read-tree'
import { grown, leafHash, type TreeNode } from './tree'

/** Makes the log's tree whole where it is not: after an older backup was restored, say. */
export async function keepWholeTree(): Promise<void> {
  await db().transaction(async (tx) => {
    await takeTurn(tx, 'the public log')
    await keepTree(tx)
  })
}

/** Adds to the log's tree what entries are not in it yet; whoever calls it has the log's turn. */
export async function keepTree(tx: Transaction): Promise<void> {
  let tree = await readTree(tx)
  const entries = await tx
    .select()
    .from(logEntries)
    .where(gte(logEntries.index, tree.size))
    .orderBy(asc(logEntries.index))
  const nodes: TreeNode[] = []
  for (const entry of entries) {
    const next = grown(tree, leafHash(entryBytes(entry)))
    tree = next.tree
    nodes.push(...next.added)
  }
  const rows = nodes.map(({ hash, ...node }) => ({ ...node, hash: Buffer.from(hash) }))
  // Postgres takes no statement with more than 65,535 values.
  for (let from = 0; from < rows.length; from += 10_000)
    await tx.insert(logNodes).values(rows.slice(from, from + 10_000))
}
