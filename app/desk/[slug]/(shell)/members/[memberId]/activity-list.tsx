'use client'
import { useInfiniteQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTRPC } from '@/app/_api/client'
import { ReadState } from '@/app/_ui/wait/read-state'
import { dateFormat } from '@/server/date/date-format'
import { type Activity, type ActivityPage, byDay } from '@/server/member/activity/activity'
import { screenLocale, words } from '@/server/words'
import { dayOn } from '../../day-on'

type Props = { slug: string; timeZone: string; first: ActivityPage }

/** What a member did, by day, the newest first. */
export function ActivityList({ slug, timeZone, first }: Props) {
  const t = words()
  const list = useInfiniteQuery(
    useTRPC().member.activity.infiniteQueryOptions(
      { desk: slug, memberId: first.member.id },
      { initialData: { pages: [first], pageParams: [null] }, getNextPageParam: ({ next }) => next },
    ),
  )
  const days = byDay(
    list.data.pages.flatMap(({ done }) => done),
    (at) => dayOn(at, timeZone, 'full'),
  )
  return (
    <section className="activity" aria-label={t('activity.list')}>
      <ReadState of={list} name={t('activity.list')} />
      {days.length === 0 && (
        <div className="empty sheet">
          <p className="big">{t('activity.empty')}</p>
          <p>{t('activity.emptyHint')}</p>
        </div>
      )}
      {days.map(({ day, done }) => (
        <section key={day} aria-label={day}>
          <h2 className="label">{day}</h2>
          <ul>
            {done.map((act) => (
              <ActivityLine key={`${act.kind}-${act.id}-${act.at.getTime()}`} {...{ slug, timeZone, act }} />
            ))}
          </ul>
        </section>
      ))}
      {list.hasNextPage && (
        <button type="button" className="btn" onClick={() => void list.fetchNextPage()}>
          {t('activity.more')}
        </button>
      )}
    </section>
  )
}

function ActivityLine({ slug, timeZone, act }: { slug: string; timeZone: string; act: Activity }) {
  const t = words()
  const { kind, at, articleId, articleTitle, claimId, claim, claims } = act
  const place = `/desk/${slug}/articles/${articleId}${claimId ? `?claim=${claimId}` : ''}`
  return (
    <li>
      <time className="meta" dateTime={at.toISOString()}>
        {timeOn(at, timeZone)}
      </time>
      <div>
        <p>
          {t(`activity.did.${kind}`, { claims })} <Link href={place}>{claim ?? articleTitle}</Link>
        </p>
        {claim && <p className="meta">{t('activity.in', { article: articleTitle })}</p>}
      </div>
    </li>
  )
}

function timeOn(at: Date, timeZone: string): string {
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  return dateFormat(screenLocale(), { ...clock, timeZone }).format(at)
}
