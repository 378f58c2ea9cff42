'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { sayWrong } from '@/app/_ui/toast'
import { isChangedSince, openSentences, type Waiver } from '@/server/coverage/closing'
import { useRoom } from '../../_room/use-room'
import { useSentences } from '../coverage-context'

/** Whether the article is closed, by whom, and whether there is more to look at since; and how to close or open it. */
export function useClosing() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { desk, article, revision } = useRoom()
  const { sentences, states } = useSentences()
  const asked = { desk: desk.slug, articleId: article.id }
  const kept = trpc.coverage.closing.queryKey(asked)
  const reading = useQuery(trpc.coverage.closing.queryOptions(asked))
  const { data: closing } = reading
  const options = {
    // Without a line it fails at once and says so.
    networkMode: 'always',
    onSuccess: () => queries.invalidateQueries({ queryKey: kept }),
  } as const
  const close = useMutation(trpc.coverage.close.mutationOptions(options))
  const reopen = useMutation(
    trpc.coverage.reopen.mutationOptions({ ...options, onError: (error) => sayWrong(sentenceOf(error)) }),
  )
  const known = useMemo(
    () => ({ revisionId: revision.id, sentences, states }),
    [revision.id, sentences, states],
  )
  return {
    closing: closing ?? null,
    reading,
    isChanged: closing != null && isChangedSince(closing, known),
    /** Nobody has looked at these, and no standing waiver names them. */
    open: useMemo(() => openSentences(known, closing?.waivers ?? []), [known, closing]),
    /** Nobody has looked at these. */
    left: useMemo(() => openSentences(known, []), [known]),
    close: (waivers: Waiver[]) => close.mutateAsync({ ...asked, waivers }),
    isClosing: close.isPending,
    failed: close.error ? sentenceOf(close.error) : null,
    reopen: () => reopen.mutate(asked),
    isReopening: reopen.isPending,
  }
}

export type ClosingActs = ReturnType<typeof useClosing>
