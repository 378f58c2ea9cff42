'use client'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { sayDone, sayWrong } from '@/app/_ui/toast'
import { ReadState } from '@/app/_ui/wait/read-state'
import type { readNotices } from '@/server/notice/read-notices'
import { words } from '@/server/words'
import { often } from '../approvals/use-queue'
import { NoticeRow } from './notice-row'

type Props = { slug: string; first: Awaited<ReturnType<typeof readNotices>> }

/** One's notices, all or the unread ones; to follow one is to have read it. */
export function NoticeList({ slug, first }: Props) {
  const t = words()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [isUnreadOnly, setUnreadOnly] = useState(false)
  const list = useInfiniteQuery(
    trpc.notice.list.infiniteQueryOptions(
      { desk: slug },
      {
        initialData: { pages: [first], pageParams: [null] },
        getNextPageParam: ({ next }) => next,
        refetchInterval: often,
      },
    ),
  )
  const mark = useMutation(
    trpc.notice.markRead.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: trpc.notice.pathKey() }),
      onError: (error) => sayWrong(sentenceOf(error)),
    }),
  )
  const all = list.data.pages.flatMap((page) => page.notices)
  const hasUnread = all.some(({ isRead }) => !isRead)
  const shown = isUnreadOnly ? all.filter(({ isRead }) => !isRead) : all
  const readAll = () =>
    hasUnread && mark.mutate({ desk: slug, ids: 'all' }, { onSuccess: () => sayDone(t('notice.allRead')) })
  return (
    <section className="notices" aria-label={t('notice.title')}>
      <div className="notices-bar">
        <label className="check">
          <input
            type="checkbox"
            checked={isUnreadOnly}
            onChange={(event) => setUnreadOnly(event.target.checked)}
          />{' '}
          {t('notice.onlyUnread')}
        </label>
        <button type="button" className="btn" aria-disabled={!hasUnread || undefined} onClick={readAll}>
          {t('notice.readAll')}
        </button>
      </div>
      <ReadState of={list} name={t('notice.title')} />
      {shown.length === 0 && !list.hasNextPage && (
        <div className="empty sheet">
          <p>{t(all.length === 0 ? 'notice.none' : 'notice.noneUnread')}</p>
        </div>
      )}
      {shown.length > 0 && (
        <ul>
          {shown.map((notice) => (
            <NoticeRow
              key={notice.id}
              slug={slug}
              notice={notice}
              onFollow={() => !notice.isRead && mark.mutate({ desk: slug, ids: [notice.id] })}
            />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <button type="button" className="btn" onClick={() => void list.fetchNextPage()}>
          {t('notice.more')}
        </button>
      )}
    </section>
  )
}
