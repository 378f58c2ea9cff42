'use client'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTRPC } from '@/app/_api/client'
import { refusalOf, sentenceOf } from '@/app/_api/refusal-of'
import type { Claim } from '@/server/claim/claim'
import type { Entry } from '@/server/room/history/history'
import { useRoom, useSaved } from '../../_room/use-room'

/** What is known of a claim's history, and what to do to know more. */
export type ClaimHistory = {
  entries: Entry[]
  nameOf: (memberId: string) => string
  state: 'loading' | 'waiting-for-line' | 'nothing-kept' | 'failed' | 'shown'
  /** Why it could not be read, as a sentence. */
  reason: string
  /** The claim was changed after this was read: nothing moves under a reader, who asks for it. */
  isNewer: boolean
  isReading: boolean
  hasMore: boolean
  readMore: () => void
  readAgain: () => void
  /** Reads again by itself as soon as what was just written here is on the server's disk. */
  readWhenSaved: () => void
}

/** Reads a claim's history page by page, newest first. */
export function useHistory(claim: Claim): ClaimHistory {
  const trpc = useTRPC()
  const { desk, article } = useRoom()
  const { waiting } = useSaved()
  const query = useInfiniteQuery(
    trpc.room.history.infiniteQueryOptions(
      { desk: desk.slug, articleId: article.id, claimId: claim.id },
      {
        getNextPageParam: ({ hasMore, entries }) => (hasMore ? entries.at(-1)?.id : undefined),
        refetchOnWindowFocus: false,
      },
    ),
  )
  const { data, dataUpdatedAt, refetch } = query
  const [read, setRead] = useState({ claim, at: dataUpdatedAt })
  if (read.at !== dataUpdatedAt) setRead({ claim, at: dataUpdatedAt })
  const [isOwnOnItsWay, setOwnOnItsWay] = useState(false)
  useEffect(() => {
    if (!isOwnOnItsWay || waiting > 0) return
    setOwnOnItsWay(false)
    void refetch()
  }, [isOwnOnItsWay, waiting, refetch])
  const names = Object.assign({}, ...(data?.pages.map((page) => page.names) ?? []))
  return {
    entries: data?.pages.flatMap((page) => page.entries) ?? [],
    nameOf: (memberId) => names[memberId] ?? '',
    state: stateOf(query),
    reason: query.error ? sentenceOf(query.error) : '',
    isNewer: read.claim !== claim && !isOwnOnItsWay,
    isReading: query.isFetching,
    hasMore: query.hasNextPage,
    readMore: () => void query.fetchNextPage(),
    readAgain: () => void refetch(),
    readWhenSaved: () => setOwnOnItsWay(true),
  }
}

type Query = { data: unknown; error: unknown; fetchStatus: string }

function stateOf({ data, error, fetchStatus }: Query): ClaimHistory['state'] {
  if (data) return 'shown'
  if (refusalOf(error)?.code === 'claim-unknown') return 'nothing-kept'
  if (error) return 'failed'
  return fetchStatus === 'paused' ? 'waiting-for-line' : 'loading'
}
