import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../db/client'
import { ownVerdicts, reviews } from '../../db/schema'
import { readPublicNames } from '../member/face/read-names'
import { words } from '../words'
import type { Dissent, OwnVerdict } from './own-verdict'

type Reader = Database | Transaction
type Kept = Pick<OwnVerdict, 'verdict' | 'reason' | 'hash' | 'mayBePublished'> & { memberId: string }

// Who signs anew no longer stands by what they signed before.
const isNewest = sql`not exists (
  select from ${ownVerdicts} newer where newer.claim_id = ${ownVerdicts.claimId}
  and newer.member_id = ${ownVerdicts.memberId}
  and (newer.signed_at, newer.id) > (${ownVerdicts.signedAt}, ${ownVerdicts.id}))`

/** An own verdict on a claim that its signer still stands by; null when there is none of that id. */
export async function readSigned(at: Reader, claimId: string, id: string): Promise<Kept | null> {
  const [row] = await at
    .select()
    .from(ownVerdicts)
    .where(and(eq(ownVerdicts.id, id), eq(ownVerdicts.claimId, claimId), isNewest))
  return row ?? null
}

/** What is published beside a submission, as the newest approval that chose one wants it; null for none. */
export async function readChosenDissent(at: Reader, submissionId: string): Promise<string | null> {
  const [row] = await at
    .select({ id: reviews.dissentId })
    .from(reviews)
    .where(and(eq(reviews.submissionId, submissionId), isNotNull(reviews.dissentId)))
    .orderBy(desc(reviews.decidedAt))
    .limit(1)
  return row?.id ?? null
}

/** A dissent as readers see it; one that its signer has taken back by signing anew is left out. */
export async function readDissent(at: Reader, claimId: string, id: string | null): Promise<Dissent | null> {
  const signed = id === null ? null : await readSigned(at, claimId, id)
  if (!signed?.mayBePublished) return null
  const [by = ''] = await readPublicNames(at, [signed.memberId], words())
  return { by, verdict: signed.verdict, reason: signed.reason }
}
