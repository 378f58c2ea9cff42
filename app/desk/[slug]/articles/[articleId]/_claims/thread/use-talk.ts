'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTRPC } from '@/app/_api/client'
import { refusalOf, sentenceOf } from '@/app/_api/refusal-of'
import type { ThreadCount } from '@/server/thread/read-threads'
import { useRoom } from '../../_room/use-room'

/** What is said about a claim, as the server last told, and the ways to say more; each resolves when it is kept. */
export function useTalk(claimId: string) {
  const trpc = useTRPC()
  const { desk } = useRoom()
  const queries = useQueryClient()
  const onDesk = { desk: desk.slug }
  const { data, error, isPending, refetch } = useQuery(
    trpc.thread.ofClaim.queryOptions({ ...onDesk, claimId }),
  )
  const lookAgain = () => queries.invalidateQueries({ queryKey: trpc.thread.pathKey() })
  const options = {
    // Without a line it fails at once and says so: the words stay in their field.
    networkMode: 'always',
    // The field is emptied when the words stand above it. Where it failed, nobody waits for another look.
    onSuccess: () => lookAgain(),
    onError: () => void lookAgain(),
  } as const
  const raise = useMutation(trpc.thread.raise.mutationOptions(options))
  const comment = useMutation(trpc.thread.comment.mutationOptions(options))
  const change = useMutation(trpc.thread.change.mutationOptions(options))
  const resolve = useMutation(trpc.thread.resolve.mutationOptions(options))
  const remove = useMutation(trpc.thread.remove.mutationOptions(options))
  const bringBack = useMutation(trpc.thread.bringBack.mutationOptions(options))
  return {
    threads: data ?? null,
    isPending,
    failed: data || !error ? null : (refusalOf(error) ?? sentenceOf(error)),
    readAgain: () => void refetch(),
    raise: (said: Said) => raise.mutateAsync({ ...onDesk, claimId, ...said }),
    comment: (said: Said) => comment.mutateAsync({ ...onDesk, ...said }),
    change: (changed: { commentId: string; text: string; version: number }) =>
      change.mutateAsync({ ...onDesk, ...changed }),
    resolve: (settled: { threadId: string; isResolved: boolean; reason: string }) =>
      resolve.mutateAsync({ ...onDesk, ...settled }),
    remove: (threadId: string) => remove.mutateAsync({ ...onDesk, threadId }),
    bringBack: (threadId: string) => bringBack.mutateAsync({ ...onDesk, threadId }),
  }
}

export type Talk = ReturnType<typeof useTalk>
type Said = { threadId: string; commentId: string; text: string }

/** The words that a comment had before, once they are asked for. */
export function useVersions(commentId: string, isAsked: boolean) {
  const trpc = useTRPC()
  const { desk } = useRoom()
  const { data } = useQuery(
    trpc.thread.versions.queryOptions({ desk: desk.slug, commentId }, { enabled: isAsked }),
  )
  return data ?? []
}

/** How much is said about each claim that anything is said about. */
export function useThreadCounts(): Map<string, ThreadCount> {
  const trpc = useTRPC()
  const { desk, article } = useRoom()
  const { data } = useQuery(trpc.thread.counts.queryOptions({ desk: desk.slug, articleId: article.id }))
  return useMemo(() => new Map((data ?? []).map((count) => [count.claimId, count])), [data])
}
