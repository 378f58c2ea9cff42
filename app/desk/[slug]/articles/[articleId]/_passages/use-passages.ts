'use client'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTRPC } from '@/app/_api/client'
import type { Thread } from '@/server/thread/thread'
import { useRoom } from '../_room/use-room'

const startOf = ({ passage }: Thread) => passage?.selectors.position.start ?? 0

/** The threads about passages of the article, in the order of the text. */
export function usePassages() {
  const trpc = useTRPC()
  const { desk, article } = useRoom()
  const reading = useQuery(trpc.thread.onPassages.queryOptions({ desk: desk.slug, articleId: article.id }))
  const { data } = reading
  const threads = useMemo(() => [...(data ?? [])].sort((one, other) => startOf(one) - startOf(other)), [data])
  return { reading, threads }
}
