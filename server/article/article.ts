import { z } from 'zod'
import type { Refusal } from '../refusal'
import type { Block, Extraction } from './extract/extraction'

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

/** The fields a person may correct before the text is frozen. Dates are ISO 8601, as precise as known. */
export const correctionsShape = z.object({
  title: z.string().trim().max(500),
  byline: z.array(z.string().trim().min(1).max(200)).max(40),
  published: statedDate(),
  updated: statedDate(),
  publisher: z.string().trim().max(200).nullable(),
  language: z
    .string()
    .trim()
    .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/)
    .nullable(),
  /** The desk's own article: readers may be shown it whole. */
  isOwn: z.boolean(),
  /** Positions of blocks that are not part of the article. */
  leftOut: z.array(z.number().int().nonnegative()).max(10_000),
})
export type Corrections = z.infer<typeof correctionsShape>

function statedDate() {
  return z
    .string()
    .trim()
    .regex(/^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?$/)
    .nullable()
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

/** Where each field came from after a person has looked: theirs where they changed it. */
export function provenanceAfter(
  extraction: Extraction,
  corrected: Corrections,
): Record<string, string | null> {
  const changed = (['title', 'byline', 'published', 'updated', 'publisher', 'language'] as const).filter(
    (field) => JSON.stringify(corrected[field]) !== JSON.stringify(extraction[field]),
  )
  return { ...extraction.provenance, ...Object.fromEntries(changed.map((field) => [field, 'member'])) }
}
