import { z } from 'zod'
import { sourceTerms, sourceWays } from '../../db/vocabulary'
import type { Refusal } from '../refusal'

/** What is known of a source that no link leads to. Empty text means not stated. */
export const unlinkedShape = z.object({
  way: z.enum(sourceWays).nullable(),
  /** The name: readers get it only where the source is on the record. */
  who: z.string(),
  /** What they are, as readers may be told: "a ministry official". */
  role: z.string(),
  /** The member who spoke with them or holds the paper; never told to readers. */
  by: z.string(),
  terms: z.enum(sourceTerms).nullable(),
})
export type Unlinked = z.infer<typeof unlinkedShape>

/** Why readers and colleagues get nothing of a source but that there is one; the reason itself is public. */
export const confidentialShape = z.object({ reason: z.string() })

export const unlinkedFields = ['way', 'terms', 'who', 'role', 'by'] as const satisfies (keyof Unlinked)[]
export type UnlinkedField = (typeof unlinkedFields)[number]

type Described = {
  title: string
  address: string
  publisher: string
  date: string
  quote: string
  place: string
  unlinked?: Unlinked | undefined
  confidential?: z.infer<typeof confidentialShape> | undefined
}

/** What a source without a link still needs; null when it has that, and for all others. */
export function whyUnlinkedUnfinished(source: Described, number: number): Refusal | null {
  const values = { number }
  const { unlinked, confidential } = source
  if (confidential) return confidential.reason.trim() ? null : { code: 'source-without-reason', values }
  if (!unlinked) return null
  const { way, terms, who, role } = unlinked
  if (!way) return { code: 'source-without-way', values }
  if (!terms) return { code: 'source-without-terms', values }
  if (terms === 'on-record' && !who.trim()) return { code: 'source-without-name', values }
  if (terms !== 'not-for-attribution' && !role.trim()) return { code: 'source-without-role', values }
  return null
}

/**
 * A source as its terms allow readers to have it: on the record with name and role, on background with the role alone,
 * not for attribution that there is one and of what kind, confidential the same with the reason. A second time it
 * stays as it is.
 */
export function asTermsAllow<Source extends Described>(source: Source): Source {
  const { unlinked, confidential } = source
  if (confidential) return { ...source, ...unsaid, confidential: { reason: confidential.reason } }
  if (!unlinked) return source
  const { way, role, terms } = unlinked
  if (terms === 'on-record') return { ...source, unlinked: { ...unlinked, by: '' } }
  // A title, a publisher or a page may name whom the terms do not.
  if (terms === 'background') return { ...source, ...nameless, unlinked: { way, role, terms, ...nobody } }
  const least = { way: null, role: '', terms: 'not-for-attribution', ...nobody } as const
  return { ...source, ...unsaid, unlinked: least }
}

/** Whether readers may have what is archived of a source: its terms withhold nothing. */
export function isWithheld({
  unlinked,
  confidential,
}: Pick<Described, 'unlinked' | 'confidential'>): boolean {
  return confidential !== undefined || (unlinked !== undefined && unlinked.terms !== 'on-record')
}

const nobody = { who: '', by: '' }
const nameless = { title: '', address: '', publisher: '', place: '' }
const unsaid = { ...nameless, date: '', quote: '' }

/** The names that readers may not have; those that are nothing but spaces are none. */
export function withheldNames(sources: Described[]): { number: number; name: string }[] {
  return sources.flatMap(({ unlinked }, index) => {
    const name = unlinked && unlinked.terms !== 'on-record' ? folded(unlinked.who) : ''
    return name ? [{ number: index + 1, name }] : []
  })
}

/** Why words cannot go out to readers: they name a source whose terms withhold the name; null when they do not. */
export function whyNamesWithheld(sources: Described[], texts: string[]): Refusal | null {
  const said = texts.map(folded)
  const named = withheldNames(sources).find(({ name }) => said.some((text) => holdsName(text, name)))
  return named ? { code: 'withheld-name-written', values: { number: named.number } } : null
}

const folded = (text: string) => text.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase()

/** As a whole: "Ann Roe" is not in "Joann Roefeld". Korean and Arabic write particles onto a name, so there it may go on. */
function holdsName(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const around = [text.slice(0, at).at(-1) ?? '', text.slice(at + name.length).at(0) ?? '']
    if (!around.some((letter) => /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u.test(letter)))
      return true
  }
  return false
}
