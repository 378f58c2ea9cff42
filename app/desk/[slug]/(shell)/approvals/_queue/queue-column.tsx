import { CheckCheck } from 'lucide-react'
import { Icon } from '@/app/_ui/icon'
import { statedDate } from '@/server/date/stated-date'
import { inRow } from '@/server/language/stand-apart'
import type { Listed, Queue } from '@/server/review/queue/read-queue'
import { words } from '@/server/words'
import { useSelection } from '../_several/selection'
import { ExplanationLines } from './explanation-lines'
import { DecidedLine, OthersLine, WaitingLine } from './queue-line'

type Props = { queue: Queue; openId: string | null; slug: string; onApprove: () => void }

/** What waits for this editor by article, what waits for another one, and what was decided today. */
export function QueueColumn({ queue, openId, slug, onApprove }: Props) {
  const t = words()
  const { selected } = useSelection()
  const forOthers = [...queue.ownEdits, ...queue.others]
  const at = <Of extends Listed>(line: Of) => ({ line, slug, isOpen: line.id === openId })
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
            <WaitingLine key={line.id} {...at(line)} />
          ))}
        </Group>
      ))}
      {forOthers.length > 0 && (
        <Group title={t('approvals.needsOther')}>
          {forOthers.map((line) => (
            <OthersLine key={line.id} {...at(line)} />
          ))}
        </Group>
      )}
      <ExplanationLines slug={slug} />
      {queue.decidedToday.length > 0 && (
        <Group title={t('approvals.decidedToday')} className="decided" id="decided-today">
          {queue.decidedToday.map((line) => (
            <DecidedLine key={line.id} {...at(line)} />
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

/** The lines of each article under its publisher and date, in the order of the longest wait. */
function byArticle(lines: Queue['waiting']): { title: string; lines: Queue['waiting'] }[] {
  const groups = new Map<string, Queue['waiting']>()
  for (const line of lines) groups.set(line.articleId, [...(groups.get(line.articleId) ?? []), line])
  return [...groups.values()].map((group) => ({ title: headingOf(group[0]), lines: group }))
}

function headingOf(line: Listed | undefined): string {
  if (!line?.publisher) return line?.title ?? ''
  return inRow([line.publisher, line.published && statedDate(line.published)])
}
