import { z } from 'zod'
import { isStatedDate } from '../date/stated-date'
import type { Refusal } from '../refusal'
import { blockEditsShape } from './draft/edited-blocks'
import type { Block, Extraction, Field } from './extract/extraction'

/** Parameters that say how a reader came to a page, not which page it is. */
const trackingParameter = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|ref_src|cmpid|ocid)$/i

/** An address as two people would call it the same: no scheme, no "www.", no tracking, no fragment, no last slash. */
export function addressKey(address: string): string {
  const url = new URL(address)
  for (const name of [...url.searchParams.keys()])
    if (trackingParameter.test(name)) url.searchParams.delete(name)
  url.searchParams.sort()
  return url.host.replace(/^www\./, '') + url.pathname.replace(/\/+$/, '') + url.search
}

/** What a person typed as an address, made whole ("example.org/a" is https); null when it cannot be one. */
export function wholeAddress(typed: string): string | null {
  const text = typed.trim()
  const withScheme = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/]+:\d/.test(text) ? text : `https://${text}`
  if (!URL.canParse(withScheme) || !/^https?:/i.test(withScheme)) return null
  const { hostname, href } = new URL(withScheme)
  return hostname.includes('.') || hostname.startsWith('[') || hostname === 'localhost' ? href : null
}

/** Most bytes of an article's page or text: what is longer is not one article. */
export const mostPageBytes = 5_000_000

/** Whether to read what arrived as HTML: its file is named so, or it begins with a tag or a doctype. */
export function kindOf(content: string, fileName = ''): 'text' | 'html' {
  const isMarkup = /^\s*<(?:!doctype|!--|\/?[a-z][a-z0-9]*[\s>])/i.test(content)
  return isMarkup || /\.x?html?$/i.test(fileName) ? 'html' : 'text'
}

/** Most blocks of an article: a book's, and few enough to be looked at. */
const mostBlocks = 10_000

/** Why a text has too many blocks to be one article; null when it has not. */
export function whyNotBlocks({ length }: Block[]): Refusal | null {
  return length > mostBlocks ? { code: 'blocks-too-many', values: { most: mostBlocks } } : null
}

/** The fields a person may correct before the text is frozen. Dates are ISO 8601, as precise as known. */
export const correctionsShape = blockEditsShape.extend({
  title: z.string().trim().max(500),
  byline: z.array(z.string().trim().min(1).max(200)).max(40),
  published: z.string().trim().max(100).nullable(),
  updated: z.string().trim().max(100).nullable(),
  publisher: z.string().trim().max(200).nullable(),
  language: z.string().trim().max(100).nullable(),
  /** The desk's own article: readers may be shown it whole. */
  isOwn: z.boolean(),
  /** Where it stands, as somebody typed it, of a draft that came without an address; any other keeps its own. */
  address: z.string().trim().max(2000).nullable().default(null),
})
export type Corrections = z.infer<typeof correctionsShape>

/** Why the text in a field cannot be kept as it is written; null when it can, as when there is none. */
export function whyNotField(field: Field, text: string | null): Refusal | null {
  const written = text?.trim()
  if (!written) return null
  const isDate = field === 'published' || field === 'updated'
  if (isDate && !isStatedDate(written)) return { code: 'date-unreadable' }
  if (field === 'language' && !/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(written))
    return { code: 'language-unreadable' }
  return null
}

/** Why what was typed as the address of a text cannot be one; null when it can, as when nothing was typed. */
export function whyNotAddress(typed: string | null): Refusal | null {
  return typed?.trim() && !wholeAddress(typed) ? { code: 'address-invalid' } : null
}

/** Why corrected fields cannot be kept; null when they can. */
export function whyNotCorrect(
  corrected: Pick<Corrections, 'published' | 'updated' | 'language' | 'address'>,
): Refusal | null {
  return (
    whyNotAddress(corrected.address) ??
    whyNotField('published', corrected.published) ??
    whyNotField('updated', corrected.updated) ??
    whyNotField('language', corrected.language)
  )
}

/** Why a text cannot be frozen as an article; null when it can. */
export function whyNotFreeze(title: string, blocks: Extraction['blocks']): Refusal | null {
  if (!title.trim()) return { code: 'article-untitled' }
  if (!blocks.some((block) => block.text.trim())) return { code: 'article-empty' }
  return null
}

/** A claim quotes words: a picture that the page gave none is quoted by its address. */
export function quotable(block: Block): Block {
  return block.kind === 'picture' && !block.text ? { ...block, text: block.address ?? '' } : block
}

/** The extraction with the standfirst that the page shows as its first block: its words are checked like all others. */
export function withStandfirst(extraction: Extraction): Extraction {
  const { standfirst, provenance, blocks } = extraction
  if (!standfirst || provenance.standfirst !== 'page') return extraction
  return { ...extraction, blocks: [{ kind: 'paragraph', text: standfirst }, ...blocks] }
}

/** Where each field came from after a person has looked: theirs where they changed it. */
export function provenanceAfter(
  extraction: Extraction,
  corrected: Pick<Corrections, Field>,
): Record<string, string | null> {
  const changed = (['title', 'byline', 'published', 'updated', 'publisher', 'language'] as const).filter(
    (field) => JSON.stringify(corrected[field]) !== JSON.stringify(extraction[field]),
  )
  return { ...extraction.provenance, ...Object.fromEntries(changed.map((field) => [field, 'member'])) }
}
