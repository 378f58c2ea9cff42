import { and, eq, not, sql } from 'drizzle-orm'
import { db } from '../../../db/client'
import { claims, desks } from '../../../db/schema'
import { wallTimeOf } from '../../assignment/due/due'
import { isDeleted } from '../../deleted/read-removal'
import { readWhoMay } from '../../member/read-desk'
import { tellMembers } from '../../notice/tell-members'
import { whoWrote } from '../../room/kept/who-wrote'
import { isPast } from './reply'

/**
 * Tells whoever wrote in a claim, and the desk's editors, that the day has passed by which somebody was asked for their
 * side and nothing has come: once for each day that is set. Not on a demo. How many such days there are.
 */
export async function tellDueReplies(now: Date): Promise<number> {
  const waiting = await db()
    .select({
      ...{ claimId: claims.id, articleId: claims.articleId, deskId: claims.deskId },
      ...{ awaited: claims.awaited, timeZone: desks.timeZone },
    })
    .from(claims)
    .innerJoin(desks, eq(desks.id, claims.deskId))
    .where(
      and(
        ...[sql`jsonb_array_length(${claims.awaited}) > 0`, eq(claims.isDeleted, false)],
        ...[eq(desks.isDemo, false), not(isDeleted(claims.articleId))],
      ),
    )
  const due = waiting.flatMap(({ awaited, timeZone, ...claim }) => {
    const today = wallTimeOf(now, timeZone).slice(0, 10)
    return awaited.filter(({ deadline }) => isPast(deadline, today)).map((reply) => ({ ...claim, ...reply }))
  })
  for (const { id, deadline, ...claim } of due) await tell(claim, `${id} ${deadline}`)
  return due.length
}

type Concerned = { claimId: string; articleId: string; deskId: string }

async function tell({ claimId, articleId, deskId }: Concerned, subjectId: string): Promise<void> {
  await db().transaction(async (tx) => {
    const editors = await readWhoMay('decide on submissions', deskId, tx)
    const to = [...new Set([...(await whoWrote(claimId, tx)), ...editors])]
    const by = { id: null, deskId }
    await tellMembers(tx, { kind: 'reply-due', by, subjectId, to, articleId, claimId })
  })
}
