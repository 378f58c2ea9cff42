import { CheckCheck, Clock, CornerDownLeft, Users } from 'lucide-react'
import Link from 'next/link'
import { memo } from 'react'
import { Icon } from '@/app/_ui/icon'
import { Ago, useNow } from '@/app/_ui/time'
import { VerdictMark } from '@/app/_ui/verdict'
import { say } from '@/server/refusal'
import type { Listed, Queue } from '@/server/review/queue/read-queue'
import { words } from '@/server/words'
import { openBeside } from '../_open/use-open-id'
import { SelectBox } from '../_several/select-box'

type Props<Of> = { line: Of; slug: string; isOpen: boolean }

// Hundreds may wait, and one key opens the next: only the lines it changes are made again.

/** What waits for this editor, to open or to select. */
export const WaitingLine = memo(function WaitingLine({ line, ...at }: Props<Queue['waiting'][number]>) {
  return (
    <Line line={line} {...at} beside={<SelectBox {...line} />}>
      <span className="meta">{submitterOf(line)}</span>
      <Wait since={line.submittedAt} />
    </Line>
  )
})

/** What waits for another editor, with why. */
export const OthersLine = memo(function OthersLine({ line, ...at }: Props<Queue['others'][number]>) {
  return (
    <Line line={line} {...at} className="own">
      <span className="meta wide">
        <Icon of={Users} size="xs" /> {say(line.reason)}
      </span>
    </Line>
  )
})

/** What was decided today, and how. */
export const DecidedLine = memo(function DecidedLine({ line, ...at }: Props<Queue['decidedToday'][number]>) {
  return (
    <Line
      line={line}
      {...at}
      mark={<Icon of={line.decision === 'approved' ? CheckCheck : CornerDownLeft} size="sm" />}
    >
      <span className="meta">
        {words()(`approvals.${line.decision}`)} <Ago at={line.decidedAt} />
      </span>
    </Line>
  )
})

type LineProps = Props<Listed> & {
  className?: string
  mark?: React.ReactNode
  beside?: React.ReactNode
  children: React.ReactNode
}

function Line({ line, slug, isOpen, className, mark, beside, children }: LineProps) {
  return (
    <li className={beside ? 'q-line' : undefined}>
      <Link
        href={`/desk/${slug}/approvals/${line.id}`}
        className={className}
        prefetch={false}
        aria-current={isOpen ? 'true' : undefined}
        onNavigate={(navigation) => {
          navigation.preventDefault()
          openBeside(slug, line.id)
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
  const now = useNow() ?? new Date()
  const isLate = now.getTime() - since.getTime() >= day
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
