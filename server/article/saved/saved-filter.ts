import { z } from 'zod'
import { type Member, may } from '../../member/member'
import type { Refusal } from '../../refusal'
import { type ArticleFilter, namesIn } from '../list/article-filter'

/** A filter of the desk's articles under a name; a shared one is there for everybody on the desk. */
export type SavedFilter = {
  id: string
  name: string
  filter: ArticleFilter
  isShared: boolean
  by: { id: string; name: string }
}

/** The longest name, in UTF-16 units, and the most that one member keeps. */
export const [longestName, mostFilters] = [60, 20]

/** A name as it is kept: in one line, without signs that would turn what stands beside it around. */
export const nameShape = z.string().max(500).transform(nameOf)

export function nameOf(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}

type Named = Pick<SavedFilter, 'id' | 'name'>

/** Why a filter cannot have a name; null when it can. `own` are the member's others. */
export function whyNotName(name: string, own: Named[]): Refusal | null {
  if (name === '') return { code: 'filter-name-empty' }
  if (name.length > longestName) return { code: 'filter-name-too-long', values: { most: longestName } }
  const isTaken = own.some((other) => other.name.toLowerCase() === name.toLowerCase())
  return isTaken ? { code: 'filter-name-taken' } : null
}

/** Why a member cannot save one more filter; null when they can. */
export function whyNotSave(
  { name, filter }: Pick<SavedFilter, 'name' | 'filter'>,
  own: Named[],
): Refusal | null {
  if (namesIn(filter).length === 0) return { code: 'filter-empty' }
  if (own.length >= mostFilters) return { code: 'filters-too-many', values: { most: mostFilters } }
  return whyNotName(name, own)
}

/** Why a member may not change or delete a filter that they see; null when they may. */
export function whyNotChange(
  { by, isShared }: Pick<SavedFilter, 'by' | 'isShared'>,
  member: Pick<Member, 'id' | 'role'>,
): Refusal | null {
  return by.id === member.id || (isShared && may(member, 'share filters'))
    ? null
    : { code: 'filter-not-yours' }
}
