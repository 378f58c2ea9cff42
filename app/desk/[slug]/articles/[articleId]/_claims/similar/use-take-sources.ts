'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { v7 as uuid } from 'uuid'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { sayDone, sayWrong } from '@/app/_ui/toast'
import type { Claim } from '@/server/claim/claim'
import { addSource } from '@/server/room/doc/source-values'
import { newSources, placeFrom, type Reusable } from '@/server/similar/reusable'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'

/** Gives a claim the sources of a published check that it has not yet, each with the check that it is from. */
export function useTakeSources(claim: Claim) {
  const t = words()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { desk, doc, origin } = useRoom()
  const { mutate, isPending } = useMutation({
    mutationFn: (number: number) =>
      queries.fetchQuery(trpc.similar.sources.queryOptions({ desk: desk.slug, number })),
    onSuccess: (check: Reusable) => {
      const taken = newSources(check.sources, claim.sources)
      const from = t('similar.from', { number: check.number, desk: check.desk })
      for (const source of taken)
        addSource(
          doc,
          { ...source, id: uuid(), claimId: claim.id, place: placeFrom(source.place, from) },
          origin,
        )
      sayDone(t('similar.sourcesTaken', { count: taken.length }))
    },
    onError: (error: unknown) => sayWrong(sentenceOf(error)),
  })
  return { take: mutate, isTaking: isPending }
}
