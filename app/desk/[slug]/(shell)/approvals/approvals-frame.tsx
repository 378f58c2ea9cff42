'use client'
import { useParams } from 'next/navigation'
import type { Queue } from '@/server/review/approval/read-queue'
import { QueueColumn } from './_queue/queue-column'
import { useFocusClaim } from './use-focus-claim'
import { useQueue } from './use-queue'

type Props = { slug: string; queue: Queue; children: React.ReactNode }

/** Queue, claim and decision side by side; on a narrow screen the queue, or the claim with the decision under it. */
export function ApprovalsFrame({ slug, queue: first, children }: Props) {
  const queue = useQueue(slug, first)
  const { submission } = useParams<{ submission?: string[] }>()
  const chosenId = submission?.[0] ?? null
  useFocusClaim(chosenId)
  return (
    <div className={chosenId ? 'appr is-chosen' : 'appr'}>
      <QueueColumn
        queue={queue}
        openId={chosenId ?? queue.waiting[0]?.id ?? null}
        home={`/desk/${slug}/approvals`}
      />
      {children}
    </div>
  )
}
