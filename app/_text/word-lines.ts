import { type Reply, replyFields } from '@/server/claim/asked/reply'
import { type Search, searchFields } from '@/server/claim/asked/search'
import { type Source, sourceFields } from '@/server/source/source'
import { unlinkedFields } from '@/server/source/unlinked'
import { words } from '@/server/words'

/** One field of something under its name, in the words of the screen. */
export type WordLine = { name: string; words: string }

/** All fields of a source with their names; an unset one has no words. */
export function sourceLines(source: Source): WordLine[] {
  const t = words()
  const { unlinked, confidential } = source
  return [
    ...sourceFields.map((field) => ({ name: t(`source.${field}`), words: wordOf(source, field) })),
    ...(unlinked
      ? unlinkedFields.map((field) => {
          if (field === 'way')
            return { name: t('source.way'), words: unlinked.way ? t(`sourceWay.${unlinked.way}`) : '' }
          if (field === 'terms')
            return {
              name: t('source.terms'),
              words: unlinked.terms ? t(`sourceTerms.${unlinked.terms}`) : '',
            }
          return { name: t(`source.${field}`), words: unlinked[field] }
        })
      : []),
    ...(confidential ? [{ name: t('source.reason'), words: confidential.reason }] : []),
  ]
}

export function searchLines(search: Search): WordLine[] {
  const t = words()
  return searchFields.map((field) => ({ name: t(`searched.${field}`), words: search[field] }))
}

export function replyLines(reply: Reply): WordLine[] {
  const t = words()
  return replyFields.map((field) => ({
    name: t(`reply.${field}`),
    words: field === 'way' ? (reply.way ? t(`replyWay.${reply.way}`) : '') : reply[field],
  }))
}

function wordOf(source: Source, field: (typeof sourceFields)[number]): string {
  const t = words()
  if (field === 'kind') return source.kind ? t(`sourceKind.${source.kind}`) : ''
  if (field === 'stance') return source.stance ? t(`stance.${source.stance}`) : ''
  return source[field]
}
