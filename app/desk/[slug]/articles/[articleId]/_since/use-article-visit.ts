'use client'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTRPC } from '@/app/_api/client'
import { useRoom } from '../_room/use-room'

/**
 * Keeps that the article is looked at: when it is opened or come back to, and when it is left, after what was done in it.
 * Gives when this member looked before this visit; null until that is known, and for the first time.
 */
export function useArticleVisit(): Date | null {
  const { desk, article } = useRoom()
  const [before, setBefore] = useState<Date | null>(null)
  const { mutate } = useMutation(
    useTRPC().visit.keep.mutationOptions({
      onSuccess: (kept) =>
        setBefore((known) => (known?.getTime() === kept.before?.getTime() ? known : kept.before)),
    }),
  )
  useEffect(() => {
    const keep = (isLeaving: boolean) => mutate({ desk: desk.slug, articleId: article.id, isLeaving })
    const isHidden = () => document.visibilityState === 'hidden'
    const turn = () => keep(isHidden())
    keep(false)
    document.addEventListener('visibilitychange', turn)
    return () => {
      document.removeEventListener('visibilitychange', turn)
      if (!isHidden()) keep(true)
    }
  }, [mutate, desk.slug, article.id])
  return before
}
