'use client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTRPC } from '@/app/_api/client'
import { wasRefused } from '@/app/_api/refusal-of'
import type { SubmissionPage } from '@/server/review/approval/read-submission'
import { often } from '../use-queue'

type Shown = { page: SubmissionPage | undefined; hasFailed: boolean; askAgain: () => void }

/** A submission as it is now, at once where it was fetched before; `first` is the one the page came with. */
export function useSubmission(slug: string, submissionId: string, first: SubmissionPage | null): Shown {
  const { data, error, refetch } = useQuery(
    useTRPC().review.submission.queryOptions(
      { desk: slug, submissionId },
      { initialData: submissionId === first?.id ? first : undefined, refetchInterval: often },
    ),
  )
  const isRefused = !data && error !== null && wasRefused(error)
  useEffect(() => {
    // The server's page for this address says why, or leads to where it can be seen.
    if (isRefused) location.reload()
  }, [isRefused])
  return { page: data, hasFailed: !data && error !== null && !isRefused, askAgain: refetch }
}

/** Fetches what one key opens next, before that key is pressed. */
export function useFetchBefore(slug: string, ids: (string | undefined)[]): void {
  const queries = useQueryClient()
  const trpc = useTRPC()
  const wanted = ids.filter((id) => id !== undefined).join()
  useEffect(() => {
    for (const submissionId of wanted.split(',').filter(Boolean))
      void queries.prefetchQuery(trpc.review.submission.queryOptions({ desk: slug, submissionId }))
  }, [queries, trpc, slug, wanted])
}
