import { sql } from 'drizzle-orm'
import { db, type Transaction } from '../../../db/client'
import { roomStays } from '../../../db/schema'
import { shareTurn, takeTurn } from '../../../db/take-turn'
import { refuseAbsent } from '../../deleted/read-removal'
import type { Member } from '../../member/member'

const turn = (articleId: string) => `who comes into the room of article ${articleId}`

/**
 * Keeps that a member comes into an article's room, or only reads what lies in it, before they see any of it: who saw
 * how a claim is rated cannot judge it blind. Refuses whoever may not know of the article, and everybody while it is
 * deleted.
 */
export async function keepStay(
  member: Pick<Member, 'id' | 'deskId'>,
  articleId: string,
  { staysOn }: { staysOn: boolean },
): Promise<void> {
  const set = staysOn
    ? { until: null }
    : { until: sql`case when ${roomStays.until} is null then null else clock_timestamp() end` }
  await db().transaction(async (tx) => {
    await shareRoomDoor(tx, articleId)
    await refuseAbsent(member, articleId, tx)
    await tx
      .insert(roomStays)
      .values({ articleId, memberId: member.id, until: staysOn ? null : sql`clock_timestamp()` })
      .onConflictDoUpdate({ target: [roomStays.articleId, roomStays.memberId], set })
  })
}

/** Lets no question about who saw what of an article be answered until the transaction ends. */
export const shareRoomDoor = (tx: Transaction, articleId: string): Promise<void> =>
  shareTurn(tx, turn(articleId))

/** Lets nobody into an article's room until the transaction ends, and waits for whoever is on the way in. */
export const lockRoomDoor = (tx: Transaction, articleId: string): Promise<void> =>
  takeTurn(tx, turn(articleId))
