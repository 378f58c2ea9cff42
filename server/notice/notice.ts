import { z } from 'zod'
import { type MailRhythm, mailRhythms, type NoticeKind, noticeKinds } from '../../db/vocabulary'
import { explanationPlace } from '../dossier/explanation/explanation'

/** What a member is told, as it is read: who did what, to which claim or words, and where that is. */
export type Notice = {
  id: string
  kind: NoticeKind
  /** A member, a guest by their link, or a reader by their report. */
  by: { id: string; name: string }
  at: Date
  isRead: boolean
  /** Null for a report that is about no article, for a subscription, and for what happens in a dossier. */
  articleId: string | null
  articleTitle: string | null
  claimId: string | null
  threadId: string | null
  commentId: string | null
  reportId: string | null
  /** What was explained in a dossier, and that; null for everything else. */
  explanationId: string | null
  dossierId: string | null
  dossierName: string | null
  /**
   * What the claim says, its quote until it has a statement, or the words that are talked about, or an explanation, or why a
   * dossier is to be retracted.
   */
  about: string
}

const kinds = z.array(z.enum(noticeKinds)).max(noticeKinds.length)

/** What somebody wants to be told, which of that also by mail, and how often mail may come. */
export const noticeSettingsShape = z.strictObject({
  told: kinds.transform(inOrder),
  mailed: kinds.transform(inOrder),
  rhythm: z.enum(mailRhythms),
})
export type NoticeSettings = z.infer<typeof noticeSettingsShape>

/** What holds for a member who has chosen nothing. */
export const usualNotices: NoticeSettings = {
  told: [...noticeKinds],
  mailed: [
    'mentioned',
    'assigned',
    'asked-second',
    'returned',
    'clearance-asked',
    'reported',
    'subscriber-silent',
    'passage-changed',
    'overturned',
    'reply-due',
    'explanation-sent',
    'explanation-returned',
    'retraction-sent',
    'retraction-returned',
  ],
  rhythm: 'hourly',
}

/** What was chosen, and of kinds that came later what is usual: nobody can have chosen against them. */
export function withLaterKinds({
  known,
  ...chosen
}: NoticeSettings & { known: NoticeKind[] }): NoticeSettings {
  const seen = new Set([...known, ...chosen.told, ...chosen.mailed])
  const later = (usual: NoticeKind[]) => usual.filter((kind) => !seen.has(kind))
  return {
    told: inOrder([...chosen.told, ...later(usualNotices.told)]),
    mailed: inOrder([...chosen.mailed, ...later(usualNotices.mailed)]),
    rhythm: chosen.rhythm,
  }
}

export const isSameSettings = (one: NoticeSettings, other: NoticeSettings) =>
  JSON.stringify([inOrder(one.told), inOrder(one.mailed), one.rhythm]) ===
  JSON.stringify([inOrder(other.told), inOrder(other.mailed), other.rhythm])

/** The message that says what happened; a changed passage that is no one claim's is one of several of its article. */
export function messageOf({ kind, claimId }: Pick<Notice, 'kind' | 'claimId'>) {
  return kind === 'passage-changed' && claimId === null ? 'notice.passages' : (`notice.kind.${kind}` as const)
}

/** Where a notice leads, below the addresses of its desk. */
export function placeOfNotice(
  slug: string,
  notice: Pick<
    Notice,
    'kind' | 'articleId' | 'claimId' | 'threadId' | 'commentId' | 'reportId' | 'explanationId' | 'dossierId'
  >,
) {
  const { kind, articleId, claimId, threadId, commentId, reportId, explanationId, dossierId } = notice
  if (explanationId) return explanationPlace(slug, { dossierId, id: explanationId })
  if (dossierId) return `/desk/${slug}/dossiers/${dossierId}`
  if (reportId) return `/desk/${slug}/reports?report=${reportId}`
  if (kind === 'subscriber-silent') return `/desk/${slug}/settings#subscriptions`
  if (kind === 'asked-second') return `/desk/${slug}/second/${claimId}`
  const place = new URLSearchParams()
  if (claimId) place.set('claim', claimId)
  else if (threadId) place.set('passage', threadId)
  if (commentId) place.set('comment', commentId)
  const asked = place.toString()
  return `/desk/${slug}/articles/${articleId}${asked ? `?${asked}` : ''}`
}

/** How long, in ms, the oldest unread notice waits until a mail tells of it and of all that came meanwhile. */
export const waitOf: Record<MailRhythm, number | null> = {
  hourly: 60 * 60_000,
  daily: 24 * 60 * 60_000,
  never: null,
}

/** Each kind once, in the order of the vocabulary. */
function inOrder(chosen: NoticeKind[]): NoticeKind[] {
  return noticeKinds.filter((kind) => chosen.includes(kind))
}
