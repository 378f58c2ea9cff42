import { z } from 'zod'

export const blockKinds = [
  'heading',
  'paragraph',
  'list-item',
  'quote',
  'table',
  'caption',
  'picture',
] as const
export type BlockKind = (typeof blockKinds)[number]

/**
 * One piece of an article's body; a table's text is its cells joined by tab, its rows by newline. Of what was said,
 * `speaker` and `at`, the second of the recording, stand beside the words and not in them; `moments` are the later ones
 * that are known, each with the code point of the text from which it counts, in order.
 */
export const blockShape = z.object({
  kind: z.enum(blockKinds),
  text: z.string(),
  rows: z.array(z.array(z.string())).optional(),
  address: z.string().optional(),
  speaker: z.string().optional(),
  at: z.number().int().nonnegative().optional(),
  moments: z.array(z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()])).optional(),
})
export type Block = z.infer<typeof blockShape>

export const fields = ['title', 'byline', 'published', 'updated', 'publisher', 'language'] as const
export type Field = (typeof fields)[number]

/** The fields and the standfirst, which is text of the article and not corrected as a field. */
const stated = [...fields, 'standfirst'] as const

export const origins = ['json-ld', 'meta', 'page'] as const
export type Origin = (typeof origins)[number]

/**
 * What was read out of a page or a text: dates are ISO 8601 as precise as stated, language is BCP-47. A standfirst from
 * the page stands above the blocks and is none of them.
 */
export const extractionShape = z.object({
  title: z.string().nullable(),
  byline: z.array(z.string()),
  published: z.string().nullable(),
  updated: z.string().nullable(),
  publisher: z.string().nullable(),
  language: z.string().nullable(),
  standfirst: z.string().nullable(),
  blocks: z.array(blockShape),
  provenance: z.record(z.enum(stated), z.enum(origins).nullable()),
})
export type Extraction = z.infer<typeof extractionShape>

/** A value together with the place it was read from. */
export type Found<T> = { value: T; from: Origin }

/** Puts found values and blocks together into one extraction, with an origin for each field. */
export function extractionOf(found: FoundFields, blocks: Block[]): Extraction {
  return {
    title: found.title?.value ?? null,
    byline: found.byline?.value ?? [],
    published: found.published?.value ?? null,
    updated: found.updated?.value ?? null,
    publisher: found.publisher?.value ?? null,
    language: found.language?.value ?? null,
    standfirst: found.standfirst?.value ?? null,
    blocks,
    provenance: {
      title: found.title?.from ?? null,
      byline: found.byline?.from ?? null,
      published: found.published?.from ?? null,
      updated: found.updated?.from ?? null,
      publisher: found.publisher?.from ?? null,
      language: found.language?.from ?? null,
      standfirst: found.standfirst?.from ?? null,
    },
  }
}

export type FoundFields = {
  title: Found<string> | null
  byline: Found<string[]> | null
  published: Found<string> | null
  updated: Found<string> | null
  publisher: Found<string> | null
  language: Found<string> | null
  standfirst: Found<string> | null
}
