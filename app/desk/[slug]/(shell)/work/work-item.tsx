import type { WorkItem as Item } from '@/server/assignment/read-work'
import { words } from '@/server/words'
import { Due } from '../../_work/due'
import { QueueItem } from '../_home/queues/queue'

type Props = { slug: string; timeZone: string; item: Item }

/** Work in a list: the claim or article, where it stands, why it came back, and when it is due. */
export function WorkItem({ slug, timeZone, item }: Props) {
  const t = words()
  const { articleId, claimId, statement, title, verdict, publisher, poolReason, before, priority, note } =
    item
  const claim = claimId ? `?claim=${claimId}` : ''
  const said = [
    poolReason && t(`work.poolReason.${poolReason}`, { before: before?.name ?? '' }),
    claimId === null && t('work.wholeArticle'),
    publisher,
    priority !== 'normal' && t(`work.priority.${priority}`),
  ]
  return (
    <QueueItem
      to={`/desk/${slug}/articles/${articleId}${claim}`}
      verdict={verdict}
      statement={statement ?? title}
    >
      {note && <span className="ask">“{note}”</span>}
      <span className="meta">{said.filter(Boolean).join(', ')}</span>
      <span className="meta">{item.dueAt && <Due at={item.dueAt} timeZone={timeZone} />}</span>
    </QueueItem>
  )
}
