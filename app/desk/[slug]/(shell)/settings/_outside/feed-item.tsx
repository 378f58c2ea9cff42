'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { exact } from '@/app/_ui/time'
import { sayWrong } from '@/app/_ui/toast'
import { skipReasons } from '@/server/outside/outside-check'
import { say } from '@/server/refusal'
import type { AppRouter } from '@/server/router'
import { words } from '@/server/words'

type Listed = inferRouterOutputs<AppRouter>['outside']['feeds'][number]

/** One address: how many checks it has, what was left out and why, and what became of the last try. */
export function FeedItem({ slug, feed }: { slug: string; feed: Listed }) {
  const t = words()
  const { address, fault, fetchedAt, triedAt, taken, skipped } = feed
  const leftOut = skipReasons.flatMap((reason) => {
    const count = skipped[reason] ?? 0
    return count > 0 ? [t(`outside.skipped.${reason}`, { count })] : []
  })
  return (
    <li aria-label={address}>
      <p className="mono webhook-address">{address}</p>
      <p className="ink-2">
        {fetchedAt ? t('outside.taken', { count: taken, time: exact(fetchedAt) }) : t('outside.notYet')}
      </p>
      {leftOut.length > 0 && <p className="meta">{t('outside.leftOut', { reasons: leftOut.join(', ') })}</p>}
      {fault && triedAt && (
        <p className="notice">{t('outside.failed', { time: exact(triedAt), why: say({ code: fault }) })}</p>
      )}
      <Buttons slug={slug} feedId={feed.id} address={address} />
    </li>
  )
}

function Buttons({ slug, feedId, address }: { slug: string; feedId: string; address: string }) {
  const t = words()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const shared = {
    onError: (error: unknown) => sayWrong(sentenceOf(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: trpc.outside.pathKey() }),
  }
  const fetching = useMutation(trpc.outside.fetch.mutationOptions(shared))
  const remove = useMutation(trpc.outside.remove.mutationOptions(shared))
  const whose = <span className="vh">: {address}</span>
  return (
    <div className="row webhook-buttons">
      <button
        type="button"
        className="btn sm"
        aria-disabled={fetching.isPending}
        onClick={() => !fetching.isPending && fetching.mutate({ desk: slug, feedId })}
      >
        {t(fetching.isPending ? 'outside.fetching' : 'outside.fetch')}
        {whose}
      </button>
      <button type="button" className="btn sm" onClick={() => remove.mutate({ desk: slug, feedId })}>
        {t('outside.remove')}
        {whose}
      </button>
    </div>
  )
}
