'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { sayWrong } from '@/app/_ui/toast'
import type { Outcome } from '@/server/review/approval/decide-several'

/** Approves what was selected and gives what became of each; whatever came, the lists are asked for again. */
export function useApproveSeveral(slug: string, onOutcomes: (outcomes: Outcome[]) => void) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { mutate, isPending } = useMutation(
    trpc.review.approveSeveral.mutationOptions({
      networkMode: 'always',
      onSuccess: onOutcomes,
      onError: (error) => sayWrong(sentenceOf(error)),
      onSettled: () => queries.invalidateQueries(trpc.review.pathFilter()),
    }),
  )
  return {
    approve: (submissionIds: string[]) => mutate({ desk: slug, submissionIds }),
    isApproving: isPending,
  }
}
