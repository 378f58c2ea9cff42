'use client'
import { useQuery } from '@tanstack/react-query'
import { Users } from 'lucide-react'
import { useTRPC } from '@/app/_api/client'
import { Icon } from '@/app/_ui/icon'
import { Ago } from '@/app/_ui/time'
import { inRow } from '@/server/language/stand-apart'
import { words } from '@/server/words'
import { often } from '../../approvals/use-queue'
import { AssignedToMe } from './assigned-to-me'
import { Queue, QueueItem } from './queue'
import { RecentlyPublished } from './recently-published'

/** What waits on this desk, one column a question: what may I decide, what came back to me, what went out. */
export function Queues({ slug, timeZone }: { slug: string; timeZone: string }) {
  return (
    <div className="queues">
      <NeedsApproval slug={slug} />
      <AssignedToMe slug={slug} timeZone={timeZone} />
      <Returned slug={slug} />
      <RecentlyPublished slug={slug} />
    </div>
  )
}

/** Both columns of reviews ask the same question, and so ask it once. */
function useReviews(slug: string) {
  return useQuery(useTRPC().review.desk.queryOptions({ desk: slug }, { refetchInterval: often }))
}

function NeedsApproval({ slug }: { slug: string }) {
  const t = words()
  const reviews = useReviews(slug)
  const { waiting, ownEdits = 0 } = reviews.data ?? {}
  const approvals = `/desk/${slug}/approvals`
  const items = (waiting?.first ?? []).map((item) => (
    <QueueItem key={item.id} to={`${approvals}/${item.id}`} verdict={item.verdict} statement={item.statement}>
      <span className="meta">{inRow([item.submittedBy, item.publisher])}</span>
      <span className="meta">
        <Ago at={item.submittedAt} />
      </span>
    </QueueItem>
  ))
  const note = ownEdits > 0 && (
    <p className="q-note">
      <Icon of={Users} size="sm" /> {t('desk.ownEdits', { count: ownEdits })}
    </p>
  )
  return (
    <Queue
      title={t('desk.needsApproval')}
      count={waiting?.count}
      all={{ href: approvals }}
      query={reviews}
      items={items}
      empty={t('desk.nothingWaits')}
      note={note}
    />
  )
}

function Returned({ slug }: { slug: string }) {
  const t = words()
  const reviews = useReviews(slug)
  const items = (reviews.data?.returned.first ?? []).map((item) => (
    <QueueItem
      key={item.id}
      to={`/desk/${slug}/articles/${item.articleId}?claim=${item.claimId}`}
      verdict={item.verdict}
      statement={item.statement}
    >
      <span className="ret">“{item.note}”</span>
      <span className="meta">{inRow([item.editor, item.publisher])}</span>
      <span className="meta">
        <Ago at={item.decidedAt} />
      </span>
    </QueueItem>
  ))
  return (
    <Queue
      title={t('desk.returned')}
      count={reviews.data?.returned.count}
      query={reviews}
      items={items}
      empty={t('desk.nothingReturned')}
    />
  )
}
