import { and, eq, inArray, isNull } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import type { Transaction } from '../../db/client'
import { members, noticeSettings, notices } from '../../db/schema'
import type { NoticeKind } from '../../db/vocabulary'
import type { Member } from '../member/member'
import { usualNotices, withLaterKinds } from './notice'

/** Something that happened, whom it concerns, and where it is. */
export type Happened = {
  kind: NoticeKind
  by: By
  /** The row that says it happened: the same thing is told once. */
  subjectId: string
  to: string[]
  articleId: string | null
  claimId: string | null
  threadId?: string
  commentId?: string
  explanationId?: string
  retractionId?: string
}

const byThemselves: NoticeKind[] = ['ruled', 'subscriber-silent', 'passage-changed']

/** A member, the guest of a link, the sender of a report, or nobody: some things are found out by themselves. */
type By =
  | (Pick<Member, 'id' | 'deskId'> & { reportId?: string })
  | { id: null; guestLinkId: string; deskId: string }
  | { id: null; reportId: string; deskId: string }
  | { id: null; deskId: string }

/**
 * Tells members of what an act did, in its transaction: they are told if, and only if, it commits. Who did it is not
 * told, but by a rule of their own, nor who has left the desk or does not want to know.
 */
export async function tellMembers(
  tx: Transaction,
  { by, subjectId, to, ...happened }: Happened,
): Promise<void> {
  // Whoever made a rule, added a subscription or looked at a page did not do what it tells of.
  const concerned = byThemselves.includes(happened.kind) ? to : to.filter((id) => id !== by.id)
  if (concerned.length === 0) return
  const onDesk = await tx
    .select({ memberId: members.id, chosen: noticeSettings })
    .from(members)
    .leftJoin(noticeSettings, eq(noticeSettings.memberId, members.id))
    .where(and(inArray(members.id, concerned), eq(members.deskId, by.deskId), isNull(members.removedAt)))
  const { kind } = happened
  const rows = onDesk
    .filter(({ chosen }) => (chosen ? withLaterKinds(chosen) : usualNotices).told.includes(kind))
    .map(({ memberId }) => ({
      ...{ ...happened, memberId, id: newId(), deskId: by.deskId, byId: by.id },
      guestLinkId: 'guestLinkId' in by ? by.guestLinkId : null,
      reportId: 'reportId' in by ? (by.reportId ?? null) : null,
      key: `${kind} ${subjectId} ${memberId}`,
    }))
  if (rows.length > 0) await tx.insert(notices).values(rows).onConflictDoNothing({ target: notices.key })
}
