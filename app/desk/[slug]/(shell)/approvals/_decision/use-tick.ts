'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { sayWrong } from '@/app/_ui/toast'
import type { Check } from '@/server/check-list/check-list'

/** Ticks a line of the desk's check-list for a submission, or takes the tick back; shown at once, then as it was kept. */
export function useTick(slug: string, submissionId: string, { line, tick }: Check) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { mutate, isPending, variables } = useMutation(
    trpc.checkList.tick.mutationOptions({
      networkMode: 'always',
      onError: (error) => sayWrong(sentenceOf(error)),
      // Waited for, so that the box does not fall back for a moment.
      onSettled: () =>
        queries.invalidateQueries(trpc.review.submission.queryFilter({ desk: slug, submissionId })),
    }),
  )
  return {
    isTicked: isPending ? variables.isTicked : tick !== null,
    change: (isTicked: boolean) =>
      mutate({ desk: slug, submissionId, lineId: line.id, words: line.text, isTicked }),
  }
}
