'use client'
import type { Queue } from '@/server/review/queue/read-queue'
import { words } from '@/server/words'
import { useQueue } from '../use-queue'
import { useOpenFirst } from './use-open-first'

/** What stands beside a queue in which nothing waits for this member, until something does. */
export function EmptyColumn({ slug, queue: first }: { slug: string; queue: Queue }) {
  const t = words()
  const queue = useQueue(slug, first)
  useOpenFirst(queue.waiting.length)
  const forOthers = queue.ownEdits.length + queue.others.length
  return (
    <main className="appr-main" id="main" tabIndex={-1}>
      <div className="empty">
        <h2 className="big">{t('approvals.empty')}</h2>
        <p>{t('approvals.emptyMore')}</p>
        {forOthers > 0 && <p>{t('approvals.emptyOthers', { count: forOthers })}</p>}
        {queue.decidedToday.length > 0 && <a href="#decided-today">{t('approvals.seeDecided')}</a>}
      </div>
    </main>
  )
}
