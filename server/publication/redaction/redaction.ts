import { z } from 'zod'
import type { Refusal } from '../../refusal'
import { bar, blackedOut } from './black-out'

/** On what ground words are removed, as the page and the log say it: never the name of a person. */
export type Ground = { law: string; court: string; number: string }

/** What readers are told of words that were removed from a version under law. */
export type PublicRedaction = {
  ground: Ground
  note: string
  at: Date
  /** The entry of the log that seals the version as it is now; null where it was published after the words were removed. */
  entry: number | null
}

export const longestWord = 300
export const mostWords = 50
export const longestGround = 120
export const longestRedactionNote = 600

export const groundShape = z.object({
  law: z.string().max(longestGround),
  court: z.string().max(longestGround),
  number: z.string().max(longestGround),
})
export const wordsShape = z.array(z.string().max(longestWord)).max(mostWords)
export const redactionShape = groundShape.extend({
  words: wordsShape,
  note: z.string().max(longestRedactionNote),
})
export type AskedRedaction = z.infer<typeof redactionShape>

/** The words one by one, without space around them, each once. */
export const wordsIn = (lines: string[]): string[] => [
  ...new Set(lines.map((line) => line.trim()).filter(Boolean)),
]

/** Why the removal of words cannot be asked for like this; null when it can. `found` says whether readers have them. */
export function whyNotAskRedaction(
  { words, note, ...ground }: AskedRedaction,
  { found, isAsked }: { found: boolean; isAsked: boolean },
): Refusal | null {
  const asked = wordsIn(words)
  if (isAsked) return { code: 'redaction-asked' }
  if (!asked.length) return { code: 'redaction-needs-words' }
  if (!ground.law.trim()) return { code: 'redaction-needs-law' }
  if (!note.trim()) return { code: 'redaction-needs-note' }
  const said = [note, ...Object.values(ground)]
  if (said.some((text) => blackedOut(text, asked) !== text)) return { code: 'redaction-says-words' }
  return found ? null : { code: 'redaction-words-not-found' }
}

/** A removal that waits for a second person, or is over. */
export type OpenRedaction = { askedBy: string; confirmedAt: Date | null; droppedAt: Date | null }

/** Why a member may not confirm it; null when they may: never the one who asked. */
export function whyNotConfirmRedaction(asked: OpenRedaction, memberId: string): Refusal | null {
  if (asked.askedBy === memberId) return { code: 'redaction-by-you' }
  return whyRedactionOver(asked)
}

/** Why there is nothing to decide about it any more; null while there is. */
export function whyRedactionOver({ confirmedAt, droppedAt }: OpenRedaction): Refusal | null {
  return confirmedAt || droppedAt ? { code: 'redaction-over' } : null
}

/** What changes when words are removed: pages of readers, and how often the words stand there now. */
export type RedactionChange =
  | { what: 'version'; path: string; number: number; version: number; statement: string; times: number }
  | { what: 'text'; path: string; number: number; times: number }

/** How often the words stand in it. */
export function timesIn(value: unknown, words: string[]): number {
  return barsIn(blackedOut(value, words)) - barsIn(value)
}

/** How many bars stand in it. */
export const barsIn = (value: unknown): number => JSON.stringify(value).split(bar).length - 1
