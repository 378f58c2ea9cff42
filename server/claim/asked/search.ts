import { isStatedDate } from '../../date/stated-date'
import type { Refusal } from '../../refusal'

/** A search that found nothing. Empty text means not stated. */
export type Search = {
  id: string
  /** The archive, register or collection that was searched. */
  where: string
  /** What was looked for. */
  what: string
  /** As precise as known: "2026-03-05", "2026-03" or "2026". */
  when: string
  /** The member who searched; never told to readers. */
  by: string
  /** What of it was looked through: years, editions, words that were tried. */
  through: string
}

export const searchFields = ['where', 'what', 'when', 'by', 'through'] as const satisfies (keyof Search)[]
export type SearchField = (typeof searchFields)[number]

/** What a search still needs before its claim can be submitted; null when it is finished. */
export function whySearchUnfinished({ where, what, when }: Search, number: number): Refusal | null {
  const values = { number }
  if (!where.trim() || !what.trim()) return { code: 'search-unfinished', values }
  if (when.trim() && !isStatedDate(when)) return { code: 'search-date-unreadable', values }
  return null
}

/** A search as readers have it: who of the desk did it is not theirs to know. */
export const publicSearch = (search: Search): Search => ({ ...search, by: '' })
