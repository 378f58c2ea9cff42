'use client'
import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/app/_api/client'
import { Dialog } from '@/app/_ui/dialog'
import { ReadState } from '@/app/_ui/wait/read-state'
import { together } from '@/app/_ui/wait/together'
import { words } from '@/server/words'
import { LimitForm } from './limit-form'

type Props = { slug: string; article: { id: string; title: string }; onClose: () => void }

/** Asks who on the desk may know of an article: everybody, or the members that are ticked. */
export function LimitArticle({ slug, article, onClose }: Props) {
  const t = words()
  const trpc = useTRPC()
  // What was ticked a while ago may not hold any more.
  const limit = useQuery(
    trpc.limit.ofArticle.queryOptions({ desk: slug, articleId: article.id }, { gcTime: 0, staleTime: 0 }),
  )
  // Whoever limits an article is among those who may see it: the act refuses anything else.
  const own = useQuery(trpc.member.desk.queryOptions({ desk: slug }))
  const colleagues = useQuery(trpc.member.list.queryOptions({ desk: slug }))
  return (
    <Dialog title={t('limit.title', { title: article.title })} isOpen onClose={onClose}>
      <p>{t('limit.lead')}</p>
      <ReadState of={together(limit, own, colleagues)} name={t('limit.who')} />
      {limit.data !== undefined && own.data && colleagues.data && (
        <LimitForm
          {...{ slug, article, onClose }}
          limit={limit.data}
          colleagues={colleagues.data}
          ownId={own.data.member.id}
        />
      )}
    </Dialog>
  )
}
