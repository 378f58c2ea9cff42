'use client'
import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/app/_api/client'
import type { Queue } from '@/server/review/queue/read-queue'

/** How often approvals are asked for again, in ms: they belong to no room that could say "look again". */
export const often = 15_000

/** The desk's queue as it is now, beginning with the one the page came with. */
export function useQueue(slug: string, first: Queue): Queue {
  const { data } = useQuery(
    useTRPC().review.queue.queryOptions({ desk: slug }, { initialData: first, refetchInterval: often }),
  )
  return data
}
