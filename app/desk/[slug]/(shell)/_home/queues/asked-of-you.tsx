'use client'
import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/app/_api/client'
import { Ago } from '@/app/_ui/time'
import { placeOfThread } from '@/server/thread/thread'
import { words } from '@/server/words'
import { often } from '../../approvals/use-queue'
import { Queue, QueueItem } from './queue'

/** Comments that mention the member and wait for their answer: the newest, or all. */
export function AskedOfYou({ slug }: { slug: string }) {
  const t = words()
  const mentioned = useQuery(
    useTRPC().thread.mentions.queryOptions({ desk: slug }, { refetchInterval: often }),
  )
  const items = (mentioned.data ?? []).map((item) => (
    <QueueItem
      key={item.commentId}
      to={`/desk/${slug}/articles/${item.articleId}${placeOfThread({ id: item.threadId, claimId: item.claimId }, item.commentId)}`}
      verdict={item.verdict}
      statement={item.statement}
    >
      <span className="ask">“{item.text}”</span>
      <span className="meta">{item.by.name}</span>
      <span className="meta">
        <Ago at={item.at} />
      </span>
    </QueueItem>
  ))
  return (
    <Queue
      title={t('desk.mentions')}
      count={mentioned.data?.length}
      few={3}
      query={mentioned}
      items={items}
      empty={t('desk.nobodyMentions')}
    />
  )
}
