import { eq, inArray } from 'drizzle-orm'
import * as Y from 'yjs'
import { db } from '../../../db/client'
import { members, people } from '../../../db/schema'
import { Refused } from '../../refusal'
import { documentOf, openDoc } from '../doc/room-doc'
import { type Entry, historyOf, type Step } from './history'
import { readSignatures } from './read-signatures'
import { type KeptUpdate, readLastSequence, readUpdates } from './read-updates'
import { standingOf } from './standing'

/** Some of a claim's entries, newest first, and the names of their members by id. */
export type HistoryPage = { entries: Entry[]; hasMore: boolean; names: Record<string, string> }

const entriesOnPage = 50
// Small enough that nobody in a room waits for somebody who reads.
const batch = { rows: 200, bytes: 1_000_000 }

/**
 * A claim's life as the database keeps it, newest first, from the entry after `before` on. Who and when are the
 * update's own row, whatever the document says. Refuses an id that was never marked in this article's room.
 */
export async function readHistory(asked: {
  articleId: string
  claimId: string
  before: string | null
}): Promise<HistoryPage> {
  const { articleId, claimId, before } = asked
  const [steps, signatures] = await Promise.all([
    readSteps(documentOf(articleId), claimId),
    readSignatures(articleId, claimId),
  ])
  if (!steps.length) throw new Refused({ code: 'claim-unknown' })
  const all = historyOf(steps, signatures).reverse()
  // An entry that has been continued since is not found: its reader begins anew.
  const start = before === null ? 0 : all.findIndex(({ id }) => id === before) + 1
  const entries = all.slice(start, start + entriesOnPage)
  return {
    entries,
    hasMore: all.length > start + entriesOnPage,
    names: await readNames(entries.map(({ memberId }) => memberId)),
  }
}

/** Names of members by id, also of those who have left the desk. */
export async function readNames(memberIds: string[]): Promise<Record<string, string>> {
  const rows = await db()
    .select({ id: members.id, name: people.name })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(inArray(members.id, [...new Set(memberIds)]))
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
}

/** Every update that touched the claim, with the claim as it stood then: the room is written once more, in order. */
async function readSteps(document: string, claimId: string): Promise<Step[]> {
  const to = await readLastSequence(document, claimId)
  const doc = openDoc()
  const steps: Step[] = []
  const sources = new Set<string>()
  for (let after = 0; after < to; ) {
    const updates = await readUpdates({ document, after, to, ...batch })
    for (const { others, update } of byTouch(updates, claimId)) {
      doc.transact(() => {
        for (const { bytes } of [...others, ...(update ? [update] : [])]) Y.applyUpdate(doc, bytes)
      })
      if (!update) continue
      for (const id of update.sources) sources.add(id)
      const standing = standingOf(doc, claimId, { touched: update.claims, sources })
      const { sequence, at, memberId } = update
      if (standing) steps.push({ sequence, at, memberId, standing })
    }
    after = updates.at(-1)?.sequence ?? to
  }
  doc.destroy()
  return steps
}

type Touch = { others: KeptUpdate[]; update: KeptUpdate | null }

/** Updates in runs that end with one that touched the claim: what others wrote is applied together, which is cheaper. */
function byTouch(updates: KeptUpdate[], claimId: string): Touch[] {
  const touches: Touch[] = []
  let others: KeptUpdate[] = []
  for (const update of updates) {
    if (!update.claims.includes(claimId)) {
      others.push(update)
      continue
    }
    touches.push({ others, update })
    others = []
  }
  return [...touches, { others, update: null }]
}
