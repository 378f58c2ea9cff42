'use client'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTRPC } from '@/app/_api/client'
import { longestPause } from '@/server/visit/visit'
import { useRoom } from '../_room/use-room'

/** How often (ms) it is kept that a visit goes on: a window that is closed may have no time to say so. */
const rhythm = (longestPause * 60_000) / 2

/**
 * Keeps that the article is looked at: when it is opened or come back to, while it is, and when it is left. Gives when
 * this member looked before this visit; null until that is known, and for the first time.
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
    const keep = (isSameVisit: boolean) => mutate({ desk: desk.slug, articleId: article.id, isSameVisit })
    const isHidden = () => document.visibilityState === 'hidden'
    const turn = () => keep(isHidden())
    const goOn = () => !isHidden() && keep(true)
    keep(false)
    const timer = setInterval(goOn, rhythm)
    document.addEventListener('visibilitychange', turn)
    return () => {
      document.removeEventListener('visibilitychange', turn)
      clearInterval(timer)
      goOn()
    }
  }, [mutate, desk.slug, article.id])
  return before
}
