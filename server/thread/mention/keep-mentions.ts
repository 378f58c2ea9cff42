import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Transaction } from '../../../db/client'
import { members, mentions } from '../../../db/schema'
import type { Member } from '../../member/member'
import { mentionedIn, talkingRoles } from '../thread'

/** Keeps whom a comment's words mention now, and answers with them: those on the desk who can answer; anybody else is no mention. */
export async function keepMentions(
  tx: Transaction,
  commentId: string,
  text: string,
  { deskId }: Pick<Member, 'deskId'>,
): Promise<string[]> {
  const { memberIds, roles } = mentionedIn(text)
  await tx.delete(mentions).where(eq(mentions.commentId, commentId))
  const known = await tx
    .select({ memberId: members.id })
    .from(members)
    .where(
      and(
        inArray(members.id, memberIds),
        eq(members.deskId, deskId),
        isNull(members.removedAt),
        inArray(members.role, talkingRoles),
      ),
    )
  const rows = [
    ...known.map(({ memberId }) => ({ commentId, memberId, role: null })),
    ...roles
      .filter((role) => talkingRoles.includes(role))
      .map((role) => ({ commentId, memberId: null, role })),
  ]
  if (rows.length > 0) await tx.insert(mentions).values(rows)
  const named = rows.flatMap(({ role }) => role ?? [])
  const called = await tx
    .select({ memberId: members.id })
    .from(members)
    .where(and(eq(members.deskId, deskId), isNull(members.removedAt), inArray(members.role, named)))
  return [...new Set([...known, ...called].map(({ memberId }) => memberId))]
}
