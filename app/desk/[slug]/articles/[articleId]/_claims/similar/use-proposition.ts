'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { sayDone, sayWrong } from '@/app/_ui/toast'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'

/** How often it is looked again, in ms, while a claim has yet to follow a correction: its own verdict tells nobody. */
const live = 5_000

/** The proposition that a claim hangs from, null where it hangs from none. */
export function useProposition(claimId: string) {
  const { desk } = useRoom()
  const { data } = useQuery(
    useTRPC().proposition.ofClaim.queryOptions(
      { desk: desk.slug, claimId },
      {
        refetchInterval: ({ state }) =>
          state.data?.claims.some(({ overturnedBy }) => overturnedBy) ? live : false,
      },
    ),
  )
  return data ?? null
}

/** The claims of this article that a correction of another has overtaken. */
export function useOverturned(): ReadonlySet<string> {
  const { desk, article } = useRoom()
  const { data } = useQuery(
    useTRPC().proposition.overturned.queryOptions(
      { desk: desk.slug, articleId: article.id },
      // Of none, others tell; one that follows is no longer.
      { refetchInterval: ({ state }) => (state.data?.length ? live : false) },
    ),
  )
  return useMemo(() => new Set(data ?? []), [data])
}

/** Unlinking a claim, and drafting a correction of each that was overtaken. */
export function usePropositionActs() {
  const t = words()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { desk } = useRoom()
  const ended = {
    onError: (error: unknown) => sayWrong(sentenceOf(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: trpc.proposition.pathKey() }),
  }
  const unlink = useMutation(
    trpc.proposition.unlink.mutationOptions({
      ...ended,
      onSuccess: () => void sayDone(t('proposition.unlinked')),
    }),
  )
  const draft = useMutation(
    trpc.proposition.draft.mutationOptions({
      ...ended,
      onSuccess: ({ count }) => void sayDone(t('proposition.drafted', { count })),
    }),
  )
  return {
    unlink: (linkId: string) => unlink.mutate({ desk: desk.slug, linkId }),
    draft: (propositionId: string) => draft.mutate({ desk: desk.slug, propositionId }),
    isDrafting: draft.isPending,
  }
}
