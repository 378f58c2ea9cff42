import { z } from 'zod'
import { type SourceKind, type Stance, sourceKinds, stances } from '../../db/vocabulary'
import { isStatedDate } from '../date/stated-date'
import type { Refusal } from '../refusal'
import { confidentialShape, unlinkedShape, whyUnlinkedUnfinished } from './unlinked'

/** A piece of evidence for one claim. Empty text means not stated; a source without kind or stance is unfinished. */
export const sourceShape = z.object({
  id: z.uuid(),
  claimId: z.uuid(),
  kind: z.enum(sourceKinds).nullable(),
  stance: z.enum(stances).nullable(),
  title: z.string(),
  address: z.string(),
  publisher: z.string(),
  /** As precise as known: "2026-03-05", "2026-03" or "2026". */
  date: z.string(),
  quote: z.string(),
  /** Where the quote stands in the source: a page, a table, a minute. */
  place: z.string(),
  /** A call, a mail, a meeting or a paper; not there for what a link or a title leads to. */
  unlinked: unlinkedShape.optional(),
  /** A placeholder for a source whose details are kept encrypted elsewhere; not there for all others. */
  confidential: confidentialShape.optional(),
})
export type Source = z.infer<typeof sourceShape>

/** The parts of a source that people fill in. */
export const sourceFields = [
  'kind',
  'stance',
  'title',
  'address',
  'publisher',
  'date',
  'quote',
  'place',
] as const
export type SourceField = (typeof sourceFields)[number]

export function isSourceKind(value: unknown): value is SourceKind {
  return sourceKinds.some((kind) => kind === value)
}

export function isStance(value: unknown): value is Stance {
  return stances.some((stance) => stance === value)
}

/** What a source can be called in a list: its title, else its address. */
export function nameOfSource(source: Pick<Source, 'title' | 'address'>): string {
  return source.title.trim() || source.address.trim()
}

/** What a source still needs before its claim can be submitted; null when it is finished. */
export function whyUnfinished(source: Source, number: number): Refusal | null {
  const values = { number }
  const unlinked = whyUnlinkedUnfinished(source, number)
  if (unlinked) return unlinked
  const isNamedElsewhere = source.unlinked || source.confidential
  if (!isNamedElsewhere && !nameOfSource(source)) return { code: 'source-unnamed', values }
  if (!source.kind) return { code: 'source-without-kind', values }
  if (!source.stance) return { code: 'source-without-stance', values }
  if (source.date.trim() && !isStatedDate(source.date)) return { code: 'source-date-unreadable', values }
  return null
}

/** An address that may become a link; anything but http and https is shown as text. */
export function linkOf(address: string): string | null {
  // Words of it were removed under law: it leads nowhere any more.
  if (address.includes('█')) return null
  try {
    const url = new URL(address.trim())
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
  } catch {
    return null
  }
}
