'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTRPC } from '@/app/_api/client'

/** Has the server sign that this editor has the submission open; `mayDecide` is for whom that matters. */
export function useOpening(slug: string, submissionId: string, mayDecide: boolean) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { mutate } = useMutation(
    trpc.review.opened.mutationOptions({
      onSuccess: () => queries.invalidateQueries(trpc.review.queue.queryFilter({ desk: slug })),
    }),
  )
  useEffect(() => {
    if (mayDecide) mutate({ desk: slug, submissionId })
  }, [mutate, slug, submissionId, mayDecide])
}
