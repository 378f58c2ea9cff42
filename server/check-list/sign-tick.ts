import { sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { db } from '../../db/client'
import { checkTicks } from '../../db/schema'
import { notify } from '../channel/notify'
import { holdArticle } from '../deleted/lock-article'
import type { Member } from '../member/member'
import { Refused, refuseIf } from '../refusal'
import { openSubmission } from '../review/open-submission'
import { whyNotDecide } from '../review/submission'
import { type Tick, whyNotTick } from './check-list'
import { readChecks } from './read-check-list'

type Signed = Pick<Tick, 'lineId' | 'words' | 'isTicked'> & { member: Member; submissionId: string }

/** Ticks a line for one submission, or takes the tick back; who may decide on the submission may do both. */
export async function signTick({ member, submissionId, lineId, words, isTicked }: Signed): Promise<void> {
  await db().transaction(async (tx) => {
    const submission = await openSubmission(tx, submissionId, member)
    if (!submission) throw new Refused({ code: 'submission-unknown' })
    refuseIf(whyNotDecide(submission, member))
    const { articleId, deskId, frozen } = submission
    await holdArticle(tx, member, articleId)
    const { checks } = await readChecks({ id: submissionId, deskId, kind: frozen.kind }, tx)
    const lines = checks.map(({ line }) => line)
    refuseIf(whyNotTick(lines, { lineId, words }))
    const isSo = checks.some(({ line, tick }) => line.id === lineId && (tick !== null) === isTicked)
    if (isSo) return
    const tick = { id: uuid(), submissionId, lineId, words, isTicked, memberId: member.id }
    // The lock may have been waited for: the time is when it was signed, not when the transaction began.
    await tx.insert(checkTicks).values({ ...tick, at: sql`clock_timestamp()` })
    await notify(tx, 'rows_changed', { articleId })
  })
}
