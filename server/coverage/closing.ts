import type { WaiverReason } from '../../db/vocabulary'
import type { Span } from '../claim/quote'
import type { Refusal } from '../refusal'
import type { Someone } from '../thread/thread'
import type { SentenceState } from './coverage'

/** Sentences that nobody looked at and an editor lets be, each kind with its reason and, where one is written, a note. */
export type Waiver = { reason: WaiverReason; note: string; sentences: Span[] }

/** An editor closed an article: its sentences were looked at, or waived by name. It locks nothing. */
export type Closing = { by: Someone; at: Date; revisionId: string; sentences: number; waivers: Waiver[] }

/** What is known of an article's sentences now. */
type Known = { revisionId: string; sentences: readonly Span[]; states: readonly SentenceState[] }

/** The longest note of a waiver, in UTF-16 units. */
export const longestWaiverNote = 500

/** The sentences that nobody has looked at and no waiver names. */
export function openSentences({ sentences, states }: Known, waivers: readonly Waiver[]): Span[] {
  const waived = new Set(
    waivers.flatMap((waiver) => waiver.sentences.map(({ start, end }) => `${start} ${end}`)),
  )
  return sentences.filter(
    ({ start, end }, at) => states[at]?.is === 'not-looked-at' && !waived.has(`${start} ${end}`),
  )
}

/** Why an article cannot be closed with these waivers; null when it can. */
export function whyNotClose(known: Known, waivers: readonly Waiver[]): Refusal | null {
  const unexplained = waivers.some(({ reason, note }) => reason === 'other' && note.trim() === '')
  if (unexplained) return { code: 'waiver-unexplained' }
  const left = openSentences(known, waivers).length
  return left > 0 ? { code: 'coverage-not-full', values: { left } } : null
}

/** Whether an article has more to look at than when it was closed: another revision, or a sentence neither looked at nor waived. */
export function isChangedSince(closing: Pick<Closing, 'revisionId' | 'waivers'>, known: Known): boolean {
  return closing.revisionId !== known.revisionId || openSentences(known, closing.waivers).length > 0
}

/** The waivers without the sentences that somebody looked at after all, and without those that waive nothing. */
export function usedWaivers({ sentences, states }: Known, waivers: readonly Waiver[]): Waiver[] {
  const left = new Set(openSentences({ revisionId: '', sentences, states }, []).map(({ start }) => start))
  return waivers
    .map((waiver) => ({
      ...waiver,
      note: waiver.note.trim(),
      sentences: waiver.sentences.filter(({ start }) => left.has(start)),
    }))
    .filter((waiver) => waiver.sentences.length > 0)
}

/** How many sentences were waived for each reason. */
export const countWaived = (waivers: readonly Waiver[]): number =>
  waivers.reduce((sum, { sentences }) => sum + sentences.length, 0)
