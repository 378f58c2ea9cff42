'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { sayDone, sayWrong } from '@/app/_ui/toast'
import type { WatchRhythm } from '@/db/revision-words'
import type { Revised } from '@/server/revision/revise'
import { words } from '@/server/words'
import { useRoom } from '../_room/use-room'

/** Looking for changes, bringing a new text, and how often that is done; each says what came of it. */
export function useRevisionActs() {
  const t = words()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { desk, article } = useRoom()
  const showNewest = useShowNewest()
  const asked = { desk: desk.slug, articleId: article.id }
  const options = {
    // Without a line it fails at once and says so.
    networkMode: 'always',
    onError: (error: Parameters<typeof sentenceOf>[0]) => sayWrong(sentenceOf(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: trpc.revision.pathKey() }),
  } as const
  const onSuccess = ({ number, isNew }: Revised) => {
    sayDone(isNew ? t('revision.found', { number }) : t('revision.same'))
    if (isNew) showNewest()
  }
  const fetching = useMutation(trpc.revision.fetch.mutationOptions({ ...options, onSuccess }))
  const pasting = useMutation(trpc.revision.paste.mutationOptions({ ...options, onSuccess }))
  const watching = useMutation(
    trpc.revision.watch.mutationOptions({ ...options, onSuccess: () => sayDone(t('revision.watched')) }),
  )
  return {
    check: () => fetching.mutate(asked),
    isChecking: fetching.isPending,
    /** Gives whether it was kept. */
    paste: (content: string) =>
      pasting.mutateAsync({ ...asked, content }).then(
        () => true,
        () => false,
      ),
    isPasting: pasting.isPending,
    watch: (rhythm: WatchRhythm) => watching.mutate({ ...asked, rhythm }),
  }
}

/** Brings the newest text onto the page, with what is open beside it. */
export function useShowNewest(): () => void {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const router = useRouter()
  return () => {
    void queries.invalidateQueries({ queryKey: trpc.coverage.pathKey() })
    const address = new URL(window.location.href)
    const isAsked = address.searchParams.has('revision')
    address.searchParams.delete('revision')
    if (isAsked) router.replace(`${address.pathname}${address.search}`)
    else router.refresh()
  }
}

/** Saying where a doubtful passage is, and signing that a check holds for changed words. */
export function usePassageActs() {
  const t = words()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { desk } = useRoom()
  const options = {
    networkMode: 'always',
    onError: (error: Parameters<typeof sentenceOf>[0]) => sayWrong(sentenceOf(error)),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: trpc.revision.pathKey() }),
        queries.invalidateQueries({ queryKey: trpc.review.pathKey() }),
      ]),
  } as const
  const settling = useMutation(
    trpc.revision.settle.mutationOptions({ ...options, onSuccess: () => sayDone(t('revision.settled')) }),
  )
  const holding = useMutation(trpc.revision.hold.mutationOptions(options))
  return {
    settle: (placementId: string, where: Parameters<typeof settling.mutate>[0]['where']) =>
      settling.mutate({ desk: desk.slug, placementId, where }),
    hold: (placementId: string) => holding.mutate({ desk: desk.slug, placementId }),
    isBusy: settling.isPending || holding.isPending,
  }
}
