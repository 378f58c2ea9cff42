'use client'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { sayWrong } from '@/app/_ui/toast'
import { may } from '@/server/member/member'
import { say } from '@/server/refusal'
import { words } from '@/server/words'

/** Brings the article of this page back, which then shows it; whoever may not learns who may. */
export function BringArticleBack({ slug, articleId }: { slug: string; articleId: string }) {
  const t = words()
  const trpc = useTRPC()
  const router = useRouter()
  const { data } = useQuery(trpc.member.desk.queryOptions({ desk: slug }))
  const bringBack = useMutation(
    trpc.deleted.bringBackArticle.mutationOptions({
      onSuccess: () => router.refresh(),
      onError: (error) => sayWrong(sentenceOf(error)),
    }),
  )
  if (!data) return null
  if (!may(data.member, 'delete articles')) return <span>{say({ code: 'editors-delete-articles' })}</span>
  return (
    <button
      type="button"
      className="btn primary"
      disabled={bringBack.isPending}
      onClick={() => bringBack.mutate({ desk: slug, articleId })}
    >
      {t(bringBack.isPending ? 'deleted.bringingBack' : 'deleted.bringBack')}
    </button>
  )
}
