import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { Transaction } from '../../db/client'
import { desks } from '../../db/schema'
import { takeTurn } from '../../db/take-turn'
import { slugOf } from './desk'

/** A desk to be made; its addresses begin with its name, or with what else it is called. */
export type NewDesk = { name: string; timeZone: string; isDemo?: boolean; calledAs?: string }

/** Adds a desk under a slug that no other desk has. */
export async function addDesk(
  tx: Transaction,
  { calledAs, ...desk }: NewDesk,
): Promise<{ id: string; slug: string }> {
  await takeTurn(tx, 'a new desk')
  const added = { id: v7(), slug: await freeSlug(tx, slugOf(calledAs ?? desk.name)) }
  await tx.insert(desks).values({ ...added, ...desk })
  return added
}

async function freeSlug(tx: Transaction, slug: string): Promise<string> {
  for (let count = 1; ; count += 1) {
    const tried = count === 1 ? slug : `${slug}-${count}`
    const [taken] = await tx.select({ id: desks.id }).from(desks).where(eq(desks.slug, tried))
    if (!taken) return tried
  }
}
