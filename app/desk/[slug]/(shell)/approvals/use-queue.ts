'use client'
import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/app/_api/client'
import type { Queue } from '@/server/review/queue/read-queue'

/** How often lists of a desk are asked for again, in ms: they belong to no room that could say "look again". */
export const often = 15_000

/** How often what waits for approval is asked for again where it is looked at, in ms: an editor sits there until it comes. */
export const live = 5_000

/** The desk's queue as it is now, beginning with the one the page came with. */
export function useQueue(slug: string, first: Queue): Queue {
  const { data } = useQuery(
    useTRPC().review.queue.queryOptions({ desk: slug }, { initialData: first, refetchInterval: live }),
  )
  return data
}
