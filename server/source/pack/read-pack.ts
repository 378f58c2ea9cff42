import { and, asc, desc, eq, getTableColumns, notInArray, sql } from 'drizzle-orm'
import { db } from '../../../db/client'
import { claims, publications, snapshots } from '../../../db/schema'
import type { Member } from '../../member/member'
import { proofPath, recordPath, redactionPath } from '../../publication/publication'
import { readPages } from '../../publication/stored/read-page'
import { Refused } from '../../refusal'
import { frozenClaim, publicCopy } from '../../review/submission'
import { readRoomClaims } from '../../room/kept/read-room'
import { readArticleOf } from '../snapshot/read-source'
import { readStamps } from '../stamp/read-stamps'
import { isWithheld } from '../unlinked'
import type { PackOrder } from './pack-content'

/**
 * Reads what a pack of a claim is made of but the bytes of its evidence, for a member who may read the claim; any other
 * is unknown. A pack goes to whoever it is given: it has nothing that the terms of a source withhold.
 */
export async function readPack(member: Member, claimId: string): Promise<PackOrder> {
  const articleId = await readArticleOf(member, claimId)
  const claim = articleId && (await readRoomClaims(articleId)).find(({ id }) => id === claimId)
  if (!claim) throw new Refused({ code: 'claim-unknown' })
  const withheld = claim.sources.filter(isWithheld).map(({ id }) => id)
  const { text, wholeText: _, ...own } = getTableColumns(snapshots)
  const heading = sql<string>`left(split_part(${text}, E'\\n', 1), 200)`
  const rows = await db()
    .select({ ...own, heading })
    .from(snapshots)
    .where(and(eq(snapshots.claimId, claimId), notInArray(snapshots.sourceId, withheld)))
    .orderBy(desc(snapshots.takenAt))
  const stamps = await readStamps(rows.map(({ id }) => id))
  const kept = rows.map((row) => ({ ...row, stamps: stamps.get(row.id) ?? null }))
  return { claim: publicCopy(frozenClaim(claim)), kept, published: await readSealed(claimId) }
}

/** What seals the newest version that readers have of a claim; nothing where there is none. */
async function readSealed(claimId: string): Promise<PackOrder['published']> {
  const [newest] = await db()
    .select({ number: publications.number, version: publications.version })
    .from(publications)
    .innerJoin(claims, eq(claims.id, publications.claimId))
    .where(eq(publications.claimId, claimId))
    .orderBy(desc(publications.version), asc(publications.number))
    .limit(1)
  if (!newest) return []
  const { number, version } = newest
  const names = new Map([
    [recordPath(number, version), 'record.json'],
    [proofPath(number, version), 'proof.txt'],
    [redactionPath(number, version), 'redaction.txt'],
    ['/log/key', 'key.txt'],
  ])
  const pages = await readPages([...names.keys()])
  return pages.map(({ path, bytes }) => ({ path: `published/${names.get(path)}`, bytes }))
}
