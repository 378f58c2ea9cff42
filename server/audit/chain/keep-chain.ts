import { asc, desc, eq, inArray } from 'drizzle-orm'
import { db, type Transaction } from '../../../db/client'
import { auditEntries, auditLinks, auditUnlinked } from '../../../db/schema'
import { takeTurn, tookFreeTurn } from '../../../db/take-turn'
import { keepRounds, type OnError, type Work } from '../../channel/keep-rounds'
import { type AuditEntry, type AuditLink, nextLink } from '../audit'

/** The chain that an entry belongs to: its desk's, or the installation's. */
export const chainOf = (deskId: string | null) => deskId ?? 'installation'

const turn = 'the audit’s chain'
const inOneGo = 500

/** Gives every entry that is kept by now its place in its chain; waits for whoever is at it. */
export async function keepChain(): Promise<void> {
  await db().transaction(linkAll)
}

/** The same in a transaction that goes on to read the chain. */
export async function linkAll(tx: Transaction): Promise<void> {
  await takeTurn(tx, turn)
  while ((await link(tx)) === inOneGo);
}

/** Follows what is kept, in whichever process is free to, until closed. */
export function followEntries(onError: OnError, every = 2_000): Work {
  const round = async () => {
    while (
      await db().transaction(async (tx) => (await tookFreeTurn(tx, turn)) && (await link(tx)) === inOneGo)
    );
  }
  return keepRounds({ every, onError, round, waitsFirst: true })
}

/** Links up to `inOneGo` entries, the oldest first, and says how many; the caller holds the turn. */
async function link(tx: Transaction): Promise<number> {
  const entries = await tx
    .select({ entry: auditEntries })
    .from(auditUnlinked)
    .innerJoin(auditEntries, eq(auditEntries.id, auditUnlinked.entryId))
    .orderBy(asc(auditEntries.at), asc(auditEntries.id))
    .limit(inOneGo)
  for (const chain of new Set(entries.map(({ entry }) => chainOf(entry.deskId)))) {
    const ofChain = entries.filter(({ entry }) => chainOf(entry.deskId) === chain)
    const links = await linked(
      tx,
      chain,
      ofChain.map(({ entry }) => entry),
    )
    await tx.insert(auditLinks).values(links.map((link) => ({ chain, ...link })))
  }
  const ids = entries.map(({ entry }) => entry.id)
  if (ids.length > 0) await tx.delete(auditUnlinked).where(inArray(auditUnlinked.entryId, ids))
  return ids.length
}

async function linked(tx: Transaction, chain: string, entries: AuditEntry[]): Promise<AuditLink[]> {
  const [head] = await tx
    .select({ index: auditLinks.index, hash: auditLinks.hash })
    .from(auditLinks)
    .where(eq(auditLinks.chain, chain))
    .orderBy(desc(auditLinks.index))
    .limit(1)
  const links: AuditLink[] = []
  for (const entry of entries) links.push(nextLink(links.at(-1) ?? head ?? null, entry))
  return links
}
