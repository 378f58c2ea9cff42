import { and, eq } from 'drizzle-orm'
import { db } from '../../db/client'
import { guestLinks, guestWithdrawals, submissions } from '../../db/schema'
import { notify } from '../channel/notify'
import { isThere } from '../deleted/read-removal'
import type { Member } from '../member/member'
import { Refused } from '../refusal'

/** Lets a guest link lead nowhere any more, at once; any editor who may open its article may do that. */
export async function withdrawGuestLink({ member, linkId }: { member: Member; linkId: string }) {
  await db().transaction(async (tx) => {
    const [link] = await tx
      .select({ articleId: submissions.articleId })
      .from(guestLinks)
      .innerJoin(submissions, eq(submissions.id, guestLinks.submissionId))
      .where(
        and(
          eq(guestLinks.id, linkId),
          eq(submissions.deskId, member.deskId),
          isThere(submissions.articleId, member.id),
        ),
      )
    if (!link) throw new Refused({ code: 'guest-link-unknown' })
    await tx.insert(guestWithdrawals).values({ linkId, withdrawnBy: member.id }).onConflictDoNothing()
    await notify(tx, 'rows_changed', link)
  })
}
