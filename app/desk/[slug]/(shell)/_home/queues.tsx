'use client'
import { useQuery } from '@tanstack/react-query'
import { FilePenLine, Users } from 'lucide-react'
import Link from 'next/link'
import type { Verdict } from '../../../../../db/vocabulary'
import { words } from '../../../../../server/words'
import { useTRPC } from '../../../../_api/client'
import { Icon } from '../../../../_ui/icon'
import { Ago } from '../../../../_ui/time'
import { VerdictMark } from '../../../../_ui/verdict'
import { often } from '../approvals/use-queue'

/** What waits on this desk, one column a question: what may I decide, what came back, what went out. */
export function Queues({ slug }: { slug: string }) {
  const t = words()
  const trpc = useTRPC()
  const { data: queue } = useQuery(trpc.review.queue.queryOptions({ desk: slug }, { refetchInterval: often }))
  const { data: recent } = useQuery(
    trpc.publication.recent.queryOptions({ desk: slug }, { refetchInterval: often }),
  )
  const { data: mentioned } = useQuery(
    trpc.thread.mentions.queryOptions({ desk: slug }, { refetchInterval: often }),
  )
  const approvals = `/desk/${slug}/approvals`
  return (
    <div className="queues">
      <Queue
        title={t('desk.needsApproval')}
        count={queue?.waiting.length}
        all={approvals}
        empty={queue && t('desk.nothingWaits')}
      >
        {queue?.waiting.slice(0, 4).map((item) => (
          <Item
            key={item.id}
            to={`${approvals}/${item.id}`}
            verdict={item.verdict}
            statement={item.statement}
          >
            <span className="meta">{[item.submittedBy, item.publisher].filter(Boolean).join(', ')}</span>
            <span className="meta">
              <Ago at={item.submittedAt} />
            </span>
          </Item>
        ))}
        {queue && queue.ownEdits.length > 0 && (
          <li className="q-note">
            <Icon of={Users} size="sm" /> {t('desk.ownEdits', { count: queue.ownEdits.length })}
          </li>
        )}
      </Queue>
      <Queue
        title={t('desk.mentions')}
        count={mentioned?.length}
        empty={mentioned && t('desk.nobodyMentions')}
      >
        {mentioned?.slice(0, 4).map((item) => (
          <Item
            key={item.commentId}
            to={`/desk/${slug}/articles/${item.articleId}?claim=${item.claimId}&comment=${item.commentId}`}
            verdict={item.verdict}
            statement={item.statement}
          >
            <span className="ask">“{item.text}”</span>
            <span className="meta">{item.by.name}</span>
            <span className="meta">
              <Ago at={item.at} />
            </span>
          </Item>
        ))}
      </Queue>
      <Queue
        title={t('desk.returned')}
        count={queue?.returned.length}
        empty={queue && t('desk.nothingReturned')}
      >
        {queue?.returned.slice(0, 4).map((item) => (
          <Item
            key={item.id}
            to={`/desk/${slug}/articles/${item.articleId}?claim=${item.claimId}`}
            verdict={item.verdict}
            statement={item.statement}
          >
            <span className="ret">“{item.note}”</span>
            <span className="meta">{item.editor}</span>
            <span className="meta">
              <Ago at={item.decidedAt} />
            </span>
          </Item>
        ))}
      </Queue>
      <Queue title={t('desk.recentlyPublished')} empty={recent && t('desk.nothingPublished')}>
        {recent?.slice(0, 4).map((item) => (
          <Item key={item.id} isPublic to={item.path} verdict={item.verdict} statement={item.statement}>
            {item.version > 1 ? (
              <span className="corr">
                <Icon of={FilePenLine} size="xs" /> {t('desk.corrected', { version: item.version })}
              </span>
            ) : (
              <span className="meta">{t('desk.version', { version: item.version })}</span>
            )}
            <span className="meta">
              <Ago at={item.publishedAt} />
            </span>
          </Item>
        ))}
      </Queue>
    </div>
  )
}

type QueueProps = {
  title: string
  count?: number
  all?: string /** Said when there is nothing; left out while nobody knows yet. */
  empty?: string
  children: React.ReactNode
}

function Queue({ title, count, all, empty, children }: QueueProps) {
  const t = words()
  const isEmpty = [children].flat(2).every((child) => !child)
  return (
    <section className="queue">
      <header>
        <h2>
          {title} {count !== undefined && <span className="n">{count}</span>}
        </h2>
        {all && count !== undefined && count > 0 && <Link href={all}>{t('desk.viewAll')}</Link>}
      </header>
      {isEmpty ? <p className="meta queue-empty">{empty}</p> : <ul>{children}</ul>}
    </section>
  )
}

// Readers' pages are no part of the app: a plain link opens them, Next's would first ask them for something else.
type ItemProps = {
  isPublic?: boolean
  to: string
  verdict: Verdict | null
  statement: string
  children: React.ReactNode
}

function Item({ isPublic, to, verdict, statement, children }: ItemProps) {
  const Anchor = isPublic ? 'a' : Link
  return (
    <li>
      <Anchor href={to}>
        <VerdictMark verdict={verdict} named />
        <span className="st">{statement}</span>
        {children}
      </Anchor>
    </li>
  )
}
