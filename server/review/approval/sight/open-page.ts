import { and, eq } from 'drizzle-orm'
import { db } from '../../../../db/client'
import { sights } from '../../../../db/schema'
import { refuseAbsent } from '../../../deleted/read-removal'
import type { Member } from '../../../member/member'
import { shareRoomDoor } from '../../../room/stay/keep-stay'
import { readSubmission, type SubmissionPage } from '../read-submission'

/** Hands a member the page of a submission, and keeps that they had it: it says how the claim is rated. */
export async function openPage(submissionId: string, member: Member): Promise<SubmissionPage> {
  const page = await readSubmission(submissionId, member)
  const own = and(eq(sights.submissionId, submissionId), eq(sights.memberId, member.id))
  const [known] = await db().select({ at: sights.at }).from(sights).where(own)
  if (known) return page
  await db().transaction(async (tx) => {
    // As into the room: one has seen it, or is asked to judge the claim blind, never both.
    await shareRoomDoor(tx, page.article.id)
    await refuseAbsent(member, page.article.id, tx)
    await tx.insert(sights).values({ submissionId, memberId: member.id }).onConflictDoNothing()
  })
  return page
}
