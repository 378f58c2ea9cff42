'use client'
import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/app/_api/client'
import { words } from '@/server/words'
import { often } from '../../approvals/use-queue'
import { AskedItem } from '../../work/asked-item'
import { useAsked } from '../../work/use-asked'
import { WorkItem } from '../../work/work-item'
import { Queue } from './queue'

/** What the member has and has not finished: verdicts they are asked for, then what is due first. */
export function AssignedToMe({ slug, timeZone }: { slug: string; timeZone: string }) {
  const t = words()
  const mine = useQuery(
    useTRPC().assignment.mine.queryOptions({ desk: slug, due: null }, { refetchInterval: often }),
  )
  const asked = useAsked(slug)
  const items = [
    ...asked.map((one) => <AskedItem key={one.id} slug={slug} asked={one} />),
    ...(mine.data?.items ?? []).map((item) => (
      <WorkItem key={item.id} slug={slug} timeZone={timeZone} item={item} />
    )),
  ]
  return (
    <Queue
      title={t('work.mine')}
      count={mine.data && mine.data.counts.all + asked.length}
      all={{ href: `/desk/${slug}/work` }}
      query={mine}
      items={items}
      empty={t('work.noneMine')}
    />
  )
}

/** What came back and nobody has taken, for those who may. */
export function BackInPool({ slug, timeZone }: { slug: string; timeZone: string }) {
  const t = words()
  const pool = useQuery(
    useTRPC().assignment.pool.queryOptions({ desk: slug, due: null }, { refetchInterval: often }),
  )
  return (
    <Queue
      title={t('work.pool')}
      count={pool.data?.counts.all}
      all={{ href: `/desk/${slug}/work` }}
      few={3}
      query={pool}
      items={(pool.data?.items ?? []).map((item) => (
        <WorkItem key={item.id} slug={slug} timeZone={timeZone} item={item} />
      ))}
      empty={t('work.nonePool')}
    />
  )
}
