'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { ProblemSummary } from '@/app/_form/problem'
import { Dialog } from '@/app/_ui/dialog'
import { sayDone, sayWrong } from '@/app/_ui/toast'
import type { ListedArticle } from '@/server/article/list/read-articles'
import { words } from '@/server/words'

type Props = { slug: string; article: ListedArticle; onClose: () => void }

/** Asks once more before an article is deleted, says why it cannot be, and lets it be undone for a moment. */
export function DeleteArticle({ slug, article, onClose }: Props) {
  const t = words()
  const trpc = useTRPC()
  const kept = useQueryClient()
  const named = { desk: slug, articleId: article.id }
  const lookAgain = () => kept.invalidateQueries({ queryKey: trpc.article.pathKey() })
  const bringBack = useMutation(
    trpc.deleted.bringBackArticle.mutationOptions({
      onSuccess: lookAgain,
      onError: (error) => sayWrong(sentenceOf(error)),
    }),
  )
  const remove = useMutation(
    trpc.deleted.removeArticle.mutationOptions({
      onSuccess: async () => {
        // The row goes first: the box then knows that it cannot give the focus back to it.
        await lookAgain()
        onClose()
        sayDone(t('deleted.done'), { label: t('ui.undo'), act: () => bringBack.mutate(named) })
      },
    }),
  )
  return (
    <Dialog title={t('deleted.confirm', { title: article.title })} isOpen onClose={onClose}>
      <ProblemSummary
        key={remove.submittedAt}
        title={t('deleted.notDeleted')}
        problems={remove.error ? [{ field: null, sentence: sentenceOf(remove.error) }] : []}
      />
      <p>{t('deleted.confirmLead')}</p>
      <div className="row">
        <button
          type="button"
          className="btn danger"
          disabled={remove.isPending}
          onClick={() => remove.mutate(named)}
        >
          {t('deleted.deleteArticle')}
        </button>
        <button type="button" className="btn" onClick={onClose}>
          {t('deleted.keep')}
        </button>
      </div>
    </Dialog>
  )
}
