import { eq } from 'drizzle-orm'
import { db } from '../../../db/client'
import { releaseOutcomes, releases } from '../../../db/schema'
import { notify } from '../../channel/notify'
import { type Member, whyMayNot } from '../../member/member'
import { keepEvent } from '../../notice/event/keep-event'
import { tellMembers } from '../../notice/tell-members'
import { Refused, refuseIf } from '../../refusal'
import { openSubmission } from '../open-submission'
import { whyNotStop } from './release'

type Stop = { member: Member; submissionId: string; note: string }

/** Keeps an approved submission from going out by itself; it comes back to its authors with the note. */
export async function stopRelease({ member, submissionId, note }: Stop): Promise<void> {
  refuseIf(whyMayNot(member, 'decide on submissions'))
  await db().transaction(async (tx) => {
    const submission = await openSubmission(tx, submissionId, member)
    if (submission?.deskId !== member.deskId) throw new Refused({ code: 'submission-unknown' })
    refuseIf(whyNotStop(submission.release, note))
    const [release] = await tx.select().from(releases).where(eq(releases.submissionId, submissionId))
    if (!release) throw new Error('a release that lies ahead is not there')
    const stopped = { releaseId: release.id, end: 'stopped' as const, memberId: member.id }
    await tx.insert(releaseOutcomes).values({ ...stopped, note: note.trim(), endedAt: new Date() })
    const { articleId, claimId, authors: to } = submission
    const returned = { kind: 'returned', subjectId: submissionId, articleId, claimId } as const
    await tellMembers(tx, { ...returned, by: member, to })
    await keepEvent(tx, { ...returned, deskId: member.deskId, version: null })
    await notify(tx, 'rows_changed', { articleId })
  })
}
