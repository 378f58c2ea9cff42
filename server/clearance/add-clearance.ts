import { and, eq, isNull } from 'drizzle-orm'
import { db, type Transaction } from '../../db/client'
import { claims, clearances, members } from '../../db/schema'
import { notify } from '../channel/notify'
import { holdArticle } from '../deleted/lock-article'
import { isOpenTo } from '../deleted/read-removal'
import type { Member } from '../member/member'
import { tellMembers } from '../notice/tell-members'
import { Refused, refuseIf } from '../refusal'
import { lockClaim } from '../review/open-submission'
import { whyNotRequire } from './clearance'
import { readClearances } from './read-clearances'

type Required = {
  member: Member
  /** Made by whoever requires it: sent again after a lost answer, it is there once. */
  id: string
  claimId: string
  name: string
  why: string
  /** The member who shall give it; null for an outside guest. */
  of: string | null
}

/** Requires a named clearance for a claim: from now on nothing of it is published that was not cleared. */
export async function requireClearance({ member, id, claimId, name, why, of }: Required): Promise<void> {
  await db().transaction(async (tx) => {
    const articleId = await articleOf(tx, claimId, member)
    await lockClaim(tx, claimId)
    await holdArticle(tx, member, articleId)
    const standing = await readClearances(claimId, tx)
    if (standing.some((other) => other.id === id)) return
    refuseIf(whyNotRequire({ name, why }, standing))
    if (of !== null) await refuseUnlessReader(tx, of, { ...member, articleId })
    await keepClearance(tx, articleId, { member, id, claimId, name, why, of })
  })
}

/** The same in a transaction that has the claim under its lock and has asked the rule; who shall give it is told. */
export async function keepClearance(
  tx: Transaction,
  articleId: string,
  { member, id, claimId, name, why, of }: Required,
): Promise<void> {
  const { id: requiredBy, deskId } = member
  const words = { name: name.trim(), why: why.trim() }
  await tx.insert(clearances).values({ id, claimId, articleId, deskId, ...words, memberId: of, requiredBy })
  const to = of === null ? [] : [of]
  await tellMembers(tx, { kind: 'clearance-asked', by: member, subjectId: id, to, articleId, claimId })
  await notify(tx, 'rows_changed', { articleId })
}

async function articleOf(tx: Transaction, claimId: string, member: Member): Promise<string> {
  const isHere = and(
    eq(claims.id, claimId),
    eq(claims.deskId, member.deskId),
    isOpenTo(claims.articleId, member.id),
  )
  const { articleId, isDeleted } = claims
  const [claim] = await tx.select({ articleId, isDeleted }).from(claims).where(isHere)
  if (!claim) throw new Refused({ code: 'claim-unknown' })
  if (claim.isDeleted) throw new Refused({ code: 'claim-deleted' })
  return claim.articleId
}

/** Refuses whoever is not on the desk or may not open the article: they could not clear anything of it. */
export async function refuseUnlessReader(
  tx: Transaction,
  memberId: string,
  at: Pick<Member, 'deskId'> & { articleId: string },
): Promise<void> {
  const [found] = await tx
    .select({ id: members.id })
    .from(members)
    .innerJoin(claims, eq(claims.deskId, members.deskId))
    .where(
      and(
        eq(members.id, memberId),
        eq(members.deskId, at.deskId),
        isNull(members.removedAt),
        eq(claims.articleId, at.articleId),
        isOpenTo(claims.articleId, memberId),
      ),
    )
    .limit(1)
  if (!found) throw new Refused({ code: 'member-unknown' })
}
