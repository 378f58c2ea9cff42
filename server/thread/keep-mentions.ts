import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Transaction } from '../../db/client'
import { members, mentions } from '../../db/schema'
import type { Member } from '../member/member'
import { mentionedIn } from './thread'

/** Keeps whom a comment's words mention now: members of the desk, and roles on it; anybody else is no mention. */
export async function keepMentions(
  tx: Transaction,
  commentId: string,
  text: string,
  { deskId }: Pick<Member, 'deskId'>,
): Promise<void> {
  const { memberIds, roles } = mentionedIn(text)
  await tx.delete(mentions).where(eq(mentions.commentId, commentId))
  const known = await tx
    .select({ memberId: members.id })
    .from(members)
    .where(and(inArray(members.id, memberIds), eq(members.deskId, deskId), isNull(members.removedAt)))
  const rows = [
    ...known.map(({ memberId }) => ({ commentId, memberId, role: null })),
    ...roles.map((role) => ({ commentId, memberId: null, role })),
  ]
  if (rows.length > 0) await tx.insert(mentions).values(rows)
}
