'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { v7 as uuid } from 'uuid'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { sayDone, sayWrong } from '@/app/_ui/toast'
import type { ClaimRelation } from '@/db/vocabulary/figure'
import { words } from '@/server/words'

/** How often it is looked again, in ms: the words of a claim change while it is open. */
const live = 5_000

/** Claims that sound like one, and how to say how they stand to it. */
export function useSimilar(slug: string, claimId: string) {
  const t = words()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const reading = useQuery(
    trpc.similar.ofClaim.queryOptions({ desk: slug, claimId }, { refetchInterval: live }),
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
