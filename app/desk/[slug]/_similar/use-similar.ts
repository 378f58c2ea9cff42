'use client'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { v7 as uuid } from 'uuid'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { sayDone, sayWrong } from '@/app/_ui/toast'
import type { ClaimRelation } from '@/db/vocabulary/figure'
import { words } from '@/server/words'

/** A claim that was just marked is in no table yet: what finds nothing is asked twice more, so many ms later. */
const untilKept = ({ state }: { state: { data?: unknown[]; dataUpdateCount: number } }) =>
  state.data?.length === 0 && state.dataUpdateCount < 3 ? 3_000 : false

/**
 * Claims that sound like one, and how to say how they stand to it. `text` is what the claim says on the screen, null while
 * somebody writes it; without one it is sought by what was kept of it.
 */
export function useSimilar(slug: string, claimId: string, text?: string | null) {
  const t = words()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const reading = useQuery(
    trpc.similar.ofClaim.queryOptions(
      { desk: slug, claimId, text: text ?? undefined },
      { enabled: text !== null, placeholderData: keepPreviousData, refetchInterval: untilKept },
    ),
  )
  const ended = {
    onSuccess: () => void sayDone(t('similar.said')),
    onError: (error: unknown) => sayWrong(sentenceOf(error)),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: trpc.similar.pathKey() })
      void queries.invalidateQueries({ queryKey: trpc.proposition.pathKey() })
    },
  }
  const { mutate } = useMutation(trpc.similar.say.mutationOptions(ended))
  const ofNumber = useMutation(trpc.similar.sayOfNumber.mutationOptions(ended))
  const say = (otherId: string, relation: ClaimRelation) =>
    mutate({ desk: slug, id: uuid(), claimId, otherId, relation })
  /** Joins it with a published check by its number; gives whether that was done. */
  const join = (number: number) =>
    ofNumber.mutateAsync({ desk: slug, id: uuid(), claimId, number, relation: 'same' }).then(
      () => true,
      () => false, // said already
    )
  return { reading, found: reading.data ?? [], say, join }
}
