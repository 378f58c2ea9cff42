'use client'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTRPC } from '@/app/_api/client'
import type { Claim } from '@/server/claim/claim'
import { useRoom } from '../_room/use-room'
import { type Carried, carriedIn } from './carried'

/** The article's revisions, how its page is watched, and where claims stand in the newest, as the server last told. */
export function useRevisions() {
  const trpc = useTRPC()
  const { desk, article } = useRoom()
  return useQuery(trpc.revision.ofArticle.queryOptions({ desk: desk.slug, articleId: article.id }))
}

const none: Carried = new Map()

/** Where claims of earlier revisions stand in the text that is shown; nowhere in any but the newest. */
export function useCarried(): Carried {
  const { revision } = useRoom()
  const { data } = useRevisions()
  return useMemo(() => {
    if (!data?.passages.length || data.revisions[0]?.id !== revision.id) return none
    return carriedIn(data.passages)
  }, [data, revision.id])
}

/** Whether the text that is shown is the newest, as far as is known: only there are marks made. */
export function useIsNewest(): boolean {
  const { revision, revisionsCount } = useRoom()
  const { data } = useRevisions()
  return revision.number === Math.max(revisionsCount, data?.revisions[0]?.number ?? 0)
}

/** What became of a claim's passage in the newest revision; null where it is marked there, or is not placed. */
export function usePassage({ id }: Pick<Claim, 'id'>) {
  const { data } = useRevisions()
  return data?.passages.find(({ claimId }) => claimId === id) ?? null
}
