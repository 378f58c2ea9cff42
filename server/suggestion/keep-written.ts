import { and, eq, gte, sql } from 'drizzle-orm'
import { db, type Transaction } from '../../db/client'
import { roomUpdates, suggestionDecisions, suggestions, suggestionWritings } from '../../db/schema'
import { notify } from '../channel/notify'
import { isOpenTo } from '../deleted/read-removal'
import type { Member } from '../member/member'
import { Refused } from '../refusal'
import { documentOf } from '../room/doc/room-doc'
import { readRoomClaims } from '../room/kept/read-room'
import { keptText } from './suggestion'

/**
 * Keeps that the words of a suggestion that was taken are in its room: the member has written in the claim since, or it
 * reads so. Refuses where neither is on disk.
 */
export async function keepWritten(asked: { member: Member; suggestionId: string }): Promise<void> {
  const { member, suggestionId } = asked
  await db().transaction(async (tx) => {
    const [taken] = await tx
      .select({ suggestion: suggestions, at: suggestionDecisions.decidedAt })
      .from(suggestions)
      .innerJoin(suggestionDecisions, eq(suggestionDecisions.suggestionId, suggestions.id))
      .where(
        and(
          ...[eq(suggestions.id, suggestionId), eq(suggestions.deskId, member.deskId)],
          ...[suggestionDecisions.isTaken, isOpenTo(suggestions.articleId, member.id)],
        ),
      )
    if (!taken) throw new Refused({ code: 'suggestion-unknown' })
    if (!(await isInRoom(tx, taken, member))) throw new Refused({ code: 'suggestion-not-written' })
    await tx.insert(suggestionWritings).values({ suggestionId, memberId: member.id }).onConflictDoNothing()
    await notify(tx, 'rows_changed', { articleId: taken.suggestion.articleId })
  })
}

type Taken = { suggestion: typeof suggestions.$inferSelect; at: Date }

async function isInRoom(tx: Transaction, { suggestion, at }: Taken, member: Member): Promise<boolean> {
  const { articleId, claimId, field, after } = suggestion
  const [written] = await tx
    .select({ sequence: roomUpdates.sequence })
    .from(roomUpdates)
    .where(
      and(
        ...[eq(roomUpdates.document, documentOf(articleId)), eq(roomUpdates.memberId, member.id)],
        ...[gte(roomUpdates.at, at), sql`${roomUpdates.claims} @> array[${claimId}]::uuid[]`],
      ),
    )
    .limit(1)
  if (written) return true
  const claim = (await readRoomClaims(articleId, tx)).find(({ id }) => id === claimId)
  return claim !== undefined && keptText(claim, field) === after
}
