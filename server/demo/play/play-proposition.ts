import { and, eq } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { db } from '../../../db/client'
import { claims } from '../../../db/schema'
import type { Member } from '../../member/member'
import { addRelation } from '../../similar/add-relation'
import { sameCount } from '../story/same-count'

/** Lets a member say that two claims of the demo say the same, so that both hang from one proposition. */
export async function playProposition(member: Member): Promise<void> {
  const claimId = await claimOf(member, sameCount.first)
  const otherId = await claimOf(member, sameCount.other)
  await addRelation({ member, id: newId(), claimId, otherId, relation: 'same' })
}

async function claimOf({ deskId }: Member, quote: string): Promise<string> {
  const [claim] = await db()
    .select({ id: claims.id })
    .from(claims)
    .where(and(eq(claims.deskId, deskId), eq(claims.quote, quote)))
  if (!claim) throw new Error(`the demo has no claim on “${quote}”`)
  return claim.id
}
