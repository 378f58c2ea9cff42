import { and, eq, not, type SQL, sql } from 'drizzle-orm'
import { db, type Transaction } from '../../db/client'
import { claimRelations, claims, desks, publications } from '../../db/schema'
import type { ClaimRelation } from '../../db/vocabulary/figure'
import { notify } from '../channel/notify'
import { isBlindTo, isThere } from '../deleted/read-removal'
import type { Member } from '../member/member'
import { joinClaims } from '../proposition/add-to-proposition'
import { Refused } from '../refusal'

type Said = { member: Member; id: string; claimId: string; otherId: string; relation: ClaimRelation }

/**
 * Signs how a claim stands to another one; said again it is another row, and the latest stands. Two that say the same
 * hang from one proposition from then on. The id is made by whoever says it: sent again, it is said once.
 */
export async function addRelation({ member, id, claimId, otherId, relation }: Said): Promise<void> {
  await db().transaction(async (tx) => {
    const [known] = await tx.select().from(claimRelations).where(eq(claimRelations.id, id))
    if (known?.claimId === claimId && known.memberId === member.id) return
    const { articleId, statement } = await readOpenClaim(tx, member, claimId)
    if (known || claimId === otherId) throw new Refused({ code: 'claim-unknown' })
    await refuseUnknown(tx, member, otherId)
    await tx
      .insert(claimRelations)
      .values({ id, claimId, otherId, articleId, deskId: member.deskId, memberId: member.id, relation })
    if (relation === 'same') await joinClaims(tx, { member, claimIds: [claimId, otherId], statement })
    await notify(tx, 'rows_changed', { articleId })
  })
}

type SaidOfNumber = Omit<Said, 'otherId'> & { number: number }

/** The same of a published check that somebody names by its public number. */
export async function addRelationToCheck({ number, ...said }: SaidOfNumber): Promise<void> {
  const [check] = await db()
    .select({ claimId: publications.claimId })
    .from(publications)
    .where(eq(publications.number, number))
    .limit(1)
  if (!check) throw new Refused({ code: 'nothing-published' })
  await addRelation({ ...said, otherId: check.claimId })
}

/** A claim of the desk that is there for the member; anything else is refused as unknown. */
export async function readOpenClaim(tx: Pick<Transaction, 'select'>, member: Member, claimId: string) {
  const said = sql<string>`coalesce(nullif(btrim(${claims.statement}), ''), ${claims.quote})`
  const [claim] = await tx
    .select({ articleId: claims.articleId, statement: said })
    .from(claims)
    .where(and(eq(claims.id, claimId), isWork(member)))
  if (!claim) throw new Refused({ code: 'claim-unknown' })
  return claim
}

async function refuseUnknown(tx: Transaction, member: Member, claimId: string): Promise<void> {
  const [work] = await tx
    .select({ id: claims.id })
    .from(claims)
    .where(and(eq(claims.id, claimId), isWork(member)))
  if (work) return
  const [published] = await tx
    .select({ id: publications.id })
    .from(publications)
    .innerJoin(desks, eq(desks.id, publications.deskId))
    .where(
      and(
        eq(publications.claimId, claimId),
        not(isBlindTo(publications.articleId, member.id)),
        sql`(${desks.id} = ${member.deskId} or not ${desks.isDemo})`,
      ),
    )
    .limit(1)
  if (!published) throw new Refused({ code: 'claim-unknown' })
}

const isWork = (member: Member): SQL | undefined =>
  and(eq(claims.deskId, member.deskId), eq(claims.isDeleted, false), isThere(claims.articleId, member.id))
