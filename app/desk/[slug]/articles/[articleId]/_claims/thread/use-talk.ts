'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTRPC } from '@/app/_api/client'
import type { Reading } from '@/app/_ui/wait/read-state'
import type { ThreadCount } from '@/server/thread/read-threads'
import type { Passage, Thread } from '@/server/thread/thread'
import { useRoom } from '../../_room/use-room'

/** What is said about a claim, as the server last told, and the ways to say more; each resolves when it is kept. */
export function useTalk(claimId: string) {
  const trpc = useTRPC()
  const { desk } = useRoom()
  const onDesk = { desk: desk.slug }
  const read = useQuery(trpc.thread.ofClaim.queryOptions({ ...onDesk, claimId }))
  const raise = useMutation(trpc.thread.raise.mutationOptions(useTalkOptions()))
  return {
    ...asTold(read),
    ...useTalkActs(),
    raise: (said: Said) => raise.mutateAsync({ ...onDesk, claimId, ...said }),
  }
}

/** The same about a passage of the article that is open here. */
export function usePassageTalk(articleId: string, passage: Passage | null) {
  const trpc = useTRPC()
  const { desk } = useRoom()
  const onDesk = { desk: desk.slug, articleId }
  const read = useQuery(trpc.thread.onPassages.queryOptions(onDesk))
  const raise = useMutation(trpc.thread.raiseOnPassage.mutationOptions(useTalkOptions()))
  return {
    ...asTold(read),
    ...useTalkActs(),
    raise: async (said: Said) => {
      if (passage) await raise.mutateAsync({ ...onDesk, passage, ...said })
    },
  }
}

export type Talk = ReturnType<typeof useTalk> | ReturnType<typeof usePassageTalk>

function asTold(reading: Reading & { data?: Thread[] }) {
  return { threads: reading.data ?? null, reading }
}

/** How every act of talk ends: with another look at what is said. */
function useTalkOptions() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const lookAgain = () => queries.invalidateQueries({ queryKey: trpc.thread.pathKey() })
  return {
    // Without a line it fails at once and says so: the words stay in their field.
    networkMode: 'always',
    // The field is emptied when the words stand above it. Where it failed, nobody waits for another look.
    onSuccess: () => lookAgain(),
    onError: () => void lookAgain(),
  } as const
}

function useTalkActs() {
  const trpc = useTRPC()
  const { desk } = useRoom()
  const onDesk = { desk: desk.slug }
  const options = useTalkOptions()
  const comment = useMutation(trpc.thread.comment.mutationOptions(options))
  const change = useMutation(trpc.thread.change.mutationOptions(options))
  const resolve = useMutation(trpc.thread.resolve.mutationOptions(options))
  const remove = useMutation(trpc.thread.remove.mutationOptions(options))
  const bringBack = useMutation(trpc.thread.bringBack.mutationOptions(options))
  return {
    comment: (said: Said) => comment.mutateAsync({ ...onDesk, ...said }),
    change: (changed: { commentId: string; text: string; version: number }) =>
      change.mutateAsync({ ...onDesk, ...changed }),
    resolve: (settled: { threadId: string; isResolved: boolean; isDeclined: boolean; reason: string }) =>
      resolve.mutateAsync({ ...onDesk, ...settled }),
    remove: (threadId: string) => remove.mutateAsync({ ...onDesk, threadId }),
    bringBack: (threadId: string) => bringBack.mutateAsync({ ...onDesk, threadId }),
  }
}

type Said = { threadId: string; commentId: string; text: string }

/** The words that a comment had before. */
export function useVersions(commentId: string) {
  const trpc = useTRPC()
  const { desk } = useRoom()
  return useQuery(trpc.thread.versions.queryOptions({ desk: desk.slug, commentId }))
}

/** How much is said about each claim that anything is said about. */
export function useThreadCounts(): Map<string, ThreadCount> {
  const trpc = useTRPC()
  const { desk, article } = useRoom()
  const { data } = useQuery(trpc.thread.counts.queryOptions({ desk: desk.slug, articleId: article.id }))
  return useMemo(() => new Map((data ?? []).map((count) => [count.claimId, count])), [data])
}
