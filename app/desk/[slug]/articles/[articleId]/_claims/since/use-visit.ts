'use client'
import { useMutation } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTRPC } from '@/app/_api/client'
import { useRoom } from '../../_room/use-room'

/** Keeps that the claim was opened, once, and gives when this member looked before; null for the first time. */
export function useVisit(claimId: string): Date | null {
  const { desk } = useRoom()
  const { mutate, data } = useMutation(useTRPC().visit.keep.mutationOptions())
  useEffect(() => {
    mutate({ desk: desk.slug, kind: 'claim', thingId: claimId })
  }, [mutate, desk.slug, claimId])
  return data?.before ?? null
}

/** Keeps that the article is looked at: when it is opened, and again when the window is left, after what was done in it. */
export function useArticleVisit(): void {
  const { desk, article } = useRoom()
  const { mutate } = useMutation(useTRPC().visit.keep.mutationOptions())
  useEffect(() => {
    const keep = () => mutate({ desk: desk.slug, kind: 'article', thingId: article.id })
    const leave = () => document.visibilityState === 'hidden' && keep()
    keep()
    document.addEventListener('visibilitychange', leave)
    return () => {
      document.removeEventListener('visibilitychange', leave)
      keep()
    }
  }, [mutate, desk.slug, article.id])
}
