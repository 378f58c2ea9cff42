import type { ReleaseEnd } from '../../../db/vocabulary'
import { dateFormat, zoneOffset } from '../../date/date-format'
import type { Refusal } from '../../refusal'
import { screenLocale } from '../../words'

/** When an approved submission goes out by itself, and what became of that. Times are ISO 8601. */
export type Release = {
  publishAt: string
  editor: string
  outcome: ReleaseOutcome | null
}
export type ReleaseOutcome = {
  end: ReleaseEnd
  /** Who stopped it; null where it was its time that ended it. */
  editor: string | null
  note: string
  refusal: Refusal | null
  at: string
}

/** The furthest a release may lie ahead, in days. */
export const furthest = 90

/** Whether a release still lies ahead. */
export const isAhead = (release: Release | null) => release !== null && release.outcome === null

/** Whether a release ended without a publication, so that its submission came back. */
export const isCalledOff = (release: Release | null) =>
  release?.outcome != null && release.outcome.end !== 'published'

/** Why a submission may not be planned for this moment; null when it may. */
export function whyNotAt(at: Date | null, now: Date): Refusal | null {
  if (!at) return { code: 'release-no-time' }
  if (at <= now) return { code: 'release-past' }
  if (at.getTime() - now.getTime() > furthest * 86_400_000)
    return { code: 'release-too-far', values: { days: furthest } }
  return null
}

/** What is known of an approved submission when its time has come. */
export type DueSubmission = {
  isSuperseded: boolean
  /** Whether its claim was deleted or merged into another. */
  isGone: boolean
  authors: string[]
  approvers: { id: string; isEditor: boolean }[]
  /** Whether its published version was put under review after this was approved. */
  isDoubtedSince: boolean
  /** A clearance that was required or refused since. */
  notCleared: Refusal | null
}

/** Why an approved submission is not published when its time has come: what its editors approved must still hold. */
export function whyNotPublishNow(due: DueSubmission): Refusal | null {
  if (due.isSuperseded) return { code: 'submission-superseded' }
  if (due.isGone) return { code: 'release-claim-deleted' }
  if (due.approvers.some(({ isEditor }) => !isEditor)) return { code: 'release-approver-left' }
  if (due.approvers.some(({ id }) => due.authors.includes(id))) return { code: 'release-approver-wrote' }
  return due.isDoubtedSince ? { code: 'release-doubted' } : due.notCleared
}

/** Why a release cannot be stopped; null when it can. */
export function whyNotStop(release: Release | null, note: string): Refusal | null {
  if (!isAhead(release)) return { code: 'release-over' }
  return note.trim() ? null : { code: 'stop-needs-note' }
}

/**
 * The moment that a clock on the wall of a time zone shows: "2026-03-05T18:00". Null for what is no time, and for one
 * that the clock skips in spring; of an hour that comes twice in autumn, the first.
 */
export function momentAt(wall: string, timeZone: string): Date | null {
  const parts = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})$/.exec(wall)
  const asUtc = parts ? Date.parse(`${wall}:00Z`) : Number.NaN
  if (Number.isNaN(asUtc)) return null
  const hour = 3_600_000
  // No zone is further than 14 hours from UTC; both sides of a change of the clock are looked at, the earlier first.
  const offsets = [asUtc - 24 * hour, asUtc + 24 * hour].map((near) => zoneOffset(near, timeZone))
  const moments = offsets.map((offset) => asUtc - offset).toSorted((one, other) => one - other)
  const found = moments.find((moment) => moment + zoneOffset(moment, timeZone) === asUtc)
  return found === undefined ? null : new Date(found)
}

/** A moment as the desk's clock shows it: "5 March 2026, 18:00". */
export function saidAt(at: Date, timeZone: string): string {
  const part = (style: Intl.DateTimeFormatOptions) =>
    dateFormat(screenLocale(), { timeZone, ...style }).format(at)
  const time = part({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return `${part({ day: 'numeric', month: 'long', year: 'numeric' })}, ${time}`
}
