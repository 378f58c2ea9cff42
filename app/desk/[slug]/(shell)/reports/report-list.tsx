'use client'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/app/_api/client'
import { ReadState } from '@/app/_ui/wait/read-state'
import type { Member } from '@/server/member/member'
import type { ReportCursor } from '@/server/report/queue/read-reports'
import type { ReportState } from '@/server/report/report'
import { words } from '@/server/words'
import { often } from '../approvals/use-queue'
import { ReportItem } from './report-item'

type Props = {
  slug: string
  member: Member
  state: ReportState | null
  /** The report that a notice leads to. */
  target: string | null
  colleagues: { id: string; name: string }[]
}

/** The desk's reports in one state or in all, the newest first, a page at a time. */
export function ReportList({ slug, member, state, target, colleagues }: Props) {
  const t = words()
  const trpc = useTRPC()
  // It may stand on a later page.
  const { data: sought } = useQuery(
    trpc.report.one.queryOptions(
      { desk: slug, reportId: target ?? '' },
      { refetchInterval: often, enabled: target !== null },
    ),
  )
  const list = useInfiniteQuery(
    trpc.report.list.infiniteQueryOptions(
      { desk: slug, state },
      {
        initialCursor: null as ReportCursor | null,
        getNextPageParam: ({ next }) => next,
        refetchInterval: often,
      },
    ),
  )
  const listed = list.data?.pages.flatMap((page) => page.reports) ?? []
  const reports = sought ? [sought, ...listed.filter(({ id }) => id !== sought.id)] : listed
  return (
    <section aria-label={t('report.desk.title')} aria-busy={list.isPending || undefined}>
      <ReadState of={list} name={t('report.desk.title')} />
      {list.data && reports.length === 0 && (
        <div className="empty sheet">
          <p className="big">{t('report.desk.none')}</p>
          <p>{t('report.desk.noneHint', { address: `/desks/${slug}` })}</p>
        </div>
      )}
      <ul className="report-list">
        {reports.map((report) => (
          <ReportItem
            key={report.id}
            {...{ slug, member, report, colleagues }}
            isTarget={report.id === target}
          />
        ))}
      </ul>
      {list.hasNextPage && (
        <button type="button" className="btn" onClick={() => void list.fetchNextPage()}>
          {t('report.desk.more')}
        </button>
      )}
    </section>
  )
}
