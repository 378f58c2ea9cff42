'use client'
import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { ProblemSummary } from '@/app/_form/problem'
import { Dialog } from '@/app/_ui/dialog'
import { words } from '@/server/words'
import { LimitForm } from './limit-form'

type Props = { slug: string; article: { id: string; title: string }; onClose: () => void }

/** Asks who on the desk may know of an article: everybody, or the members that are ticked. */
export function LimitArticle({ slug, article, onClose }: Props) {
  const t = words()
  const trpc = useTRPC()
  // What was ticked a while ago may not hold any more.
  const { data: limit, error } = useQuery(
    trpc.limit.ofArticle.queryOptions({ desk: slug, articleId: article.id }, { gcTime: 0, staleTime: 0 }),
  )
  // Whoever limits an article is among those who may see it: the act refuses anything else.
  const { data: own } = useQuery(trpc.member.desk.queryOptions({ desk: slug }))
  return (
    <Dialog title={t('limit.title', { title: article.title })} isOpen onClose={onClose}>
      <p>{t('limit.lead')}</p>
      {error && (
        <ProblemSummary
          title={t('limit.notSaved')}
          problems={[{ field: null, sentence: sentenceOf(error) }]}
        />
      )}
      {limit !== undefined && own && (
        <LimitForm {...{ slug, article, limit, onClose }} ownId={own.member.id} />
      )}
    </Dialog>
  )
}
