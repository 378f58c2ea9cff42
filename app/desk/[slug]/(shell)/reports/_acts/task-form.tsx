'use client'
import { useState } from 'react'
import { words } from '@/server/words'
import { ActForm } from './act-form'
import type { ActsProps } from './report-acts'

/** Who sees to it and until when. */
export function TaskForm({ slug, report, colleagues, onDone }: ActsProps & { onDone: () => void }) {
  const t = words()
  const [to, setTo] = useState('')
  const [due, setDue] = useState('')
  const task = to ? { to, ...(due && { due }) } : null
  return (
    <ActForm
      {...{ slug, report, said: `task ${to} ${due}`, reason: null, onDone }}
      send={(client, stepped) => client.report.takeUp.mutate({ ...stepped, task })}
      label={t('report.desk.takeUp')}
      done={t('report.desk.done.taken-up')}
    >
      <div className="field">
        <label htmlFor="report-to">{t('report.desk.to')}</label>
        <select id="report-to" className="select" value={to} onChange={(event) => setTo(event.target.value)}>
          <option value="">{t('report.desk.toNobody')}</option>
          {colleagues.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="report-due">{t('report.desk.due')}</label>
        <input
          id="report-due"
          className="input"
          type="date"
          value={due}
          onChange={(event) => setDue(event.target.value)}
        />
      </div>
      {!report.articleId && <p>{t('report.desk.noArticle')}</p>}
    </ActForm>
  )
}
