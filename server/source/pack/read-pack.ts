import { and, asc, desc, eq, notInArray } from 'drizzle-orm'
import { db } from '../../../db/client'
import { claims, publications, snapshots } from '../../../db/schema'
import type { Member } from '../../member/member'
import { proofPath, recordPath, redactionPath } from '../../publication/publication'
import { readPages } from '../../publication/stored/read-page'
import { Refused } from '../../refusal'
import { type FrozenClaim, frozenClaim, publicCopy } from '../../review/submission'
import { readRoomClaims } from '../../room/kept/read-room'
import { readArticleOf } from '../snapshot/read-source'
import { type GivenStamps, readStamps } from '../stamp/read-stamps'
import { openEvidence } from '../store/keep-bytes'
import { isWithheld } from '../unlinked'
import type { KeptSnapshot, Recorded } from './write-warc'

/** All that a pack is made of: the claim as the room has it and readers may, what is archived behind it, and what seals its newest version. */
export type PackContent = {
  claim: FrozenClaim
  kept: (KeptSnapshot & {
    bytes: Buffer | null
    why: 'missing' | 'altered' | 'too-large' | null
    stamps: GivenStamps | null
  })[]
  published: { path: string; bytes: Buffer }[]
}

/** Most bytes of evidence in one pack; older copies beyond are named and left out. */
const mostBytes = 200_000_000

/**
 * Reads what a pack of a claim is made of, for a member who may read the claim; any other is unknown. A pack goes to
 * whoever it is given: it has nothing that the terms of a source withhold.
 */
export async function readPack(member: Member, claimId: string): Promise<PackContent> {
  const articleId = await readArticleOf(member, claimId)
  const claim = articleId && (await readRoomClaims(articleId)).find(({ id }) => id === claimId)
  if (!claim) throw new Refused({ code: 'claim-unknown' })
  const withheld = claim.sources.filter(isWithheld).map(({ id }) => id)
  const rows = await db()
    .select()
    .from(snapshots)
    .where(and(eq(snapshots.claimId, claimId), notInArray(snapshots.sourceId, withheld)))
    .orderBy(desc(snapshots.takenAt))
  const stamps = await readStamps(rows.map(({ id }) => id))
  const kept: PackContent['kept'] = []
  let total = 0
  for (const row of rows) {
    const isTooLarge = total + row.size > mostBytes
    const stored = isTooLarge ? { fault: 'too-large' as const } : await openEvidence().get(row.sha256)
    const found = 'bytes' in stored ? { bytes: stored.bytes, why: null } : { bytes: null, why: stored.fault }
    total += found.bytes?.length ?? 0
    kept.push({ ...row, ...found, stamps: stamps.get(row.id) ?? null })
  }
  return { claim: publicCopy(frozenClaim(claim)), kept: kept.reverse(), published: await readSealed(claimId) }
}

/** What seals the newest version that readers have of a claim; nothing where there is none. */
async function readSealed(claimId: string): Promise<PackContent['published']> {
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

/** The fetched ones among them, with their bytes. */
export const fetchedIn = ({ kept }: PackContent): Recorded[] =>
  kept.flatMap(({ bytes, why: _, stamps: __, ...snapshot }) =>
    bytes && snapshot.kind === 'fetched' ? [{ snapshot, bytes }] : [],
  )
