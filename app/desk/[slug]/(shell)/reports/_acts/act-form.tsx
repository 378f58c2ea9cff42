'use client'
import { type ReactNode, useState } from 'react'
import { BesideNewer } from '@/app/_form/beside-newer'
import { ReasonedButton } from '@/app/_ui/reason'
import type { DeskReport } from '@/server/report/queue/desk-report'
import { words } from '@/server/words'
import { Done } from '../done'
import { type Stepped, useReportActs } from './use-report-acts'

type Client = Parameters<Parameters<ReturnType<typeof useReportActs>['act']>[0]>[0]
type Props = {
  slug: string
  report: DeskReport
  /** What would be sent, to know it again after a lost answer. */
  said: string
  reason: string | null
  send: (client: Client, stepped: Stepped) => Promise<unknown>
  label: string
  done: string
  onDone: () => void
  children: ReactNode
}

/** A form about a report that keeps what was typed; what somebody else did meanwhile stands beside it. */
export function ActForm({ slug, report, said, reason, send, label, done, onDone, children }: Props) {
  const t = words()
  const { act, problem } = useReportActs(slug, report)
  // What was read when the form was opened. Once what is newer stands beside it, sending again means it.
  const [read] = useState(report.standing?.id ?? null)
  const [isTold, setTold] = useState(false)
  const isNewer = (report.standing?.id ?? null) !== read
  const seen = isTold && isNewer ? (report.standing?.id ?? null) : read
  const press = async () => {
    if (await act(send, { said: `${said} ${seen}`, seen, done })) onDone()
    else setTold(true)
  }
  return (
    <BesideNewer
      newer={isNewer ? { title: t('report.desk.newer'), shown: <Done report={report} /> } : null}
      take={t('report.desk.leaveIt')}
      onTake={onDone}
    >
      <div className="report-form">
        {children}
        {problem && (
          <p className="field-wrong" role="alert">
            {problem}
          </p>
        )}
        <ReasonedButton
          id={`act-${report.id}`}
          className="btn primary"
          reason={reason}
          onClick={() => void press()}
        >
          {label}
        </ReasonedButton>
      </div>
    </BesideNewer>
  )
}
