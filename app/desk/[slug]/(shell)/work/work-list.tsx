'use client'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTRPC } from '@/app/_api/client'
import { ReadState } from '@/app/_ui/wait/read-state'
import type { DueFilter, WorkPage } from '@/server/assignment/read-work'
import { words } from '@/server/words'
import { often } from '../approvals/use-queue'
import { AskedItem } from './asked-item'
import { useAsked } from './use-asked'
import { WorkItem } from './work-item'

type Props = { slug: string; timeZone: string; which: 'mine' | 'pool'; due: DueFilter | null }

/** All of a member's work, or all that lies in the pool, a page at a time. */
export function WorkList({ slug, timeZone, which, due }: Props) {
  const t = words()
  const trpc = useTRPC()
  const paging = {
    getNextPageParam: (_: WorkPage, pages: WorkPage[]) => {
      const shown = pages.flatMap(({ items }) => items).length
      return shown < (pages[0]?.counts[due ?? 'all'] ?? 0) ? shown : undefined
    },
    refetchInterval: often,
  }
  const asked = { desk: slug, due }
  const mine = useInfiniteQuery(
    trpc.assignment.mine.infiniteQueryOptions(asked, { ...paging, enabled: which === 'mine' }),
  )
  const pool = useInfiniteQuery(
    trpc.assignment.pool.infiniteQueryOptions(asked, { ...paging, enabled: which === 'pool' }),
  )
  const list = which === 'mine' ? mine : pool
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  const known = useAsked(slug)
  // They are asked for without a due time.
  const verdicts = which === 'mine' && due === null ? known : []
  const counted = list.data && (list.data.pages[0]?.counts[due ?? 'all'] ?? 0) + verdicts.length
  return (
    <section
      className="queue work-list"
      aria-labelledby={`work-${which}`}
      aria-busy={list.isPending || undefined}
    >
      <header>
        <h2 id={`work-${which}`}>
          {t(`work.${which}`)} <span className="n">{counted}</span>
        </h2>
      </header>
      <ReadState of={list} name={t(`work.${which}`)} />
      {list.data && counted === 0 && (
        <p className="meta queue-empty">{t(which === 'mine' ? 'work.noneMine' : 'work.nonePool')}</p>
      )}
      <ul>
        {verdicts.map((one) => (
          <AskedItem key={one.id} slug={slug} asked={one} />
        ))}
        {items.map((item) => (
          <WorkItem key={item.id} slug={slug} timeZone={timeZone} item={item} />
        ))}
      </ul>
      {list.hasNextPage && (
        <button type="button" className="btn sm" onClick={() => void list.fetchNextPage()}>
          {t('work.more')}
        </button>
      )}
    </section>
  )
}
