import type { PassageChange, WatchRhythm } from '../../db/revision-words'
import type { Span } from '../claim/quote'
import type { Refusal } from '../refusal'

/** What became of a claim's passage in the newest revision of its article, as somebody works with it. */
export type Passage = {
  placementId: string
  claimId: string
  change: PassageChange
  span: Span | null
  isDoubtful: boolean
  /** The words it is compared with: the quote, or those that somebody signed for, or a version spoke of, since. */
  was: string
  /** The words that stand there now; null where it was removed. */
  words: string | null
  settled: { by: string; at: Date } | null
  held: { by: string; at: Date } | null
  /** Whether readers got a version since it was placed: then the desk has said what is to be said. */
  isPublishedSince: boolean
}

/** What the desk still has to do about a passage. */
export type PassageTask = 'place' | 'recheck' | 'reopened' | 'removed'

/**
 * What is to be done about a passage; null where it was carried silently, signed for, or published since. One that was
 * removed asks for nothing in the room: the check stays with the version it was made on, and that can be told.
 */
export function taskOf(
  passage: Pick<Passage, 'change' | 'isDoubtful' | 'held' | 'isPublishedSince'>,
): PassageTask | null {
  const { change, isDoubtful, held, isPublishedSince } = passage
  if (isDoubtful) return 'place'
  if (held || isPublishedSince) return null
  if (change === 'edited') return 'recheck'
  if (change === 'substantive') return 'reopened'
  return change === 'removed' ? 'removed' : null
}

/** Where a passage is shown in the newest text; null where that is not known, or it is gone. */
export const carriedTo = ({ span, isDoubtful }: Pick<Passage, 'span' | 'isDoubtful'>): Span | null =>
  isDoubtful ? null : span

/** Whether readers may be told of it by a new version, though the check itself says what it said. */
export const isNewsOf = (task: PassageTask | null): boolean => task !== null && task !== 'place'

/** Why a claim may not be submitted as it is, though all its parts are there; a published one may, as that answers the change. */
export function whyNotAsItStands(isReopened: boolean, isPublished: boolean): Refusal | null {
  return isReopened && !isPublished ? { code: 'passage-changed' } : null
}

/** Why nobody can say of a passage where it is; null while a person is asked for it. */
export function whyNotSettle(placement: { isDoubtful: boolean } | undefined): Refusal | null {
  if (!placement) return { code: 'passage-unknown' }
  return placement.isDoubtful ? null : { code: 'passage-settled' }
}

/** Why nobody can sign that a check holds for a changed passage. */
export function whyNotHold(
  placement: { isDoubtful: boolean; change: PassageChange } | undefined,
): Refusal | null {
  if (!placement) return { code: 'passage-unknown' }
  if (placement.isDoubtful) return { code: 'passage-doubtful' }
  const isChanged = placement.change === 'edited' || placement.change === 'substantive'
  return isChanged ? null : { code: 'passage-unchanged' }
}

const hour = 60 * 60_000
/** A little less than its name says: rounds come every ten minutes, and a page looked at each day stays at its hour. */
const waits: Record<Exclude<WatchRhythm, 'off'>, number> = { daily: 23.9 * hour, weekly: 167.9 * hour }

/** Whether a page is to be looked at now; a look that failed counts like any other. */
export function isDue(
  { rhythm, triedAt }: { rhythm: WatchRhythm; triedAt: Date | null },
  now: Date,
): boolean {
  if (rhythm === 'off') return false
  return triedAt === null || now.getTime() - triedAt.getTime() >= waits[rhythm]
}

/** How many of the earlier text's different words must be in the later for it to be the same article. */
const enough = 0.3

/** Whether a page is so unlike what was there that it is more likely a notice, a wall or another article. */
export function isAnother(before: string, after: string): boolean {
  const had = new Set(before.match(/[\p{L}\p{N}]+/gu) ?? [])
  const has = new Set(after.match(/[\p{L}\p{N}]+/gu) ?? [])
  return [...had].filter((word) => has.has(word)).length < had.size * enough
}
