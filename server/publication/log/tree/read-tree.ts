import { and, eq, max, or } from 'drizzle-orm'
import type { Database, Transaction } from '../../../../db/client'
import { logNodes } from '../../../../db/schema'
import { besideLeaf, partsOf, perfectIn, spanHash, type Tree } from './tree'

type Reader = Database | Transaction
type Part = { level: number; place: number }

/** The log's tree over all entries that are in it. */
export async function readTree(at: Reader): Promise<Tree> {
  const [last] = await at
    .select({ place: max(logNodes.place) })
    .from(logNodes)
    .where(eq(logNodes.level, 0))
  const size = (last?.place ?? -1) + 1
  const hashOf = await readNodes(at, partsOf(size))
  return { size, roots: new Map(partsOf(size).map((part) => [part.level, hashOf(part)])) }
}

/** The hashes beside an entry on its way to the root of a tree of this size, the nearest first. */
export async function readInclusion(at: Reader, index: number, size: number): Promise<Uint8Array[]> {
  const beside = besideLeaf(index, size)
  const hashOf = await readNodes(at, beside.flatMap(perfectIn))
  return beside.map((span) => spanHash(span, hashOf))
}

async function readNodes(at: Reader, parts: Part[]): Promise<(part: Part) => Uint8Array> {
  const isWanted = or(
    ...parts.map(({ level, place }) => and(eq(logNodes.level, level), eq(logNodes.place, place))),
  )
  const found = parts.length > 0 ? await at.select().from(logNodes).where(isWanted) : []
  const nodes = new Map(found.map(({ level, place, hash }) => [`${level} ${place}`, hash]))
  return ({ level, place }) => {
    const hash = nodes.get(`${level} ${place}`)
    if (!hash) throw new Error(`the log's tree has no node ${place} at level ${level}`)
    return hash
  }
}
