import type { Found } from '../../extraction'
import { languageOf } from '../../language'
import type { PageDocument } from '../tree/page-document'
import type { ArticleData } from './json-ld'
import type { Meta } from './meta-tags'

/** The language that a page says it is in, as a tag: by its JSON-LD, then its meta tags, then what its elements state. */
export function statedLanguage(
  document: PageDocument,
  article: ArticleData | null,
  meta: Meta,
): Found<string> | null {
  const stated: [string | null | undefined, Found<string>['from']][] = [
    [article?.language, 'json-ld'],
    [meta('og:locale content-language dc.language dcterms.language language inlanguage')[0], 'meta'],
    [
      document.documentElement?.getAttribute('lang') ??
        document.body.getAttribute('lang') ??
        document.querySelector('article[lang]')?.getAttribute('lang'),
      'page',
    ],
  ]
  for (const [value, from] of stated) {
    const tag = languageTag(value)
    if (tag) return { value: tag, from }
  }
  return null
}

function languageTag(value: string | null | undefined): string | null {
  const bare = value?.trim().split(/[,;]/)[0]?.replace(/_/g, '-') ?? ''
  if (!/^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(bare)) return null
  try {
    return Intl.getCanonicalLocales(bare)[0] ?? null
  } catch {
    // Not a language tag after all ("en-us-x" and the like): the next place is asked.
    return null
  }
}

/** The language told from the text itself, for pages that do not state one. */
export function languageOfText(text: string): Found<string> | null {
  const language = languageOf(text)
  return language ? { value: language, from: 'page' } : null
}
