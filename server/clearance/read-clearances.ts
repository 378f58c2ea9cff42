import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type Database, db, type Transaction } from '../../db/client'
import { clearanceSignatures, clearances, guestLinks, members, people, submissions } from '../../db/schema'
import { isThere } from '../deleted/read-removal'
import type { Member } from '../member/member'
import { newestFirst, readFacts } from '../review/read-facts'
import { type Clearance, type Signable, type Signature, type Words, whyNotSignable } from './clearance'

type Reader = Database | Transaction

/** Every clearance that was ever required for a claim, the first one first; also those lifted since. */
export async function readClearances(claimId: string, on: Reader = db()): Promise<Clearance[]> {
  const required = await on
    .select({
      id: clearances.id,
      name: clearances.name,
      why: clearances.why,
      by: { id: clearances.requiredBy, name: people.name },
      at: clearances.requiredAt,
      of: { id: clearances.memberId, name: named.name, leftAt: naming.removedAt },
    })
    .from(clearances)
    .innerJoin(members, eq(members.id, clearances.requiredBy))
    .innerJoin(people, eq(people.id, members.personId))
    .leftJoin(naming, eq(naming.id, clearances.memberId))
    .leftJoin(named, eq(named.id, naming.personId))
    .where(eq(clearances.claimId, claimId))
    .orderBy(asc(clearances.requiredAt), asc(clearances.id))
  const signed = required.length
    ? await readSignatures(
        required.map(({ id }) => id),
        on,
      )
    : []
  return required.map(({ of, ...clearance }) => {
    const own = signed.filter(({ clearanceId }) => clearanceId === clearance.id)
    return {
      ...clearance,
      of: of?.id && of.name ? { id: of.id, name: of.name, hasLeft: of.leftAt !== null } : null,
      lifted: own.find(({ answer }) => answer === 'lifted') ?? null,
      signatures: own.flatMap((row): Signature[] => {
        const { answer, submissionId, hash } = row
        if (answer === 'lifted' || !submissionId || !hash) return []
        return [{ answer, submissionId, hash, note: row.note, by: row.by, isGuest: row.isGuest, at: row.at }]
      }),
    }
  })
}

const naming = alias(members, 'naming')
const named = alias(people, 'named')

async function readSignatures(clearanceIds: string[], on: Reader) {
  const rows = await on
    .select({
      clearanceId: clearanceSignatures.clearanceId,
      answer: clearanceSignatures.answer,
      submissionId: clearanceSignatures.submissionId,
      hash: clearanceSignatures.hash,
      note: clearanceSignatures.note,
      member: people.name,
      guest: guestLinks.name,
      at: clearanceSignatures.signedAt,
    })
    .from(clearanceSignatures)
    .leftJoin(members, eq(members.id, clearanceSignatures.memberId))
    .leftJoin(people, eq(people.id, members.personId))
    .leftJoin(guestLinks, eq(guestLinks.id, clearanceSignatures.guestLinkId))
    .where(inArray(clearanceSignatures.clearanceId, clearanceIds))
    .orderBy(desc(clearanceSignatures.signedAt), desc(clearanceSignatures.id))
  return rows.map(({ member, guest, ...row }) => ({
    ...row,
    by: member ?? guest ?? '',
    isGuest: guest !== null,
  }))
}

/** The clearances of a claim beside the submission that they would be given for now; null where nothing is submitted. */
export type ClaimClearances = {
  clearances: Clearance[]
  submission: Signable | null
  /** The one who asks. */
  you: Pick<Member, 'id' | 'role'>
}

/** What a member sees of a claim's clearances; of a claim that they may not know of there is nothing. */
export async function readClearancesOf(claimId: string, member: Member): Promise<ClaimClearances> {
  const [known] = await db()
    .select({ id: clearances.id })
    .from(clearances)
    .where(
      and(
        eq(clearances.claimId, claimId),
        eq(clearances.deskId, member.deskId),
        isThere(clearances.articleId, member.id),
      ),
    )
    .limit(1)
  const [newest, required] = await Promise.all([
    readNewest(claimId, member),
    known ? readClearances(claimId) : [],
  ])
  const [facts] = newest ? await readFacts(eq(submissions.id, newest.id)) : []
  const submission = facts && {
    ...{ id: facts.id, hash: facts.hash, authors: facts.authors },
    closed: whyNotSignable(facts),
  }
  return { clearances: required, submission: submission ?? null, you: { id: member.id, role: member.role } }
}

/** What is submitted of a claim now, for a member who may know of it; null where nothing is. */
export async function readNewest(
  claimId: string,
  member: Pick<Member, 'id' | 'deskId'>,
  on: Reader = db(),
): Promise<Words | null> {
  const { id, hash, articleId, deskId, withdrawnAt } = submissions
  const ofClaim = and(eq(submissions.claimId, claimId), eq(deskId, member.deskId), isNull(withdrawnAt))
  const [newest] = await on
    .select({ id, hash })
    .from(submissions)
    .where(and(ofClaim, isThere(articleId, member.id)))
    .orderBy(...newestFirst)
    .limit(1)
  return newest ?? null
}
