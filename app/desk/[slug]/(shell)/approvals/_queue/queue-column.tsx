import { CheckCheck, Clock, CornerDownLeft, Users } from 'lucide-react'
import Link from 'next/link'
import { Icon } from '@/app/_ui/icon'
import { Ago } from '@/app/_ui/time'
import { VerdictMark } from '@/app/_ui/verdict'
import { statedDate } from '@/server/date/stated-date'
import { say } from '@/server/refusal'
import type { Listed, Queue } from '@/server/review/queue/read-queue'
import { words } from '@/server/words'
import { openBeside } from '../_open/use-open-id'
import { SelectBox } from '../_several/select-box'
import { useSelection } from '../_several/selection'

type Props = { queue: Queue; openId: string | null; slug: string; onApprove: () => void }

/** What waits for this editor by article, what waits for another one, and what was decided today. */
export function QueueColumn({ queue, openId, slug, onApprove }: Props) {
  const t = words()
  const { selected } = useSelection()
  const forOthers = [...queue.ownEdits, ...queue.others]
  const place = (id: string) => ({
    href: `/desk/${slug}/approvals/${id}`,
    isOpen: id === openId,
    onOpen: () => openBeside(slug, id),
  })
  return (
    <nav className="appr-queue" aria-label={t('approvals.queue')}>
      <header className="spread">
        <h1>{t('approvals.title')}</h1>
        <span className="meta">{t('approvals.waiting', { count: queue.waiting.length })}</span>
      </header>
      <p className="keys meta">
        <span>
          <kbd>J</kbd> <kbd>K</kbd> {t('approvals.keysMove')}
        </span>
        <span>
          <kbd>O</kbd> {t('approvals.keysOpen')}
        </span>
        <span>
          <kbd>X</kbd> {t('approvals.keysSelect')}
        </span>
      </p>
      {selected.size > 1 && (
        <p className="q-several">
          <button type="button" className="btn" aria-keyshortcuts="A" onClick={onApprove}>
            <Icon of={CheckCheck} /> {t('approvals.severalApprove', { count: selected.size })}
          </button>
        </p>
      )}
      {byArticle(queue.waiting).map((group) => (
        <Group key={group.title + group.lines[0]?.id} title={group.title}>
          {group.lines.map((line) => (
            <Line key={line.id} line={line} {...place(line.id)} beside={<SelectBox {...line} />}>
              <span className="meta">{submitterOf(line)}</span>
              <Wait since={line.submittedAt} />
            </Line>
          ))}
        </Group>
      ))}
      {forOthers.length > 0 && (
        <Group title={t('approvals.needsOther')}>
          {forOthers.map((line) => (
            <Line key={line.id} line={line} {...place(line.id)} className="own">
              <span className="meta wide">
                <Icon of={Users} size="xs" /> {say(line.reason)}
              </span>
            </Line>
          ))}
        </Group>
      )}
      {queue.decidedToday.length > 0 && (
        <Group title={t('approvals.decidedToday')} className="decided" id="decided-today">
          {queue.decidedToday.map((line) => (
            <Line
              key={line.id}
              line={line}
              {...place(line.id)}
              mark={<Icon of={line.decision === 'approved' ? CheckCheck : CornerDownLeft} size="sm" />}
            >
              <span className="meta">
                {t(`approvals.${line.decision}`)} <Ago at={line.decidedAt} />
              </span>
            </Line>
          ))}
        </Group>
      )}
    </nav>
  )
}

type GroupProps = { title: string; className?: string; id?: string; children: React.ReactNode }

function Group({ title, className, id, children }: GroupProps) {
  return (
    <>
      <h2 className="q-art" id={id}>
        {title}
      </h2>
      <ol className={className}>{children}</ol>
    </>
  )
}

type LineProps = {
  line: Listed
  href: string
  isOpen: boolean
  onOpen: () => void
  className?: string
  mark?: React.ReactNode
  beside?: React.ReactNode
  children: React.ReactNode
}

function Line({ line, href, isOpen, onOpen, className, mark, beside, children }: LineProps) {
  return (
    <li className={beside ? 'q-line' : undefined}>
      <Link
        {...{ href, className }}
        prefetch={false}
        aria-current={isOpen ? 'true' : undefined}
        onNavigate={(navigation) => {
          navigation.preventDefault()
          onOpen()
        }}
      >
        {mark ?? <VerdictMark verdict={line.verdict} named />}
        <span className="st">{line.statement}</span>
        {children}
      </Link>
      {beside}
    </li>
  )
}

const day = 86_400_000

/** How long a submission has waited; from a day on it is late. */
function Wait({ since }: { since: Date }) {
  const isLate = Date.now() - since.getTime() >= day
  return (
    <span className={isLate ? 'meta late' : 'meta'} suppressHydrationWarning>
      {isLate && <Icon of={Clock} size="xs" />}
      <Ago at={since} />
    </span>
  )
}

function submitterOf({ submittedBy, version }: Listed): string {
  return version > 1 ? words()('approvals.byVersion', { name: submittedBy, version }) : submittedBy
}

/** The lines of each article under its publisher and date, in the order of the longest wait. */
function byArticle(lines: Queue['waiting']): { title: string; lines: Queue['waiting'] }[] {
  const groups = new Map<string, Queue['waiting']>()
  for (const line of lines) groups.set(line.articleId, [...(groups.get(line.articleId) ?? []), line])
  return [...groups.values()].map((group) => ({ title: headingOf(group[0]), lines: group }))
}

function headingOf(line: Listed | undefined): string {
  if (!line?.publisher) return line?.title ?? ''
  return [line.publisher, line.published && statedDate(line.published)].filter(Boolean).join(', ')
}
