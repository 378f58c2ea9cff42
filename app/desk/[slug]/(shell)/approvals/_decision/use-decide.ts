'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { sayDone, sayWrong } from '@/app/_ui/toast'
import type { Decision } from '@/db/vocabulary'
import { words } from '@/server/words'

type Choice = {
  submissionId: string
  decision: Decision
  note: string
  publishAt?: string | null
  dissentId?: string | null
}

/** Sends an editor's decision and says what came of it; whatever came, the lists are asked for again. */
export function useDecide(slug: string, onDecided: () => void) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const t = words()
  const { mutate, isPending } = useMutation(
    trpc.review.decide.mutationOptions({
      onSuccess: ({ publication }, { decision, publishAt }) => {
        if (publication)
          sayDone(t('approvals.sayPublished', { version: publication.version }), {
            label: t('approvals.openPage'),
            act: () => window.open(publication.path, '_blank', 'noopener'),
          })
        else if (publishAt) sayDone(t('approvals.sayPlanned'))
        else sayDone(t(decision === 'returned' ? 'approvals.sayReturned' : 'approvals.sayApproved'))
        onDecided()
      },
      onError: (error) => sayWrong(sentenceOf(error)),
      onSettled: () => queries.invalidateQueries(trpc.review.pathFilter()),
    }),
  )
  return { decide: (choice: Choice) => mutate({ desk: slug, ...choice }), isDeciding: isPending }
}
