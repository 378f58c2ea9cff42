import { and, asc, eq, gt, notExists, sql } from 'drizzle-orm'
import { db } from '../../../db/client'
import { auditEntries, auditLinks, auditUnlinked, desks } from '../../../db/schema'
import { type AuditLink, type Break, firstBreak } from '../audit'

/** What became of a chain when it was followed from its beginning. */
export type CheckedChain = {
  /** A desk's slug, or 'installation'. */
  chain: string
  entries: number
  /** The hash of its newest link, to be noted elsewhere: who has it can tell later that nothing was cut off. */
  head: string | null
  broken: Break | { entryId: string; why: 'never-linked' } | null
}

const inOneGo = 2_000

/** Follows every chain from its beginning, and names the first link of each that does not hold. */
export async function readChains(): Promise<CheckedChain[]> {
  const chains = await db()
    .select({ chain: auditLinks.chain, slug: sql<string | null>`max(${desks.slug})` })
    .from(auditLinks)
    .leftJoin(desks, sql`${desks.id}::text = ${auditLinks.chain}`)
    .groupBy(auditLinks.chain)
  const stray = await readStray()
  const checked: CheckedChain[] = []
  for (const { chain, slug } of chains) checked.push({ ...(await followChain(chain)), chain: slug ?? chain })
  // An entry that never had a place is no part of any chain: it was written past the one way in.
  if (stray)
    checked.push({ chain: 'none', entries: 1, head: null, broken: { entryId: stray, why: 'never-linked' } })
  return checked
}

async function followChain(chain: string): Promise<CheckedChain> {
  let [entries, last]: [number, AuditLink | null] = [0, null]
  for (;;) {
    const links = await readLinks(chain, last)
    const broken = firstBreak(last, links)
    if (broken) return { chain, entries: broken.index, head: last?.hash ?? null, broken }
    entries += links.length
    last = links.at(-1)?.link ?? last
    if (links.length < inOneGo) return { chain, entries, head: last?.hash ?? null, broken: null }
  }
}

function readLinks(chain: string, after: AuditLink | null) {
  const { index, entryId, previousHash, hash } = auditLinks
  return db()
    .select({ link: { index, entryId, previousHash, hash }, entry: auditEntries })
    .from(auditLinks)
    .leftJoin(auditEntries, eq(auditEntries.id, entryId))
    .where(and(eq(auditLinks.chain, chain), gt(index, after?.index ?? -1)))
    .orderBy(asc(index))
    .limit(inOneGo)
}

async function readStray(): Promise<string | null> {
  const hasLink = db().select().from(auditLinks).where(eq(auditLinks.entryId, auditEntries.id))
  const waits = db().select().from(auditUnlinked).where(eq(auditUnlinked.entryId, auditEntries.id))
  const [stray] = await db()
    .select({ id: auditEntries.id })
    .from(auditEntries)
    .where(and(notExists(hasLink), notExists(waits)))
    .orderBy(asc(auditEntries.at))
    .limit(1)
  return stray?.id ?? null
}
