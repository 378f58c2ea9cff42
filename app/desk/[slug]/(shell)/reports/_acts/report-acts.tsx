'use client'
import { useState } from 'react'
import { Dialog } from '@/app/_ui/dialog'
import type { DeskReport } from '@/server/report/queue/desk-report'
import { words } from '@/server/words'
import { AnswerForm } from './answer-form'
import { DuplicateForm } from './duplicate-form'
import { TaskForm } from './task-form'
import { useReportActs } from './use-report-acts'

export type ActsProps = {
  slug: string
  report: DeskReport
  colleagues: { id: string; name: string }[]
}
type Form = 'answer' | 'task' | 'duplicate'

/** What an editor can do with a report: three things need words or a choice, the others are done at one press. */
export function ReportActs(props: ActsProps) {
  const t = words()
  const { slug, report } = props
  const { act, problem } = useReportActs(slug, report)
  const [open, setOpen] = useState<Form | null>(null)
  const close = () => setOpen(null)
  const seen = report.standing?.id ?? null
  const as = report.state === 'new' ? 'spam' : 'put-back'
  const setAside = () =>
    act((client, stepped) => client.report.setAside.mutate({ ...stepped, as }), {
      ...{ said: `${as} ${seen}`, seen, done: t(`report.desk.done.${as}`) },
    })
  const block = () =>
    act(
      (client, { desk, reportId }) =>
        client.report.block.mutate({ desk, reportId, isBlocked: !report.isBlocked }),
      { said: 'block', seen, done: t(report.isBlocked ? 'report.desk.unblocked' : 'report.desk.blocked') },
    )
  return (
    <>
      <p className="acts">
        <button type="button" className="btn primary" onClick={() => setOpen('answer')}>
          {t('report.desk.answer')}
        </button>
        <button type="button" className="btn" onClick={() => setOpen('task')}>
          {t('report.desk.takeUp')}
        </button>
        <button type="button" className="btn" onClick={() => setOpen('duplicate')}>
          {t('report.desk.duplicate')}
        </button>
        <button type="button" className="btn" onClick={() => void setAside()}>
          {t(`report.desk.${as}`)}
        </button>
        <button type="button" className="btn" onClick={() => void block()}>
          {t(report.isBlocked ? 'report.desk.unblock' : 'report.desk.block')}
        </button>
      </p>
      {problem && (
        <p className="field-wrong" role="alert">
          {problem}
        </p>
      )}
      {open && (
        <Dialog title={t(`report.desk.form.${open}`)} isOpen onClose={close}>
          {open === 'answer' && <AnswerForm {...props} onDone={close} />}
          {open === 'task' && <TaskForm {...props} onDone={close} />}
          {open === 'duplicate' && <DuplicateForm {...props} onDone={close} />}
        </Dialog>
      )}
    </>
  )
}
