import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTRPC } from '@/app/_api/client'
import { refusalOf, sentenceOf } from '@/app/_api/refusal-of'
import type { Corrections } from '@/server/article/article'
import { idOf } from './draft-field'

/** Freezes a draft and opens the article, or goes on to the next draft; or drops it. */
export function useDraft(slug: string, draftId: string, nextId: string | null) {
  const trpc = useTRPC()
  const router = useRouter()
  const frozen = useMutation(trpc.article.freeze.mutationOptions())
  const dropped = useMutation(trpc.article.dropDraft.mutationOptions())
  const failed = frozen.error ?? dropped.error
  const next = nextId && `/desk/${slug}/import/${nextId}`
  return {
    freeze: (corrections: Corrections, isFollowed: boolean) =>
      frozen.mutate(
        { desk: slug, draftId, corrections },
        {
          onSuccess: ({ articleId }) =>
            router.push(isFollowed && next ? next : `/desk/${slug}/articles/${articleId}`),
        },
      ),
    drop: () =>
      dropped.mutate({ desk: slug, draftId }, { onSuccess: () => router.push(next ?? `/desk/${slug}`) }),
    isPending: frozen.isPending || frozen.isSuccess || dropped.isPending || dropped.isSuccess,
    problems: failed ? [{ field: fieldOf(failed), sentence: sentenceOf(failed) }] : [],
  }
}

/** The input that a refusal of the server is about, where it is about one. */
function fieldOf(failed: unknown): string | null {
  return refusalOf(failed)?.code === 'article-untitled' ? idOf('title') : null
}
