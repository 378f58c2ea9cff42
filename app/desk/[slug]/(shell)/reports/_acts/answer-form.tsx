'use client'
import { useState } from 'react'
import { useDraft } from '@/app/_draft/use-draft'
import { say } from '@/server/refusal'
import { whyNotAnswer } from '@/server/report/queue/step'
import { words } from '@/server/words'
import { ActForm } from './act-form'
import type { ActsProps } from './report-acts'

/** What the sender is answered, and whether everybody reads it. */
export function AnswerForm({ slug, report, onDone }: ActsProps & { onDone: () => void }) {
  const t = words()
  const [answer, write] = useDraft(`report:${report.id}`, report.standing?.answer ?? '')
  const [isPublic, setPublic] = useState(report.standing?.isPublic ?? false)
  const page = pageOf(report)
  const why = whyNotAnswer({ answer, isPublic }, page !== null)
  return (
    <ActForm
      {...{ slug, report, said: `answer ${answer} ${isPublic}`, reason: why && say(why) }}
      send={(client, stepped) => client.report.answer.mutate({ ...stepped, answer, isPublic })}
      label={t('report.desk.send')}
      done={t('report.desk.done.answered')}
      onDone={() => {
        write('')
        onDone()
      }}
    >
      <div className="field">
        <label htmlFor="report-answer">{t('report.desk.answerLabel')}</label>
        <p className="hint" id="report-answer-hint">
          {t(report.sender?.email ? 'report.desk.answerMailed' : 'report.desk.answerShown')}
        </p>
        <textarea
          id="report-answer"
          className="textarea"
          rows={6}
          dir="auto"
          aria-describedby="report-answer-hint"
          value={answer}
          onChange={(event) => write(event.target.value)}
        />
      </div>
      {page && (
        <label className="check">
          <input type="checkbox" checked={isPublic} onChange={(event) => setPublic(event.target.checked)} />{' '}
          <span>{t(`report.desk.public.${page}`)}</span>
        </label>
      )}
    </ActForm>
  )
}

/** Whose page the answer can stand on, too; null where it is about none. */
function pageOf({ claim, dossier, article }: ActsProps['report']) {
  if (claim) return 'claim'
  if (dossier) return 'dossier'
  return article && 'article'
}
