'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { sayWrong } from '@/app/_ui/toast'
import { often } from '../use-queue'

/** The second verdicts on a claim, who can give one, and how one is asked for or taken back. */
export function useSeconds(slug: string, claimId: string, mayAsk: boolean) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const asked = { desk: slug, claimId }
  const list = useQuery(trpc.secondVerdict.ofClaim.queryOptions(asked, { refetchInterval: often }))
  const who = useQuery(trpc.secondVerdict.candidates.queryOptions(asked, { enabled: mayAsk }))
  const act = {
    onSettled: async () => {
      // Whether it can be approved follows from it.
      await queries.invalidateQueries(trpc.secondVerdict.pathFilter())
      await queries.invalidateQueries(trpc.review.pathFilter())
    },
    onError: (error: unknown) => sayWrong(sentenceOf(error)),
  }
  const ask = useMutation(trpc.secondVerdict.ask.mutationOptions(act))
  const takeBack = useMutation(trpc.secondVerdict.takeBack.mutationOptions(act))
  return {
    list,
    who,
    isBusy: ask.isPending || takeBack.isPending,
    ask: (id: string, of: string) => ask.mutate({ ...asked, id, of }),
    takeBack: (id: string) => takeBack.mutate({ desk: slug, id }),
  }
}
