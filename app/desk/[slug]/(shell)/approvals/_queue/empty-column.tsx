import type { Queue } from '@/server/review/approval/read-queue'
import { words } from '@/server/words'

/** What stands beside a queue in which nothing waits for this member. */
export function EmptyColumn({ queue }: { queue: Queue }) {
  const t = words()
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
