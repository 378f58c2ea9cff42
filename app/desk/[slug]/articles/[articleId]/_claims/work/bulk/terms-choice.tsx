'use client'
import { useId } from 'react'
import type { Priority } from '@/db/vocabulary'
import { words } from '@/server/words'
import { DueFields, type DueTyped, PriorityField, saidDue } from '../terms-fields'

/** What shall change about several claims: what is left as it is stays as each of them has it. */
export type Changed = {
  due: 'leave' | 'none' | 'day'
  typed: DueTyped
  priority: Priority | ''
  note: string
}

/** Nothing but who has them. */
export const unchanged: Omit<Changed, 'note'> = {
  due: 'leave',
  typed: { day: '', time: '' },
  priority: '',
}

/** The terms as the server is told them: only what was chosen. */
export function saidTerms({ due, typed, priority }: Changed) {
  return {
    ...(due === 'leave' ? {} : { due: due === 'none' ? null : saidDue(typed) }),
    ...(priority === '' ? {} : { priority }),
  }
}

/** Due time, priority and note for several claims at once, each left as it is until somebody chooses. */
export function TermsChoice({
  changed,
  onChange,
}: {
  changed: Changed
  onChange: (changed: Changed) => void
}) {
  const t = words()
  const id = useId()
  return (
    <>
      <div className="terms">
        <div className="field">
          <label htmlFor={`${id}-due`}>{t('work.several.due')}</label>
          <select
            id={`${id}-due`}
            className="select"
            value={changed.due}
            // The choices are these three.
            onChange={(event) => onChange({ ...changed, due: event.target.value as Changed['due'] })}
          >
            <option value="leave">{t('work.several.leave')}</option>
            <option value="none">{t('work.notDue')}</option>
            <option value="day">{t('work.several.onDay')}</option>
          </select>
        </div>
        <PriorityField
          value={changed.priority}
          leave={t('work.several.leave')}
          // The choices are those of the vocabulary, and the empty one.
          onChange={(priority) => onChange({ ...changed, priority: priority as Changed['priority'] })}
        />
      </div>
      {changed.due === 'day' && (
        <div className="terms">
          <DueFields typed={changed.typed} onChange={(typed) => onChange({ ...changed, typed })} />
        </div>
      )}
      <div className="field">
        <label htmlFor={`${id}-note`}>{t('work.note')}</label>
        <textarea
          id={`${id}-note`}
          className="textarea"
          rows={2}
          placeholder={t('work.several.noteHint')}
          value={changed.note}
          onChange={(event) => onChange({ ...changed, note: event.target.value })}
        />
      </div>
    </>
  )
}
