import type { Corrections } from '@/server/article/article'
import type { BlockEdits } from '@/server/article/draft/edited-blocks'
import type { Extraction, Field } from '@/server/article/extract/extraction'

/** What stands in the inputs: names joined by commas, nothing for null. */
export function textsOf(extraction: Extraction): Record<Field, string> {
  const { title, byline, published, updated, publisher, language } = extraction
  return {
    title: title ?? '',
    byline: byline.join(', '),
    published: published ?? '',
    updated: updated ?? '',
    publisher: publisher ?? '',
    language: language ?? '',
  }
}

/** What was typed, as the fields that will be frozen. */
export function valuesOf(
  typed: Record<Field, string>,
): Omit<Corrections, 'isOwn' | 'address' | keyof BlockEdits> {
  const orNull = (text: string) => text.trim() || null
  return {
    title: typed.title,
    byline: typed.byline.split(',').flatMap((name) => orNull(name) ?? []),
    published: orNull(typed.published),
    updated: orNull(typed.updated),
    publisher: orNull(typed.publisher),
    language: orNull(typed.language),
  }
}
